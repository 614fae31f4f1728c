import type { ShopperScope } from '#app/domain/people/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { RemovedLine } from './cart.ts'
import { cartOwner } from './cart-rows.server.ts'

/** Answers what was removed. Removing what is not there is no failure, two tabs or two clicks, and answers null. */
export async function removeLine(
  { pool }: Pick<Services, 'pool'>,
  scope: ShopperScope,
  { sku }: { sku: string },
): Promise<RemovedLine | null> {
  const { shopperId, sessionHash } = cartOwner(scope)
  const [removed] = await sqlOn(pool).$queryRaw<Array<RemovedLine>>`
    DELETE FROM cart_line l USING cart c, variant v, product p
    WHERE l.cart_id = c.id AND l.variant_id = v.id AND v.sku = ${sku} AND p.id = v.product_id
      AND (c.shopper_id = ${shopperId}::uuid OR c.session_hash = ${sessionHash})
    RETURNING v.sku, l.quantity, p.title, p.title_en AS "titleEn"`
  return removed ?? null
}
