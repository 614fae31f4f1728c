import type { LoaderFunctionArgs } from '@remix-run/node'
import { entriesFile } from '#app/domain/reports/entries-file.server.ts'
import { readEntryFilter } from '#app/domain/reports/entry-filter.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { formatOf, streamedFile } from '#app/platform/sheets/file-answer.server.ts'
import { requireFair } from './require-fair.server.ts'

/** The entries that the list shows, all of them: `entries.csv` or `entries.xlsx`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-own-figures')
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const format = formatOf(params.file, 'entries')
  if (!format) throw new Response(null, { status: 404 })
  const filter = readEntryFilter(searchParams, scope)
  const file = entriesFile(getServices(), fair.id, locale, filter, messagesFor(locale), format)
  return streamedFile(context, `${fair.slug}-${params.file}`, file)
}
