import { addToCart } from '#app/domain/cart/add-to-cart.server.ts'
import type { ShopperScope } from '#app/domain/people/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

/** Puts what is still sold of an order into the cart, at today's prices; returns how many lines found their way. */
export async function buyAgain(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: ShopperScope,
  groupId: string,
): Promise<number> {
  const lines = await sqlOn(services.pool).$queryRaw<Array<{ sku: string; quantity: number }>>`
    SELECT v.sku, l.quantity FROM shop_order o
    JOIN order_line l ON l.order_id = o.id JOIN variant v ON v.id = l.variant_id
    WHERE o.group_id = ${groupId}::uuid ORDER BY l.id`
  let added = 0
  for (const line of lines) {
    const result = await addToCart(services, scope, line)
    if (result.ok) added += 1
  }
  return added
}
