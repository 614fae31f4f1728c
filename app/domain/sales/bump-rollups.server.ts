import type { Sql } from '#app/platform/sql.server.ts'

/** Rung at the commit with the fair's id (0 = none), so that live figures read their rollups again. */
export const salesChannel = 'sales'

/**
 * Adds entries to each sum that they count in (view sale_slice); rows in one order, so that nobody deadlocks.
 * @param why entries that are `verified` later are in the sums already: only the verified part grows
 */
export async function bumpRollups(
  tx: Sql,
  ids: ReadonlyArray<string>,
  why: 'appended' | 'verified',
): Promise<void> {
  if (ids.length === 0) return
  const isNew = why === 'appended' ? 1 : 0
  await tx.$executeRaw`
    INSERT INTO sale_rollup AS r (exhibition_id, channel, dimension, key, grain, bucket, entries, quantity, amount_fen,
      verified_entries, verified_fen)
    SELECT exhibition_id, channel, dimension, key, grain, bucket, sum(entries) * ${isNew}::int, sum(quantity) * ${isNew}::int,
      sum(amount_fen) * ${isNew}::int, sum(verified_entries), sum(verified_fen)
    FROM sale_slice WHERE entry_id = ANY(${ids}::bigint[])
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (exhibition_id, channel, dimension, key, grain, bucket) DO UPDATE SET
      entries = r.entries + excluded.entries, quantity = r.quantity + excluded.quantity,
      amount_fen = r.amount_fen + excluded.amount_fen,
      verified_entries = r.verified_entries + excluded.verified_entries,
      verified_fen = r.verified_fen + excluded.verified_fen`
  await tx.$executeRaw`
    SELECT pg_notify(${salesChannel}, fair::text) FROM (
      SELECT DISTINCT COALESCE(exhibition_id, 0) AS fair FROM sale_entry WHERE id = ANY(${ids}::bigint[])
    ) AS fairs`
}
