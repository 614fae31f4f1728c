import type { Pool } from 'pg'
import { withTransaction } from '#app/platform/sql.server.ts'
import { closeLedger } from './ledger-locks.server.ts'

/** The sums once more from the ledger, while nobody writes to it. Returns the number of sums. */
export async function rebuildRollups(pool: Pool): Promise<number> {
  return await withTransaction(pool, async (tx) => {
    await closeLedger(tx)
    await tx.$executeRaw`DELETE FROM sale_rollup`
    return await tx.$executeRaw`
      INSERT INTO sale_rollup (exhibition_id, channel, dimension, key, grain, bucket, entries, quantity, amount_fen,
        verified_entries, verified_fen)
      SELECT exhibition_id, channel, dimension, key, grain, bucket, count(*), sum(quantity), sum(amount_fen),
        sum(verified_entries), sum(verified_fen)
      FROM sale_slice GROUP BY 1, 2, 3, 4, 5, 6`
  })
}
