import { isSameState, stockState } from '#app/domain/catalog/stock-state.ts'
import { cardTags, productTag } from '#app/domain/catalog/tags.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** A variant's free units before and after a change. */
export type StockChange = { variantId: number; before: number; after: number; minQuantity: number }
type Shown = { slug: string }

/**
 * What shoppers are told of stock follows a change: pages that say otherwise are dropped from every cache, and a
 * product of which something can be bought again, or nothing any more, says so in lists. Call it after the stock rows
 * are written: products are locked after stock, in order of id.
 */
export async function followAvailability(tx: Sql, changes: ReadonlyArray<StockChange>): Promise<void> {
  const seen = changes.filter(
    ({ before, after, minQuantity }) =>
      !isSameState(stockState(before, minQuantity), stockState(after, minQuantity)),
  )
  if (seen.length === 0) return
  const flips = seen.filter(({ before, after, minQuantity }) => before < minQuantity || after < minQuantity)
  const cards = flips.length > 0 ? await flagProducts(tx, variantsOf(flips)) : []
  const pages = await tx.$queryRaw<Array<Shown>>`
    SELECT slug FROM product
    WHERE id IN (SELECT product_id FROM variant WHERE id = ANY(${variantsOf(seen)}::int[])) ORDER BY id`
  await publishTags(tx, [...pages.map(({ slug }) => productTag(slug)), ...cardTags(cards)])
}

/**
 * The products whose flag has changed by it. They are locked by a statement of its own: the next one sees what
 * whoever held the lock has committed, such as the last unit of another size.
 */
async function flagProducts(tx: Sql, variantIds: ReadonlyArray<number>): Promise<Array<Shown>> {
  const locked = await tx.$queryRaw<Array<{ id: number }>>`
    SELECT id FROM product WHERE id IN (SELECT product_id FROM variant WHERE id = ANY(${variantIds}::int[]))
    ORDER BY id FOR NO KEY UPDATE`
  return await tx.$queryRaw<Array<Shown>>`
    WITH fresh AS (
      SELECT v.product_id AS id, bool_or(v.is_active AND s.free >= v.min_quantity) AS is_in_stock
      FROM variant v JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
      WHERE v.product_id = ANY(${locked.map(({ id }) => id)}::int[]) GROUP BY 1
    )
    UPDATE product p SET is_in_stock = f.is_in_stock FROM fresh f
    WHERE p.id = f.id AND p.is_in_stock <> f.is_in_stock RETURNING p.slug`
}

function variantsOf(changes: ReadonlyArray<StockChange>): Array<number> {
  return changes.map((change) => change.variantId)
}
