import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { periodOf } from './period.ts'

/** Sums outgrow 53 bits, so they are text. */
export type StatementDifference = { enterpriseId: number; ledgerFen: string; settledFen: string }

/**
 * The ledger's orders once more: each of their entries is in one line, of a statement or waiting for one, nothing was
 * left out, counted twice or changed, the fees of an order are that of what is kept of it, and the head of each
 * statement is the sum of its lines.
 */
export async function findStatementDifferences(sql: Sql): Promise<Array<StatementDifference>> {
  return await sql.$queryRaw<Array<StatementDifference>>`
    WITH posted AS (
      SELECT enterprise_id, order_number, reference, max(fee_basis_points) AS fee_basis_points,
        sum(items_fen) AS items_fen, sum(shipping_fen) AS shipping_fen
      FROM order_entry GROUP BY 1, 2, 3
    ), line AS (
      SELECT s.enterprise_id, l.order_number, l.reference, l.items_fen, l.shipping_fen, l.fee_fen, l.net_fen
      FROM statement_line l JOIN statement s ON s.id = l.statement_id
      UNION ALL SELECT enterprise_id, order_number, reference, items_fen, shipping_fen, fee_fen, net_fen FROM unsettled_line
    ), ordered AS (
      SELECT enterprise_id, order_number, sum(posted.items_fen + posted.shipping_fen) AS fen,
        bool_and(posted.items_fen = line.items_fen AND posted.shipping_fen = line.shipping_fen
          AND line.net_fen = line.items_fen + line.shipping_fen - line.fee_fen) IS TRUE AND count(*) = count(posted.reference)
          AND count(*) = count(line.reference)
          AND sum(line.fee_fen) = platform_fee(sum(posted.items_fen)::bigint, max(posted.fee_basis_points)) AS is_whole
      FROM posted FULL JOIN line USING (enterprise_id, order_number, reference) GROUP BY 1, 2
    ), summed AS (
      SELECT s.enterprise_id, s.items_fen + s.shipping_fen - s.refunds_fen AS fen,
        (sum(l.items_fen + l.shipping_fen), sum(l.fee_fen), sum(l.net_fen))
          = (s.items_fen + s.shipping_fen - s.refunds_fen, s.fee_fen, s.net_fen) AS is_whole
      FROM statement s LEFT JOIN statement_line l ON l.statement_id = s.id GROUP BY s.id
      UNION ALL SELECT enterprise_id, items_fen + shipping_fen, true FROM unsettled_line
    ), ledger AS (
      SELECT enterprise_id, sum(fen) AS fen, bool_and(is_whole) AS is_whole FROM ordered GROUP BY 1
    ), settled AS (
      SELECT enterprise_id, sum(fen) AS fen, bool_and(is_whole) AS is_whole FROM summed GROUP BY 1
    )
    SELECT enterprise_id AS "enterpriseId", COALESCE(ledger.fen, 0)::text AS "ledgerFen",
      COALESCE(settled.fen, 0)::text AS "settledFen"
    FROM ledger FULL JOIN settled USING (enterprise_id)
    WHERE (ledger.fen = settled.fen AND ledger.is_whole AND settled.is_whole) IS NOT TRUE
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
