import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'

export type RollupDifference = {
  exhibitionId: number
  channel: string
  dimension: string
  key: string
  grain: string
  bucket: string
  /** Entries, quantity, fen and of these the verified, as the ledger and as the rollup have them: text, of any size. */
  ledger: string | null
  rollup: string | null
}

/**
 * The rollups once more from the ledger: what differs from those that were kept.
 * @param exhibitionIds of these fairs only (0 = outside any); null for all
 */
export async function findRollupDifferences(
  sql: Sql,
  exhibitionIds: ReadonlyArray<number> | null = null,
): Promise<Array<RollupDifference>> {
  return await sql.$queryRaw<Array<RollupDifference>>`
    WITH ledger AS (
      SELECT exhibition_id, channel, dimension, key, grain, bucket,
        concat_ws(' ', sum(entries), sum(quantity), sum(amount_fen), sum(verified_entries), sum(verified_fen)) AS sums
      FROM sale_slice WHERE ${exhibitionIds}::int[] IS NULL OR exhibition_id = ANY(${exhibitionIds}::int[]) GROUP BY 1, 2, 3, 4, 5, 6
    ), kept AS (
      SELECT exhibition_id, channel, dimension, key, grain, bucket,
        concat_ws(' ', entries, quantity, amount_fen, verified_entries, verified_fen) AS sums
      FROM sale_rollup WHERE ${exhibitionIds}::int[] IS NULL OR exhibition_id = ANY(${exhibitionIds}::int[])
    )
    SELECT exhibition_id AS "exhibitionId", channel, dimension, key, grain, bucket::text,
      ledger.sums AS ledger, kept.sums AS rollup
    FROM ledger FULL JOIN kept USING (exhibition_id, channel, dimension, key, grain, bucket)
    WHERE ledger.sums IS DISTINCT FROM kept.sums
    ORDER BY 1, 2, 3, 4, 5, 6 LIMIT 100`
}

/** A difference is an alarm, never a silent repair. */
export async function checkRollups(
  services: Pick<Services, 'pool' | 'clock'>,
  exhibitionIds: ReadonlyArray<number> | null = null,
): Promise<number> {
  const sql = sqlOn(services.pool)
  const differences = await findRollupDifferences(sql, exhibitionIds)
  for (const difference of differences) {
    const { exhibitionId, channel, dimension, key, grain, bucket } = difference
    const reference = [exhibitionId, channel, dimension, key, grain, bucket].join(':')
    await raiseAlarm(sql, services.clock.now(), { kind: 'rollup-difference', reference, detail: difference })
  }
  return differences.length
}
