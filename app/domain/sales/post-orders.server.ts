import { bookLines } from '#app/domain/settlements/book-lines.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { correctEntries, countNew } from './append-entries.server.ts'
import { joinLedger } from './ledger-locks.server.ts'

type Posted = Array<{ id: bigint }>

/** The sale of a paid group, line by line and one for each enterprise's shipping; a second posting adds nothing. */
export async function postSale(tx: Sql, groupId: string, now: Date): Promise<void> {
  await joinLedger(tx)
  const posted = await tx.$queryRaw<Posted>`
    INSERT INTO sale_entry (exhibition_id, channel, kind, enterprise_id, division_code, product_id, variant_id, category_code,
      quantity, amount_fen, beijing_district_code, livestream_id, occurred_at, recorded_at, recorded_by, source, external_ref)
    SELECT g.exhibition_id, 'online', 'sale', o.enterprise_id, e.division_code, i.product_id, i.variant_id, i.category_code,
      i.quantity, i.amount_fen, g.beijing_district_code, g.livestream_id, ${now}::timestamptz, ${now}::timestamptz, 'settle',
      'order', i.ref
    FROM order_group g JOIN shop_order o ON o.group_id = g.id JOIN enterprise e ON e.id = o.enterprise_id
    CROSS JOIN LATERAL (
      SELECT l.product_id, l.variant_id, l.category_code, l.quantity, l.amount_fen, 'line:' || l.id AS ref
      FROM order_line l WHERE l.order_id = o.id
      UNION ALL
      SELECT NULL, NULL, NULL, 0, o.shipping_fen, 'shipping:' || o.id WHERE o.shipping_fen > 0
    ) i
    WHERE g.id = ${groupId}::uuid ORDER BY i.ref
    ON CONFLICT (source, external_ref) DO NOTHING RETURNING id`
  await countNew(tx, now, posted, 'payment')
  await bookLines(tx, posted)
}

/** The negative of what a refund gave back, once it has succeeded. */
export async function postRefund(tx: Sql, refundId: string, now: Date): Promise<void> {
  await joinLedger(tx)
  const posted = await tx.$queryRaw<Posted>`
    INSERT INTO sale_entry (exhibition_id, channel, kind, enterprise_id, division_code, product_id, variant_id, category_code,
      quantity, amount_fen, beijing_district_code, livestream_id, occurred_at, recorded_at, recorded_by, source, external_ref)
    SELECT g.exhibition_id, 'online', 'refund', o.enterprise_id, e.division_code, i.product_id, i.variant_id, i.category_code,
      -i.quantity, -i.amount_fen, g.beijing_district_code, g.livestream_id, ${now}::timestamptz, ${now}::timestamptz, 'refund',
      'order', i.ref
    FROM refund r JOIN order_group g ON g.id = r.group_id JOIN shop_order o ON o.group_id = g.id
    JOIN enterprise e ON e.id = o.enterprise_id
    CROSS JOIN LATERAL (
      SELECT l.product_id, l.variant_id, l.category_code, b.quantity, b.amount_fen, 'refund:' || r.id || ':' || l.id AS ref
      FROM refund_line b JOIN order_line l ON l.id = b.order_line_id WHERE b.refund_id = r.id AND l.order_id = o.id
      UNION ALL
      SELECT NULL, NULL, NULL, 0, b.amount_fen, 'refund:' || r.id || ':shipping:' || o.id
      FROM refund_shipping b WHERE b.refund_id = r.id AND b.order_id = o.id
    ) i
    WHERE r.id = ${refundId}::uuid ORDER BY i.ref
    ON CONFLICT (source, external_ref) DO NOTHING RETURNING id`
  await countNew(tx, now, posted, 'payment')
  await bookLines(tx, posted)
}

/** A refund that a bank sent back: each of its entries is answered by a correction. */
export async function correctRefund(tx: Sql, refundId: string, now: Date): Promise<void> {
  const entries = await tx.$queryRaw<Posted>`
    SELECT id FROM sale_entry WHERE source = 'order' AND external_ref IN (
      SELECT 'refund:' || refund_id || ':' || order_line_id FROM refund_line WHERE refund_id = ${refundId}::uuid
      UNION ALL SELECT 'refund:' || refund_id || ':shipping:' || order_id FROM refund_shipping WHERE refund_id = ${refundId}::uuid
    )`
  const ids = entries.map(({ id }) => id)
  await bookLines(tx, await correctEntries(tx, now, ids, { by: 'refund', note: null }))
}
