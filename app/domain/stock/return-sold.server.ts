import type { Sql } from '#app/platform/sql.server.ts'
import { followAvailability, type StockChange } from './availability.server.ts'

/** Units that were paid and will not be shipped go back on sale. The caller holds the lock of the group's row. */
export async function returnSold(
  tx: Sql,
  groupId: string,
  items: ReadonlyArray<{ variantId: number; quantity: number }>,
): Promise<void> {
  if (items.length === 0) return
  const changes = await tx.$queryRaw<Array<StockChange>>`
    WITH back AS (
      SELECT w.variant_id, w.quantity, h.id, h.pool, h.quantity AS sold
      FROM unnest(${items.map((item) => item.variantId)}::int[], ${items.map((item) => item.quantity)}::int[])
        AS w (variant_id, quantity)
      JOIN stock_hold h ON h.group_id = ${groupId}::uuid AND h.variant_id = w.variant_id AND h.status = 'sold'
    ), locked AS (
      SELECT s.variant_id, s.pool, b.quantity FROM stock s JOIN back b ON b.variant_id = s.variant_id AND b.pool = s.pool
      ORDER BY s.variant_id, s.pool FOR NO KEY UPDATE OF s
    ), shrunk AS (
      UPDATE stock_hold h SET quantity = CASE WHEN b.sold > b.quantity THEN b.sold - b.quantity ELSE h.quantity END,
        status = CASE WHEN b.sold > b.quantity THEN h.status ELSE 'released' END
      FROM back b WHERE h.id = b.id
    )
    UPDATE stock s SET free = s.free + l.quantity, sold = s.sold - l.quantity
    FROM locked l JOIN variant v ON v.id = l.variant_id
    WHERE s.variant_id = l.variant_id AND s.pool = l.pool
    RETURNING s.variant_id AS "variantId", s.free - l.quantity AS before, s.free AS after, v.min_quantity AS "minQuantity"`
  if (changes.length !== items.length) throw new Error('units to return were not sold by this group')
  await followAvailability(tx, changes)
}
