import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportOrders } from '#app/domain/shipping/export-orders.server.ts'
import { readOrderFilter } from '#app/domain/shipping/order-filter.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { streamedFile } from '#app/platform/sheets/file-answer.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

/** The orders that the list shows, all of them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'ship-orders')
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const t = messagesFor(locale)
  const words = {
    headings: t.shipping.export.headings,
    status: t.orders.status,
    storage: t.catalog.storage,
  }
  const filter = readOrderFilter(searchParams)
  return streamedFile(context, 'orders.csv', exportOrders(getServices(), scope, locale, words, filter))
}
