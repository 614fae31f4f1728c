import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { type Period, periodOf, startOfPeriod } from './period.ts'

/** Sums outgrow 53 bits, so they are text. */
export type StatementDifference = { enterpriseId: number; ledgerFen: string; settledFen: string }

/**
 * The ledger's orders of the closed months are the statements': nothing was left out, counted twice or changed, and
 * the head of each statement is the sum of its lines. What was booked into the last of them after it was closed waits
 * for the next.
 */
export async function findStatementDifferences(sql: Sql): Promise<Array<StatementDifference>> {
  const [last] = await sql.$queryRaw<Array<{ period: Period }>>`
    SELECT period FROM statement_period WHERE closed_at IS NOT NULL ORDER BY period DESC LIMIT 1`
  if (!last) return []
  return await sql.$queryRaw<Array<StatementDifference>>`
    WITH posted AS (
      SELECT enterprise_id, sum(items_fen + shipping_fen) AS fen FROM order_entry e
      WHERE occurred_at < ${startOfPeriod(last.period)} OR EXISTS (SELECT FROM statement_line l WHERE l.reference = e.reference)
      GROUP BY 1
    ), lines AS (
      SELECT statement_id, sum(items_fen + shipping_fen) AS fen, sum(fee_fen) AS fee_fen, sum(net_fen) AS net_fen
      FROM statement_line GROUP BY 1
    ), settled AS (
      SELECT s.enterprise_id, sum(s.items_fen + s.shipping_fen - s.refunds_fen) AS fen,
        bool_and(l.fen = s.items_fen + s.shipping_fen - s.refunds_fen AND l.fee_fen = s.fee_fen
          AND l.net_fen = s.net_fen AND s.net_fen = l.fen - l.fee_fen) AS is_whole
      FROM statement s LEFT JOIN lines l ON l.statement_id = s.id GROUP BY 1
    )
    SELECT enterprise_id AS "enterpriseId", COALESCE(posted.fen, 0)::text AS "ledgerFen",
      COALESCE(settled.fen, 0)::text AS "settledFen"
    FROM posted FULL JOIN settled USING (enterprise_id)
    WHERE COALESCE(posted.fen, 0) <> COALESCE(settled.fen, 0) OR settled.is_whole IS FALSE
    ORDER BY 1 LIMIT 100`
}

/** Nightly: a difference is an alarm, never a silent repair. */
export async function checkStatements(services: Pick<Services, 'pool' | 'clock'>): Promise<number> {
  const sql = sqlOn(services.pool)
  const now = services.clock.now()
  const differences = await findStatementDifferences(sql)
  for (const difference of differences) {
    const reference = `${difference.enterpriseId}:${periodOf(shanghaiDay(now))}`
    await raiseAlarm(sql, now, { kind: 'statement-difference', reference, detail: difference })
  }
  return differences.length
}
