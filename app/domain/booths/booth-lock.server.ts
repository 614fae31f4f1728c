import type { Sql } from '#app/platform/sql.server.ts'

export type BoothKey = { exhibitionId: number; enterpriseId: number }

/**
 * One at a time writes for a booth, until the commit: an upload knows which sales are new, and a close what it counts.
 * Taken before stock and ledger, in one order.
 */
export async function lockBooths(tx: Sql, booths: ReadonlyArray<BoothKey>): Promise<void> {
  const keys = [...new Set(booths.map(({ exhibitionId, enterpriseId }) => `${exhibitionId}:${enterpriseId}`))]
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('booth:' || key, 0))
    FROM (SELECT key FROM unnest(${keys}::text[]) AS key ORDER BY key) AS booths`
}
