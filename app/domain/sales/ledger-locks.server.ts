import type { Sql } from '#app/platform/sql.server.ts'

// The application's role may not lock rows of the ledger, since it may not change them: named locks, until the commit.

/** Whoever writes takes part; many at once. */
export async function joinLedger(tx: Sql): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('ledger'), 0)`
}

/** Nobody else is writing: what is frozen or rebuilt now has no entry that is still on its way. */
export async function closeLedger(tx: Sql): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ledger'), 0)`
}

/** Of a fair, one verifies or corrects at a time: else a correction could miss that its entry is being verified. */
export async function lockVerification(tx: Sql, ids: ReadonlyArray<bigint>): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtext('verification'), fair) FROM (
      SELECT DISTINCT COALESCE(exhibition_id, 0) AS fair FROM sale_entry WHERE id = ANY(${ids.map(String)}::bigint[]) ORDER BY 1
    ) AS fairs`
}
