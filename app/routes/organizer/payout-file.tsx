import type { LoaderFunctionArgs } from '@remix-run/node'
import { writePayouts } from '#app/domain/settlements/payout-file.server.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, formatOf } from '#app/platform/sheets/file-answer.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/** What is ticked among the statements to be paid, or all of them: `payouts.csv` or `payouts.xlsx`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-statements')
  const format = formatOf(params.file, 'payouts')
  if (!format) throw new Response(null, { status: 404 })
  const { pathname, searchParams } = new URL(request.url)
  const ids = searchParams.getAll('statement').filter(isUuid)
  const words = messagesFor(localeOf(pathname))
  return fileAnswer(`payouts.${format}`, await writePayouts(getServices(), scope, ids, words, format))
}
