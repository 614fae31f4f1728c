import type { ShopperScope } from '#app/domain/people/scope.ts'
import type { Storage } from '#app/domain/shipping/parcels.ts'
import { type Fen, fen } from '#app/kernel/money.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { CartRow } from './cart.ts'

/** Whose cart it is: the shopper's once signed in, else the session's. Exactly one of the two is set. */
export function cartOwner(scope: ShopperScope): { shopperId: string | null; sessionHash: string | null } {
  return scope.shopperId === null
    ? { shopperId: null, sessionHash: scope.sessionHash }
    : { shopperId: scope.shopperId, sessionHash: null }
}

type Row = Omit<CartRow, 'terms'> & { freeShippingFen: Fen | null } & Record<`${Storage}FeeFen`, number>

/** The cart's lines with today's offer, in the order in which they were put in. */
export async function loadCartRows(sql: Sql, scope: ShopperScope): Promise<Array<CartRow>> {
  const { shopperId, sessionHash } = cartOwner(scope)
  const rows = await sql.$queryRaw<Array<Row>>`
    SELECT v.id AS "variantId", v.sku, l.quantity, l.seen_price_fen AS "seenPriceFen", l.intent::float8 AS intent,
      p.id AS "productId", p.slug AS "productSlug", p.title, p.title_en AS "titleEn",
      v.label AS "variantLabel", v.label_en AS "variantLabelEn", p.picture_key AS "pictureKey",
      p.category_code AS "categoryCode", p.division_code AS "divisionCode", p.storage, p.return_rule AS "returnRule",
      p.is_alcohol AS "isAlcohol", v.price_fen AS "priceFen", v.min_quantity AS "minQuantity",
      v.max_per_person AS "maxPerPerson", COALESCE(s.free, 0) AS free,
      (v.is_active AND p.status = 'published' AND e.status = 'active') AS "isOffered",
      e.id AS "enterpriseId", e.slug AS "enterpriseSlug", e.name AS "enterpriseName", e.name_en AS "enterpriseNameEn",
      e.free_shipping_fen AS "freeShippingFen", e.ambient_fee_fen AS "ambientFeeFen",
      e.chilled_fee_fen AS "chilledFeeFen", e.frozen_fee_fen AS "frozenFeeFen"
    FROM cart c
    JOIN cart_line l ON l.cart_id = c.id
    JOIN variant v ON v.id = l.variant_id
    JOIN product p ON p.id = v.product_id
    JOIN enterprise e ON e.id = p.enterprise_id
    LEFT JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
    WHERE c.shopper_id = ${shopperId}::uuid OR c.session_hash = ${sessionHash}
    ORDER BY l.added_at, v.id`
  return rows.map(({ freeShippingFen, ambientFeeFen, chilledFeeFen, frozenFeeFen, ...row }) => ({
    ...row,
    terms: {
      freeFromFen: freeShippingFen,
      fees: { ambient: fen(ambientFeeFen), chilled: fen(chilledFeeFen), frozen: fen(frozenFeeFen) },
    },
  }))
}
