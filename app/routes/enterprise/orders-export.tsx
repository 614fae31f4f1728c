import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { exportOrders } from '#app/domain/shipping/export-orders.server.ts'
import { readOrderFilter } from '#app/domain/shipping/order-filter.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { streamedFile } from '#app/platform/sheets/file-answer.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

/** Nothing to look at: whoever comes here by hand is led to the orders. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug } = await requireEnterprise(request, params.enterprise, 'ship-orders')
  const { pathname, search } = new URL(request.url)
  return redirect(localPath(localeOf(pathname), `/enterprise/${slug}/orders`) + search)
}

/** The orders that the list shows, all of them. A form and no link, for it leaves a row in the audit. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'ship-orders')
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const t = messagesFor(locale)
  const words = {
    headings: t.shipping.export.headings,
    status: t.orders.status,
    storage: t.catalog.storage,
  }
  const file = await exportOrders(getServices(), scope, locale, words, readOrderFilter(searchParams))
  return streamedFile(context, 'orders.csv', file)
}
