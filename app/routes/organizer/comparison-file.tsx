import type { LoaderFunctionArgs } from '@remix-run/node'
import { compareFairs } from '#app/domain/comparisons/compare-fairs.server.ts'
import { writeComparison } from '#app/domain/comparisons/comparison-file.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { queryTexts } from '#app/kernel/query-text.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, formatOf } from '#app/platform/sheets/file-answer.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/** What the page shows: `fairs.csv` or `fairs.xlsx`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'read-figures')
  const format = formatOf(params.file, 'fairs')
  if (!format) throw new Response(null, { status: 404 })
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const comparison = await compareFairs(getServices(), locale, queryTexts(searchParams, 'fair'))
  return fileAnswer(`fairs.${format}`, await writeComparison(comparison, messagesFor(locale), format))
}
