import type { Pool } from 'pg'
import type { Clock } from '#app/kernel/clock.ts'
import { type ThreeFigures, threeFigures } from './figures.ts'

/** From the totals that every entry bumps: never a sum over the ledger. Null when it has no entry. */
export async function readFiguresOf(
  pool: Pool,
  exhibitionId: number,
  clock: Clock,
): Promise<ThreeFigures | null> {
  const { rows } = await pool.query<{ channel: string; amountFen: string }>({
    name: 'exhibition-figures',
    text: `SELECT channel, sum(amount_fen)::text AS "amountFen" FROM sale_rollup
      WHERE exhibition_id = $1 AND dimension = 'all' AND grain = 'total' GROUP BY channel`,
    values: [exhibitionId],
  })
  if (rows.length === 0) return null
  return threeFigures(
    rows.map((row) => ({ channel: row.channel, amountFen: Number(row.amountFen) })),
    clock.now(),
  )
}
