import type { Pool } from 'pg'
import type { Clock } from '#app/kernel/clock.ts'
import { type FairFigures, fairFigures } from './figures.ts'

/**
 * What everybody may see of a fair: its verified entries, where its figure is public. Null where it is not, or before
 * anything was verified. From the totals that every entry bumps: never a sum over the ledger.
 */
export async function readPublicFigures(
  pool: Pool,
  fair: { id: number; hasPublicFigure: boolean },
  clock: Clock,
): Promise<FairFigures | null> {
  if (!fair.hasPublicFigure) return null
  const { rows } = await pool.query<{ channel: string; amountFen: number }>({
    name: 'public-figures',
    text: `SELECT channel, verified_fen::float8 AS "amountFen" FROM sale_rollup
      WHERE exhibition_id = $1 AND dimension = 'all' AND grain = 'total' AND verified_entries > 0`,
    values: [fair.id],
  })
  return rows.length === 0 ? null : fairFigures(rows, clock.now())
}
