import { publishTags } from '#app/platform/bus.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** A variant's free units before and after a change. */
export type StockChange = { variantId: number; before: number; after: number; minQuantity: number }

/**
 * When a change makes a variant buyable or sold out, its product's flag follows and its pages are dropped from
 * every cache. Call it after the stock rows are written: products are locked after stock, in order of id.
 */
export async function followAvailability(tx: Sql, changes: ReadonlyArray<StockChange>): Promise<void> {
  const flipped = changes.filter(
    ({ before, after, minQuantity }) => before >= minQuantity !== after >= minQuantity,
  )
  if (flipped.length === 0) return
  const products = await tx.$queryRaw<Array<{ slug: string }>>`
    WITH touched AS (
      SELECT p.id, p.slug FROM product p
      WHERE p.id IN (SELECT product_id FROM variant WHERE id = ANY(${flipped.map((change) => change.variantId)}::int[]))
      ORDER BY p.id FOR NO KEY UPDATE
    ), fresh AS (
      SELECT t.id, t.slug, bool_or(v.is_active AND s.free >= v.min_quantity) AS is_in_stock
      FROM touched t JOIN variant v ON v.product_id = t.id JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
      GROUP BY t.id, t.slug
    ), written AS (
      UPDATE product p SET is_in_stock = f.is_in_stock FROM fresh f
      WHERE p.id = f.id AND p.is_in_stock <> f.is_in_stock
    )
    SELECT slug FROM fresh`
  await publishTags(
    tx,
    products.map((product) => `product:${product.slug}`),
  )
}
