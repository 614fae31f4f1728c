import type { LoaderFunctionArgs } from '@remix-run/node'
import { findOrderByToken } from '#app/domain/orders/find-order-by-token.server.ts'
import type { OrderGroupView } from '#app/domain/orders/order-view.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices } from '#app/platform/services.server.ts'

/**
 * The order whose link this is.
 * @throws Response 404, or 429 for an address that has tried many links that lead nowhere
 */
export async function requireOrderGroup({
  request,
  params,
  context,
}: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>): Promise<OrderGroupView> {
  const locale = localeOf(new URL(request.url).pathname)
  const address = context.clientAddress
  const found = await findOrderByToken(getServices(), { token: params.token ?? '', address, locale })
  if (found.ok) return found.value
  throw new Response(null, found.code === 'too-many' ? tooManyRequests(found) : { status: 404 })
}
