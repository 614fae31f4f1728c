import type { Fen } from '#app/kernel/money.ts'
import type { Sql } from '#app/platform/sql.server.ts'

export type PriceChange = { id: string; label: string; fromFen: Fen | null; toFen: Fen; by: string; at: Date }

/** The latest of what the history of a product's prices holds; none of goods that were never on sale. */
export async function listPriceChanges(sql: Sql, productId: number | null): Promise<Array<PriceChange>> {
  if (productId === null) return []
  return await sql.$queryRaw<Array<PriceChange>>`
    SELECT c.id::text, v.label, c.from_fen AS "fromFen", c.to_fen AS "toFen", coalesce(s.name, '') AS by, c.changed_at AS at
    FROM variant v JOIN price_change c ON c.variant_id = v.id LEFT JOIN staff s ON s.id = c.changed_by
    WHERE v.product_id = ${productId} ORDER BY c.id DESC LIMIT 30`
}
