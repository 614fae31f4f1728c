import { exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { settleMended } from '#app/domain/notifications/settle-mended.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { salesChannel } from './bump-rollups.server.ts'
import { findRollupDifferences, type RollupDifference } from './check-rollups.server.ts'
import { closeLedger } from './ledger-locks.server.ts'

/** How many sums were written anew, and what was wrong. */
export type Rebuilt = { sums: number; differences: Array<RollupDifference> }

/**
 * The sums once more from the ledger, while nobody writes to it: who records a sale meanwhile waits. At most a hundred of
 * the differences are told.
 * @param exhibitionIds of these fairs only (0 = outside any); null for all
 */
export async function rebuildRollups(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  exhibitionIds: ReadonlyArray<number> | null = null,
): Promise<Rebuilt> {
  return await withTransaction(pool, async (tx) => {
    await closeLedger(tx)
    const differences = await findRollupDifferences(tx, exhibitionIds)
    await tx.$executeRaw`
      DELETE FROM sale_rollup WHERE ${exhibitionIds}::int[] IS NULL OR exhibition_id = ANY(${exhibitionIds}::int[])`
    const sums = await tx.$executeRaw`
      INSERT INTO sale_rollup (exhibition_id, channel, dimension, key, grain, bucket, entries, quantity, amount_fen,
        verified_entries, verified_fen)
      SELECT exhibition_id, channel, dimension, key, grain, bucket, sum(entries), sum(quantity), sum(amount_fen),
        sum(verified_entries), sum(verified_fen)
      FROM sale_slice WHERE ${exhibitionIds}::int[] IS NULL OR exhibition_id = ANY(${exhibitionIds}::int[])
      GROUP BY 1, 2, 3, 4, 5, 6`
    await writeAudit(tx, clock.now(), 'system', {
      action: 'rebuild-sums',
      subject: ['sums', exhibitionIds === null ? 'ledger' : exhibitionIds.join(' ')],
      after: { sums, differences: differences.length },
    })
    await tellEverybody(tx)
    return { sums, differences }
  })
}

/**
 * Looks first, while sales go on, and closes the ledger only for fairs whose sums differ, one after the other. When none
 * differs any more, the alarms that told of it are settled.
 */
export async function mendRollups(
  services: Pick<Services, 'pool' | 'clock'>,
): Promise<Rebuilt & { alarms: number }> {
  const mended: Rebuilt = { sums: 0, differences: [] }
  const seen = new Set<number>()
  for (;;) {
    const checkedAt = services.clock.now()
    const found = await findRollupDifferences(sqlOn(services.pool))
    // Whatever differs again after it was made anew is no damage of the sums: it is told, not tried for ever.
    const fair = found.find(({ exhibitionId }) => !seen.has(exhibitionId))?.exhibitionId
    if (fair === undefined) {
      const isRight = found.length === 0
      const alarms = isRight ? await settleMended(services, 'rollup-difference', checkedAt) : 0
      return { ...mended, alarms }
    }
    seen.add(fair)
    const { sums, differences } = await rebuildRollups(services, [fair])
    mended.sums += sums
    mended.differences.push(...differences)
  }
}

/** Who watches a fair, and what is kept of pages with a figure. */
async function tellEverybody(tx: Sql): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_notify(${salesChannel}, fair::text) FROM (SELECT 0 AS fair UNION ALL SELECT id FROM exhibition) AS fairs`
  await publishTags(tx, [exhibitionsTag])
}
