import type pg from 'pg'
import { busiest } from './fill-desks.ts'

/**
 * Gives the fair that is on a hundred thousand entries of the ledger and of a platform, the city as many rows of its other
 * lists as it could write in years, and the busiest enterprise the ledger, invoices and statements of its orders.
 */
export async function fillFairs(client: pg.Client, entries: number): Promise<void> {
  // Nothing that is made here breaks a rule, and the sums of the ledger are not what is measured.
  await client.query('SET session_replication_role = replica')
  for (const statement of rowsOf(entries)) await client.query(statement)
  await client.query('VACUUM ANALYZE')
}

export const busyFair = `(SELECT id FROM exhibition WHERE slug = 'beijing-2026')`

const ledger = `exhibition_id, channel, kind, enterprise_id, division_code, product_id, category_code, quantity, amount_fen,
  beijing_district_code, occurred_at, recorded_at, recorded_by, source, external_ref`

/** Of any thousand goods one after the other. */
const goods = `(SELECT p.id, p.enterprise_id, p.category_code, p.title, e.division_code, row_number() OVER () - 1 AS row
  FROM (SELECT * FROM product ORDER BY id LIMIT 1000) p JOIN enterprise e ON e.id = p.enterprise_id)`
const districts = `(SELECT code, row_number() OVER () - 1 AS row FROM district)`

const rowsOf = (entries: number) => [
  `INSERT INTO sale_entry (${ledger})
   SELECT x.id, (ARRAY['onsite', 'livestream', 'online'])[1 + n % 3], 'sale', p.enterprise_id, p.division_code, p.id, p.category_code,
     1, 100 * (1 + n % 500), d.code, x.starts_at + n * interval '3 seconds', x.starts_at + n * interval '3 seconds', 'bench',
     CASE n % 3 WHEN 0 THEN 'device' ELSE 'import' END, 'bench:' || n
   FROM generate_series(1, ${entries}) n JOIN ${goods} p ON p.row = n % 1000 JOIN ${districts} d ON d.row = n % 16
     JOIN exhibition x ON x.id = ${busyFair}`,
  `INSERT INTO sale_verification (entry_id, rule, verified_by, verified_at)
   SELECT id, 'day-close', 'bench', occurred_at FROM sale_entry WHERE recorded_by = 'bench' AND id % 2 = 0`,
  `INSERT INTO sale_entry (${ledger})
   SELECT NULL, 'online', 'sale', o.enterprise_id, l.division_code, l.product_id, l.category_code, l.quantity, l.amount_fen,
     NULL, o.paid_at, o.paid_at, 'settle', 'order', 'line:' || l.id
   FROM shop_order o JOIN order_line l ON l.order_id = o.id WHERE o.enterprise_id = ${busiest} AND o.paid_at IS NOT NULL
   ON CONFLICT DO NOTHING`,
  `INSERT INTO unsettled_line (enterprise_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen)
   SELECT * FROM lines_of((SELECT array_agg(id) FROM order_entry WHERE enterprise_id = ${busiest})) ON CONFLICT DO NOTHING`,
  `INSERT INTO invoice (id, order_id, enterprise_id, status, sequence, number, file_key, amount_fen, requested_at, issued_at)
   SELECT md5('invoice' || id)::uuid, id, enterprise_id, CASE WHEN row % 10 = 0 THEN 'requested' ELSE 'issued' END,
     CASE WHEN row % 10 > 0 THEN 1000000 + row END, CASE WHEN row % 10 > 0 THEN 'F' || row END,
     CASE WHEN row % 10 > 0 THEN 'none' END, total_fen, paid_at, CASE WHEN row % 10 > 0 THEN paid_at + interval '1 day' END
   FROM (SELECT *, row_number() OVER (ORDER BY paid_at, id) AS row FROM shop_order
     WHERE enterprise_id = ${busiest} AND paid_at IS NOT NULL) o ON CONFLICT DO NOTHING`,
  `INSERT INTO invoice_reversal (id, invoice_id, refund_id, amount_fen, created_at)
   SELECT md5('reversal' || id)::uuid, id, id, 100, issued_at FROM invoice WHERE sequence % 100 = 1`,
  `INSERT INTO statement (id, enterprise_id, period, items_fen, shipping_fen, refunds_fen, fee_fen, net_fen, closed_at, closed_by)
   SELECT md5('statement' || e.id || n)::uuid, e.id, to_char(date '2020-01-01' + n * interval '1 month', 'YYYY-MM'), 100, 0, 0, 0, 100,
     now(), gen_random_uuid() FROM enterprise e, generate_series(0, 59) n ON CONFLICT DO NOTHING`,
  `INSERT INTO statement_line (statement_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen)
   SELECT s.id, 'sale', 'bench:' || n, 'B' || n, date '2020-01-01' + n * interval '20 seconds', 100, 0, 0, 100
   FROM statement s, generate_series(1, ${entries}) n WHERE s.enterprise_id = ${busiest} AND s.period = '2020-01'`,
  `INSERT INTO contract (id, number, exhibition_id, kind, title, buyer, enterprise_id, division_code, amount_fen, signed_on, recorded_by,
     recorded_at)
   SELECT md5('contract' || n)::uuid, 'BENCH-' || n, CASE WHEN n % 2 = 0 THEN ${busyFair} END,
     (ARRAY['purchase', 'framework', 'intent', 'investment'])[1 + n % 4], p.title || '采购', '某食堂' || n % 900, p.enterprise_id,
     p.division_code, 100000 * (1 + n % 90), date '2026-11-20', gen_random_uuid(), now()
   FROM generate_series(1, 20000) n JOIN ${goods} p ON p.row = n % 1000`,
  `INSERT INTO contract_fulfilment (id, contract_id, kind, amount_fen, "on", recorded_by, recorded_at)
   SELECT md5('paid' || id)::uuid, id, 'payment', amount_fen / 2, signed_on, 'bench', now() FROM contract WHERE number LIKE 'BENCH-%'`,
  `INSERT INTO livestream (slug, exhibition_id, title, title_en, host, starts_at, ends_at)
   SELECT 'bench-' || n, CASE WHEN n % 2 = 0 THEN ${busyFair} END, '直播' || n, 'Live ' || n, '主播', now() - n * interval '3 hours',
     now() - n * interval '3 hours' + interval '2 hours' FROM generate_series(1, 5000) n`,
  `INSERT INTO platform_order (sub_order, main_order, import_id, external_id, merchant_code, title, spec, quantity, gross_fen, state,
     traffic, status, updated_at)
   SELECT 'B' || n, 'B' || n, md5('file')::uuid, 'P' || n % 3000, '', '抖店商品' || n % 3000, '', 1, 1000, '已完成', 'live',
     CASE n % 10 WHEN 0 THEN 'ignored' WHEN 1 THEN 'posted' ELSE 'unmatched' END, now() FROM generate_series(1, ${entries}) n`,
  `INSERT INTO platform_import (id, staff_id, file_name, file_key, sha256, columns, status, created_at)
   SELECT md5('platform' || n)::uuid, gen_random_uuid(), '订单.xlsx', 'none', md5('file' || n), '{}', 'done', now() - n * interval '1 hour'
   FROM generate_series(1, 5000) n`,
  `INSERT INTO staff (id, login, name, password_hash, created_at)
   SELECT md5('staff' || n)::uuid, 'bench' || n, '张三', 'none', now() FROM generate_series(1, 5000) n`,
  `INSERT INTO membership (id, staff_id, role, enterprise_id, division_code, created_at)
   SELECT md5('member' || n)::uuid, md5('staff' || n)::uuid, CASE n % 10 WHEN 0 THEN 'viewer' ELSE 'editor' END,
     CASE WHEN n % 10 > 0 THEN (SELECT min(id) FROM enterprise) + n % 100 END, NULL, now() FROM generate_series(1, 5000) n`,
  `INSERT INTO audit_entry (at, staff_id, actor, action, subject_kind, subject_id, enterprise_id, division_code, after)
   SELECT now() - n * interval '1 minute', md5('staff' || n % 5000 + 1)::uuid, '张三',
     (ARRAY['save-listing', 'ship-parcel', 'adjust-stock', 'change-price'])[1 + n % 4],
     (ARRAY['listing', 'order', 'variant', 'variant'])[1 + n % 4], 'B' || n % 900, p.enterprise_id, p.division_code, '{"version": 2}'
   FROM generate_series(1, ${2 * entries}) n JOIN ${goods} p ON p.row = n % 1000`,
  `INSERT INTO purchase_certificate (code, kind, subject, starts_on, ends_on, amount_fen, divisions, issued_by, issued_at)
   SELECT 'BENCH' || n, 'organisation', '某食堂' || n, '2026-01-01', '2026-12-31', 1000, '{}', 'bench', now() - n * interval '1 hour'
   FROM generate_series(1, 5000) n`,
  `INSERT INTO media_coverage (id, exhibition_id, outlet, title, published_on, recorded_by, recorded_at)
   SELECT md5('coverage' || n)::uuid, ${busyFair}, '某报', '报道' || n, date '2026-11-20', 'bench', now() FROM generate_series(1, 5000) n`,
  `INSERT INTO exhibition_booth (exhibition_id, enterprise_id, booth)
   SELECT ${busyFair}, id, 'B' || id FROM enterprise ON CONFLICT DO NOTHING`,
  `INSERT INTO stock_movement (variant_id, pool, delta, reason, recorded_by, recorded_at)
   SELECT v.id, 'online', 1, 'received', 'bench', now() - n * interval '1 minute'
   FROM (SELECT v.id FROM variant v JOIN product p ON p.id = v.product_id WHERE p.enterprise_id = ${busiest} ORDER BY v.id LIMIT 1) v,
     generate_series(1, ${entries}) n`,
]
