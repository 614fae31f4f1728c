import { exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { salesChannel } from './bump-rollups.server.ts'
import { findRollupDifferences, type RollupDifference } from './check-rollups.server.ts'
import { closeLedger } from './ledger-locks.server.ts'

/**
 * The sums once more from the ledger, while nobody writes to it: who records a sale meanwhile waits. Returns their number,
 * and what was wrong, at most a hundred.
 */
export async function rebuildRollups({
  pool,
  clock,
}: Pick<Services, 'pool' | 'clock'>): Promise<{ sums: number; differences: Array<RollupDifference> }> {
  return await withTransaction(pool, async (tx) => {
    await closeLedger(tx)
    const differences = await findRollupDifferences(tx)
    await tx.$executeRaw`DELETE FROM sale_rollup`
    const sums = await tx.$executeRaw`
      INSERT INTO sale_rollup (exhibition_id, channel, dimension, key, grain, bucket, entries, quantity, amount_fen,
        verified_entries, verified_fen)
      SELECT exhibition_id, channel, dimension, key, grain, bucket, count(*), sum(quantity), sum(amount_fen),
        sum(verified_entries), sum(verified_fen)
      FROM sale_slice GROUP BY 1, 2, 3, 4, 5, 6`
    await writeAudit(tx, clock.now(), 'system', {
      action: 'rebuild-sums',
      subject: ['sums', 'ledger'],
      after: { sums, differences: differences.length },
    })
    await tellEverybody(tx)
    return { sums, differences }
  })
}

/** Who watches a fair, and what is kept of pages with a figure. */
async function tellEverybody(tx: Sql): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_notify(${salesChannel}, fair::text) FROM (SELECT 0 AS fair UNION ALL SELECT id FROM exhibition) AS fairs`
  await publishTags(tx, [exhibitionsTag])
}
