import { closeLedger } from '#app/domain/sales/ledger-locks.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'

/** What stands in no statement, once more from the ledger, while nobody writes to it. Returns the number of lines. */
export async function rebuildLines({ pool, clock }: Pick<Services, 'pool' | 'clock'>): Promise<number> {
  return await withTransaction(pool, async (tx) => {
    await closeLedger(tx)
    await tx.$executeRaw`DELETE FROM unsettled_line`
    const lines = await tx.$executeRaw`
      INSERT INTO unsettled_line (enterprise_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen)
      SELECT * FROM lines_of((
        SELECT array_agg(e.id) FROM order_entry e
        WHERE NOT EXISTS (SELECT FROM statement_line l WHERE l.reference = e.reference)
      ))`
    await writeAudit(tx, clock.now(), 'system', {
      action: 'rebuild-lines',
      subject: ['sums', 'statements'],
      after: { lines },
    })
    return lines
  })
}
