import type { LoaderFunctionArgs } from '@remix-run/node'
import { writeFlows } from '#app/domain/flows/flows-file.server.ts'
import { readFlows } from '#app/domain/flows/read-flows.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { queryDay } from '#app/kernel/query-text.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, formatOf } from '#app/platform/sheets/file-answer.server.ts'
import { requireFair } from './require-fair.server.ts'

/** The flows that the page shows: `flows.csv` or `flows.xlsx`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-own-figures')
  const format = formatOf(params.file, 'flows')
  if (!format) throw new Response(null, { status: 404 })
  const { pathname, searchParams } = new URL(request.url)
  const [locale, day] = [localeOf(pathname), queryDay(searchParams, 'day')]
  const window = { exhibitionId: fair.id, day: day || null, division: scope.divisionCode }
  const { rows } = await readFlows(getServices(), locale, window)
  const file = await writeFlows(rows, messagesFor(locale), format)
  return fileAnswer([fair.slug, day, params.file].filter(Boolean).join('-'), file)
}
