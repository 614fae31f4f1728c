import type pg from 'pg'

/** Every paid order is in the ledger as if it had settled through the shop. */
export async function writeLedger(client: pg.ClientBase): Promise<void> {
  await client.query(sales)
  await client.query(shipping)
  await client.query(refunds)
  await client.query(verifications)
}

/** The sums follow from the entries. */
export async function writeRollups(client: pg.ClientBase): Promise<void> {
  await client.query(rollups)
}

const columns = `(exhibition_id, channel, kind, enterprise_id, division_code, product_id, variant_id, category_code,
  quantity, amount_fen, beijing_district_code, occurred_at, recorded_at, recorded_by, source, external_ref)`

const paidOrders = `
  shop_order o
  JOIN order_group g ON g.id = o.group_id AND g.status IN ('paid', 'refunded')
  JOIN enterprise e ON e.id = o.enterprise_id`

const sales = `
  INSERT INTO sale_entry ${columns}
  SELECT g.exhibition_id, 'online', 'sale', o.enterprise_id, e.division_code, line.product_id, line.variant_id, line.category_code,
         line.quantity, line.amount_fen, g.beijing_district_code, g.paid_at, g.paid_at, 'settle', 'order', 'line:' || line.id
  FROM ${paidOrders} JOIN order_line line ON line.order_id = o.id
  ORDER BY g.paid_at, line.id`

const shipping = `
  INSERT INTO sale_entry ${columns}
  SELECT g.exhibition_id, 'online', 'sale', o.enterprise_id, e.division_code, NULL, NULL, NULL,
         0, o.shipping_fen, g.beijing_district_code, g.paid_at, g.paid_at, 'settle', 'order', 'shipping:' || o.id
  FROM ${paidOrders} WHERE o.shipping_fen > 0
  ORDER BY g.paid_at, o.id`

const refunds = `
  INSERT INTO sale_entry ${columns}
  SELECT g.exhibition_id, 'online', 'refund', o.enterprise_id, e.division_code, line.product_id, line.variant_id, line.category_code,
         -back.quantity, -back.amount_fen, g.beijing_district_code, refund.settled_at, refund.settled_at, 'refund', 'order',
         'refund:' || refund.id || ':' || line.id
  FROM ${paidOrders}
  JOIN order_line line ON line.order_id = o.id
  JOIN refund_line back ON back.order_line_id = line.id
  JOIN refund ON refund.id = back.refund_id AND refund.status = 'succeeded'
  ORDER BY refund.settled_at, line.id`

// Orders that were paid need nobody's word.
const verifications = `
  INSERT INTO sale_verification (entry_id, rule, verified_by, verified_at)
  SELECT id, 'payment', recorded_by, recorded_at FROM sale_entry ORDER BY id`

const rollups = `
  INSERT INTO sale_rollup (exhibition_id, channel, dimension, key, grain, bucket, entries, quantity, amount_fen,
    verified_entries, verified_fen)
  SELECT exhibition_id, channel, dimension, key, grain, bucket, sum(entries), sum(quantity), sum(amount_fen),
    sum(verified_entries), sum(verified_fen)
  FROM sale_slice GROUP BY 1, 2, 3, 4, 5, 6`
