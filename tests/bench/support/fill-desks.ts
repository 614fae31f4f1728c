import type pg from 'pg'

/**
 * Gives one enterprise a hundred thousand orders, copied from those of the demonstration, and the organizers' queues as
 * many rows as a city could write in years.
 */
export async function fillDesks(client: pg.Client, orders: number): Promise<void> {
  // What is copied was sound: neither keys nor triggers look at it again, which would take minutes.
  await client.query('SET session_replication_role = replica')
  await client.query(`CREATE TEMP TABLE copied AS
    SELECT o.id AS old_order, o.group_id AS old_group, n, md5('group' || o.id || n)::uuid AS new_group,
      md5('order' || o.id || n)::uuid AS new_order
    FROM (SELECT DISTINCT ON (group_id) id, group_id FROM shop_order WHERE paid_at IS NOT NULL) o
      CROSS JOIN generate_series(1, 1 + ${orders} / (SELECT count(*)::int FROM order_group)) n
    LIMIT ${orders}`)
  for (const statement of copies) await client.query(statement)
  await client.query('VACUUM ANALYZE')
}

/** The one with most goods, and the most to do. */
export const busiest = `(SELECT enterprise_id FROM product GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)`

/** Rows like those that are there, with other values in some columns. */
const like = (table: string, from: string, row: string, changes: string) =>
  `INSERT INTO ${table} SELECT made.* FROM ${from}, jsonb_populate_record(${row}, jsonb_build_object(${changes})) made`

const copies = [
  like(
    'order_group',
    'copied c JOIN order_group g ON g.id = c.old_group',
    'g',
    `'id', c.new_group, 'number', g.number || 'N' || c.n, 'token', md5(c.new_group::text), 'idempotency_key', c.new_group,
     'cart_id', NULL, 'paid_at', g.paid_at - c.n * interval '7 minutes'`,
  ),
  like(
    'shop_order',
    'copied c JOIN shop_order o ON o.id = c.old_order',
    'o',
    `'id', c.new_order, 'group_id', c.new_group, 'number', o.number || 'N' || c.n, 'enterprise_id', ${busiest},
     'paid_at', o.paid_at - c.n * interval '7 minutes'`,
  ),
  like(
    'order_line',
    'copied c JOIN order_line l ON l.order_id = c.old_order',
    'l',
    `'id', md5('line' || l.id || c.n), 'order_id', c.new_order`,
  ),
  like(
    'parcel',
    'copied c JOIN parcel p ON p.order_id = c.old_order',
    'p',
    `'id', md5('parcel' || p.id || c.n), 'order_id', c.new_order`,
  ),
  // Every tenth order asks for something; a twentieth of those is open.
  `INSERT INTO after_sale (id, order_line_id, enterprise_id, kind, reason, body, quantity, status, created_at, deadline_at, escalated_at, closed_at)
   SELECT md5('request' || l.id)::uuid, l.id, o.enterprise_id, 'refund-only', 'damaged', '袋子破了', 1,
     CASE WHEN l.row % 20 = 0 THEN 'requested' ELSE 'refused' END, o.paid_at, o.paid_at + interval '2 days',
     o.paid_at + interval '2 days', CASE WHEN l.row % 20 > 0 THEN o.paid_at + interval '1 day' END
   FROM (SELECT DISTINCT ON (order_id) *, row_number() OVER () AS row FROM order_line) l
     JOIN copied c ON c.new_order = l.order_id JOIN shop_order o ON o.id = l.order_id
   WHERE l.row % 10 = 0`,
  `INSERT INTO review (product_id, author_name, rating, body, photos, reply, status, created_at)
   SELECT r.product_id, author_name, rating, body, photos, CASE WHEN r.id % 2 = 0 THEN reply END,
     CASE n % 10 WHEN 0 THEN 'pending' WHEN 1 THEN 'hidden' ELSE 'published' END, created_at - n * interval '3 minutes'
   FROM review r, generate_series(1, 40) n`,
  `UPDATE listing SET status = 'submitted', submitted_at = updated_at, draft = '{"titleEn": "", "variants": []}'
   WHERE id IN (SELECT id FROM listing ORDER BY id LIMIT 50000)`,
  `INSERT INTO enterprise_application (id, token_hash, name, kind, division_code, credit_code, contact_name, contact_phone,
     story, status, created_at, submitted_at)
   SELECT md5('application' || n)::uuid, 'bench' || n, e.name || n, e.kind, e.division_code, 'BENCH' || n, '张三', e.phone,
     e.story, (ARRAY['submitted', 'recommended', 'returned', 'rejected'])[1 + n % 4], now(), now()
   FROM enterprise e, generate_series(1, 55) m, LATERAL (SELECT e.id * 100 + m AS n) numbered`,
  `INSERT INTO import_job (id, enterprise_id, staff_id, file_name, file_key, columns, status, created_at)
   SELECT md5('import' || n)::uuid, ${busiest}, gen_random_uuid(), '商品.xlsx', 'none', '{"headings": [], "mapping": {}}',
     'done', now() - n * interval '1 hour'
   FROM generate_series(1, 5000) n`,
]
