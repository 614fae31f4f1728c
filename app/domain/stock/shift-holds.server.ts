import type { Sql } from '#app/platform/sql.server.ts'
import { followAvailability, type StockChange } from './availability.server.ts'

/** What one unit of a hold does to the three heaps when the hold moves on. Their sum is 0: nothing is made or lost (T06). */
const effects = {
  'held to sold': { from: 'held', to: 'sold', free: 0, held: -1, sold: 1 },
  'held to released': { from: 'held', to: 'released', free: 1, held: -1, sold: 0 },
  'sold to released': { from: 'sold', to: 'released', free: 1, held: 0, sold: -1 },
  // Money that arrived after the release takes the goods back, if they are still there (T21).
  'released to sold': { from: 'released', to: 'sold', free: -1, held: 0, sold: 1 },
} as const

/**
 * Moves all holds of a group on. False when not every variant had enough free units: the caller rolls back.
 * The caller holds the lock of the group's row.
 */
export async function shiftHolds(tx: Sql, groupId: string, move: keyof typeof effects): Promise<boolean> {
  const { from, to, free, held, sold } = effects[move]
  const rows = await tx.$queryRaw<Array<StockChange & { isMoved: boolean }>>`
    WITH mine AS (
      SELECT h.id, h.variant_id, h.pool, h.quantity FROM stock_hold h
      WHERE h.group_id = ${groupId}::uuid AND h.status = ${from}
    ), locked AS (
      SELECT s.variant_id, s.pool, m.quantity, m.id FROM stock s
      JOIN mine m ON m.variant_id = s.variant_id AND m.pool = s.pool
      ORDER BY s.variant_id, s.pool FOR NO KEY UPDATE OF s
    ), moved AS (
      UPDATE stock s SET free = s.free + ${free} * l.quantity, held = s.held + ${held} * l.quantity,
        sold = s.sold + ${sold} * l.quantity
      FROM locked l JOIN variant v ON v.id = l.variant_id
      WHERE s.variant_id = l.variant_id AND s.pool = l.pool AND s.free + ${free} * l.quantity >= 0
      RETURNING l.id, s.variant_id, s.free - ${free} * l.quantity AS before, s.free AS after, v.min_quantity
    ), marked AS (
      UPDATE stock_hold h SET status = ${to} FROM moved WHERE h.id = moved.id
    )
    SELECT m.variant_id AS "variantId", d.before, d.after, d.min_quantity AS "minQuantity", d.id IS NOT NULL AS "isMoved"
    FROM mine m LEFT JOIN moved d ON d.id = m.id`
  if (rows.some((row) => !row.isMoved)) return false
  await followAvailability(tx, rows)
  return true
}
