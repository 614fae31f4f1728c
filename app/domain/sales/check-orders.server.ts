import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'

/** What an enterprise's orders have brought in, less what was given back; sums outgrow 53 bits, so they are text. */
export type OrderDifference = { enterpriseId: number; ordersFen: string; ledgerFen: string }

/** Every yuan of the orders is in the ledger, shipping too, and no other; what came too late was never a sale. */
export async function findOrderDifferences(sql: Sql): Promise<Array<OrderDifference>> {
  return await sql.$queryRaw<Array<OrderDifference>>`
    WITH sold AS (
      SELECT o.enterprise_id, sum(o.total_fen - o.refunded_fen) AS fen
      FROM shop_order o JOIN order_group g ON g.id = o.group_id
      WHERE g.status IN ('paid', 'refunding', 'refunded')
        AND NOT EXISTS (SELECT FROM refund r WHERE r.group_id = g.id AND r.reason = 'paid-after-release')
      GROUP BY 1
    ), posted AS (
      SELECT enterprise_id, sum(amount_fen) AS fen FROM sale_entry WHERE source = 'order' GROUP BY 1
    )
    SELECT enterprise_id AS "enterpriseId", COALESCE(sold.fen, 0)::text AS "ordersFen",
      COALESCE(posted.fen, 0)::text AS "ledgerFen"
    FROM sold FULL JOIN posted USING (enterprise_id)
    WHERE COALESCE(sold.fen, 0) <> COALESCE(posted.fen, 0)
    ORDER BY 1 LIMIT 100`
}

/** Nightly: a difference is an alarm, never a silent repair. */
export async function checkOrders(services: Pick<Services, 'pool' | 'clock'>): Promise<number> {
  const sql = sqlOn(services.pool)
  const differences = await findOrderDifferences(sql)
  for (const difference of differences) {
    const reference = String(difference.enterpriseId)
    await raiseAlarm(sql, services.clock.now(), { kind: 'order-difference', reference, detail: difference })
  }
  return differences.length
}
