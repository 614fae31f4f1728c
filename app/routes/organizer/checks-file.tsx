import type { LoaderFunctionArgs } from '@remix-run/node'
import { differencesFile, readDayRange } from '#app/domain/books/differences-file.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { formatOf, streamedFile } from '#app/platform/sheets/file-answer.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/** What differs from the payment provider's books, of a range of days: `differences.csv` or `differences.xlsx`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'reconcile')
  const format = formatOf(params.file, 'differences')
  if (!format) throw new Response(null, { status: 404 })
  const { pathname, searchParams } = new URL(request.url)
  const services = getServices()
  const range = readDayRange(searchParams, services.clock.now())
  const file = differencesFile(services, range, messagesFor(localeOf(pathname)), format)
  return streamedFile(context, `differences-${range.from}-${range.to}.${format}`, file)
}
