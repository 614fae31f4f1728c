import type { Sql } from '#app/platform/sql.server.ts'

/** What entries that were just appended mean for the next statement. The caller holds the lock of their group. */
export async function bookLines(tx: Sql, entries: ReadonlyArray<{ id: bigint }>): Promise<void> {
  if (entries.length === 0) return
  await tx.$executeRaw`
    INSERT INTO unsettled_line (enterprise_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen)
    SELECT * FROM lines_of(${entries.map(({ id }) => String(id))}::bigint[])`
}
