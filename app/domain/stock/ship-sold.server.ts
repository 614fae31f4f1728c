import type { Sql } from '#app/platform/sql.server.ts'

type Shipment = { groupId: string; orderNumber: string; recordedBy: string }

/**
 * Units that were paid leave the house: what is sold and what is there go down together (T06). The caller holds the
 * lock of the group's row. An order from before there was stock has no hold, and moves nothing.
 */
export async function shipSold(
  tx: Sql,
  now: Date,
  { groupId, orderNumber, recordedBy }: Shipment,
  items: ReadonlyArray<{ variantId: number; quantity: number }>,
): Promise<void> {
  await tx.$executeRaw`
    WITH leaving AS (
      SELECT h.id, h.variant_id, h.pool, h.quantity AS sold, least(w.quantity, h.quantity) AS quantity
      FROM unnest(${items.map((item) => item.variantId)}::int[], ${items.map((item) => item.quantity)}::int[])
        AS w (variant_id, quantity)
      JOIN stock_hold h ON h.group_id = ${groupId}::uuid AND h.variant_id = w.variant_id AND h.status = 'sold'
    ), locked AS (
      SELECT s.variant_id, s.pool, l.quantity FROM stock s
      JOIN leaving l ON l.variant_id = s.variant_id AND l.pool = s.pool
      ORDER BY s.variant_id, s.pool FOR NO KEY UPDATE OF s
    ), shrunk AS (
      UPDATE stock_hold h SET quantity = CASE WHEN l.sold > l.quantity THEN l.sold - l.quantity ELSE h.quantity END,
        status = CASE WHEN l.sold > l.quantity THEN h.status ELSE 'shipped' END
      FROM leaving l WHERE h.id = l.id
    ), moved AS (
      INSERT INTO stock_movement (variant_id, pool, delta, reason, reference, recorded_by, recorded_at)
      SELECT variant_id, pool, -quantity, 'shipment', ${orderNumber}, ${recordedBy}, ${now}::timestamptz FROM locked
    )
    UPDATE stock s SET sold = s.sold - l.quantity FROM locked l WHERE s.variant_id = l.variant_id AND s.pool = l.pool`
}
