import type { ShopperScope } from '#app/domain/people/scope.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { cartOwner } from './cart-rows.server.ts'

export type Offer = {
  variantId: number
  priceFen: Fen
  minQuantity: number
  maxPerPerson: number | null
  free: number
  isOffered: boolean
  /** What this shopper's cart holds of it already. */
  inCart: number
  cartId: string | null
  lineCount: number
}

/** A variant by its public handle, with what the shopper's cart has of it. */
export async function findOffer(sql: Sql, scope: ShopperScope, sku: string): Promise<Offer | null> {
  const { shopperId, sessionHash } = cartOwner(scope)
  const [offer] = await sql.$queryRaw<Array<Offer>>`
    SELECT v.id AS "variantId", v.price_fen AS "priceFen", v.min_quantity AS "minQuantity",
      v.max_per_person AS "maxPerPerson", COALESCE(s.free, 0) AS free,
      (v.is_active AND p.status = 'published' AND e.status = 'active') AS "isOffered",
      COALESCE(l.quantity, 0) AS "inCart", c.id AS "cartId",
      (SELECT count(*)::int FROM cart_line o WHERE o.cart_id = c.id) AS "lineCount"
    FROM variant v
    JOIN product p ON p.id = v.product_id
    JOIN enterprise e ON e.id = p.enterprise_id
    LEFT JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
    LEFT JOIN cart c ON c.shopper_id = ${shopperId}::uuid OR c.session_hash = ${sessionHash}
    LEFT JOIN cart_line l ON l.cart_id = c.id AND l.variant_id = v.id
    WHERE v.sku = ${sku}`
  return offer ?? null
}
