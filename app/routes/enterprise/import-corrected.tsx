import type { LoaderFunctionArgs } from '@remix-run/node'
import { correctedFile } from '#app/domain/listings/import/corrected-file.server.ts'
import { problemText } from '#app/domain/listings/import/problem-text.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer } from '#app/platform/sheets/file-answer.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

/** The rows to mend, with what can be mended filled in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const locale = localeOf(new URL(request.url).pathname)
  const t = messagesFor(locale)
  const file = await correctedFile(getServices(), scope, params.job ?? '', locale, {
    heading: t.importing.remarks,
    problem: (problem) => problemText(t, locale, problem),
  })
  if (!file) throw new Response(null, { status: 404 })
  return fileAnswer('corrected.xlsx', file)
}
