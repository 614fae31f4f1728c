import type { ShopperScope } from '#app/domain/people/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { CartRow } from './cart.ts'
import { cartOwner, loadCartRows } from './cart-rows.server.ts'

/** The lines as they are, for the cart's page, which prices them itself as the shopper clicks. */
export async function listCartRows(
  { pool }: Pick<Services, 'pool'>,
  scope: ShopperScope | null,
): Promise<Array<CartRow>> {
  return scope ? loadCartRows(sqlOn(pool), scope) : []
}

/** Units in the cart, for the header. */
export async function getCartCount(
  { pool }: Pick<Services, 'pool'>,
  scope: ShopperScope | null,
): Promise<number> {
  if (!scope) return 0
  const { shopperId, sessionHash } = cartOwner(scope)
  const [row] = await sqlOn(pool).$queryRaw<Array<{ count: number }>>`
    SELECT COALESCE(sum(l.quantity), 0)::int AS count FROM cart c JOIN cart_line l ON l.cart_id = c.id
    WHERE c.shopper_id = ${shopperId}::uuid OR c.session_hash = ${sessionHash}`
  return row?.count ?? 0
}
