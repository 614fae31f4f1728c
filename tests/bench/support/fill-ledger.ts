import type pg from 'pg'

export type Fair = { id: number; slug: string }

/** The latest that shows its figures to everybody. */
export async function findFair(pool: pg.Pool): Promise<Fair> {
  const { rows } = await pool.query<Fair>(
    'SELECT id, slug FROM exhibition WHERE has_public_figure AND NOT is_month_only ORDER BY starts_at DESC LIMIT 1',
  )
  if (!rows[0]) throw new Error('no fair with public figures')
  return rows[0]
}

/** Five days in all channels but contracts, every product and district; seven of ten are verified. The sums are not written. */
export async function fillLedger(owner: pg.Client, exhibitionId: number, lines: number): Promise<void> {
  // What is made is sound: neither keys nor triggers look at it again.
  await owner.query('SET session_replication_role = replica')
  await owner.query(
    `WITH goods AS (
       SELECT v.id, v.product_id, p.enterprise_id, p.division_code, p.category_code, v.price_fen,
         row_number() OVER (ORDER BY v.id) AS n
       FROM variant v JOIN product p ON p.id = v.product_id
     ), places AS (
       SELECT code, row_number() OVER (ORDER BY code) AS n FROM district
     ), lines AS (
       SELECT i, 1 + (i * 7919::bigint) % (SELECT count(*) FROM goods) AS good,
         1 + (i * 31::bigint) % (SELECT 2 * count(*) FROM places) AS place
       FROM generate_series(1, $2::int) AS i
     )
     INSERT INTO sale_entry (exhibition_id, channel, kind, enterprise_id, division_code, product_id, variant_id, category_code,
       quantity, amount_fen, beijing_district_code, occurred_at, recorded_at, recorded_by, source, external_ref)
     SELECT $1, (ARRAY['onsite', 'livestream', 'online'])[1 + i % 3], 'sale', g.enterprise_id, g.division_code, g.product_id, g.id,
       g.category_code, 1, g.price_fen, d.code, now() - (i % 7200) * interval '1 minute', now(), 'bench', 'import', 'bench:' || $2 || ':' || i
     FROM lines JOIN goods g ON g.n = good LEFT JOIN places d ON d.n = place`,
    [exhibitionId, lines],
  )
  await owner.query(`
    INSERT INTO sale_verification (entry_id, rule, verified_by, verified_at)
    SELECT id, 'platform-export', 'bench', now() FROM sale_entry WHERE recorded_by = 'bench' AND id % 10 < 7
    ON CONFLICT DO NOTHING`)
}
