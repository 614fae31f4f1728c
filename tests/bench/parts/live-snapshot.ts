import type { Pool } from 'pg'
import { readSnapshot } from '#app/domain/live/read-snapshot.server.ts'
import type { Audience } from '#app/domain/live/snapshot.ts'
import { rebuildRollups } from '#app/domain/sales/rebuild-rollups.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import type { Part } from '../support/context.ts'
import { withClient } from '../support/databases.ts'
import { type Row, ratioRow } from '../support/sample.ts'

const few = 1_000
const many = 1_000_000
const readsARound = 20

/** The figures of a fair with a thousand lines in the ledger, and with a million: they are read from sums. */
export const liveSnapshot: Part = ({ databases, rounds, sizes }) =>
  databases.useCopy(sizes[0] ?? 1_000, async ({ url, ownerUrl }) => {
    const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 1 })
    try {
      const exhibitionId = await findFair(pool)
      const rows: Array<Row> = []
      const before = new Map<Audience, Array<number>>()
      for (const lines of [few, many]) {
        await fill(ownerUrl, exhibitionId, lines)
        await rebuildRollups(pool)
        await withClient(ownerUrl, (owner) =>
          owner.query('VACUUM ANALYZE sale_entry, sale_verification, sale_rollup'),
        )
        for (const audience of ['public', 'internal'] as const) {
          const times = await measure(pool, exhibitionId, audience, rounds)
          const small = before.get(audience)
          if (!small) before.set(audience, times)
          else
            rows.push(
              ratioRow(
                times.map((ours, round) => ({ ours, theirs: small[round] ?? Number.NaN })),
                { name: `live figures, ${audience}: 1,000,000 lines`, against: '1,000 lines', unit: 'ms' },
                { atMost: 3 },
              ),
            )
        }
      }
      return rows
    } finally {
      await pool.end()
    }
  })

async function measure(
  pool: Pool,
  exhibitionId: number,
  audience: Audience,
  rounds: number,
): Promise<Array<number>> {
  const times: Array<number> = []
  for (let round = 0; round <= rounds; round += 1) {
    const from = performance.now()
    for (let read = 0; read < readsARound; read += 1)
      await readSnapshot({ pool, clock: systemClock }, exhibitionId, audience)
    times.push((performance.now() - from) / readsARound)
  }
  // The first warms up.
  return times.slice(1)
}

async function findFair(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    'SELECT id FROM exhibition WHERE has_public_figure AND NOT is_month_only ORDER BY starts_at DESC LIMIT 1',
  )
  if (!rows[0]) throw new Error('no fair with public figures')
  return rows[0].id
}

/** Five days in all channels but contracts, every product and district; seven of ten are verified. */
async function fill(ownerUrl: string, exhibitionId: number, lines: number): Promise<void> {
  await withClient(ownerUrl, async (owner) => {
    await owner.query(
      `WITH goods AS (
         SELECT v.id, v.product_id, p.enterprise_id, p.division_code, p.category_code, v.price_fen,
           row_number() OVER (ORDER BY v.id) AS n, count(*) OVER () AS count
         FROM variant v JOIN product p ON p.id = v.product_id
       ), places AS (SELECT code, row_number() OVER (ORDER BY code) AS n, count(*) OVER () AS count FROM district)
       INSERT INTO sale_entry (exhibition_id, channel, kind, enterprise_id, division_code, product_id, variant_id, category_code,
         quantity, amount_fen, beijing_district_code, occurred_at, recorded_at, recorded_by, source, external_ref)
       SELECT $1, (ARRAY['onsite', 'livestream', 'online'])[1 + i % 3], 'sale', g.enterprise_id, g.division_code, g.product_id, g.id,
         g.category_code, 1, g.price_fen, d.code, now() - (i % 7200) * interval '1 minute', now(), 'bench', 'import', 'bench:' || $2 || ':' || i
       FROM generate_series(1, $2::int) AS i
       JOIN goods g ON g.n = 1 + (i * 7919::bigint) % g.count
       LEFT JOIN places d ON d.n = 1 + (i * 31::bigint) % (2 * d.count)`,
      [exhibitionId, lines],
    )
    await owner.query(`
      INSERT INTO sale_verification (entry_id, rule, verified_by, verified_at)
      SELECT id, 'platform-export', 'bench', now() FROM sale_entry WHERE recorded_by = 'bench' AND id % 10 < 7
      ON CONFLICT DO NOTHING`)
  })
}
