import type { Pool } from 'pg'
import { closeLedger } from '#app/domain/sales/ledger-locks.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'

/** What stands in no statement, once more from the ledger, while nobody writes to it. Returns the number of lines. */
export async function rebuildLines(pool: Pool): Promise<number> {
  return await withTransaction(pool, async (tx) => {
    await closeLedger(tx)
    await tx.$executeRaw`DELETE FROM unsettled_line`
    return await tx.$executeRaw`
      INSERT INTO unsettled_line (enterprise_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen)
      SELECT * FROM lines_of((
        SELECT array_agg(e.id) FROM order_entry e
        WHERE NOT EXISTS (SELECT FROM statement_line l WHERE l.reference = e.reference)
      ))`
  })
}
