import { settleMended } from '#app/domain/notifications/settle-mended.server.ts'
import { closeLedger } from '#app/domain/sales/ledger-locks.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { findStatementDifferences, type StatementDifference } from './check-statements.server.ts'

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

/** How many lines were written anew, what was wrong, and how many alarms had told of it. */
export type MendedLines = { lines: number; differences: Array<StatementDifference>; alarms: number }

/** Looks first, while sales go on. Closed statements are nobody's to mend: while one differs, its alarm stays. */
export async function mendLines(services: Pick<Services, 'pool' | 'clock'>): Promise<MendedLines> {
  const sql = sqlOn(services.pool)
  const differences = await findStatementDifferences(sql)
  const lines = differences.length > 0 ? await rebuildLines(services) : 0
  const checkedAt = services.clock.now()
  const isRight = (await findStatementDifferences(sql)).length === 0
  const alarms = isRight ? await settleMended(services, 'statement-difference', checkedAt) : 0
  return { lines, differences, alarms }
}
