import type { ShopperScope } from '#app/domain/people/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { cartOwner } from './cart-rows.server.ts'

/** Removing what is not there is no failure: two tabs, two clicks. */
export async function removeLine(
  { pool }: Pick<Services, 'pool'>,
  scope: ShopperScope,
  { sku }: { sku: string },
): Promise<void> {
  const { shopperId, sessionHash } = cartOwner(scope)
  await sqlOn(pool).$executeRaw`
    DELETE FROM cart_line l USING cart c, variant v
    WHERE l.cart_id = c.id AND l.variant_id = v.id AND v.sku = ${sku}
      AND (c.shopper_id = ${shopperId}::uuid OR c.session_hash = ${sessionHash})`
}
