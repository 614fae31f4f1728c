import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'

export type StockDifference = {
  variantId: number
  pool: string
  physical: number
  free: number
  held: number
  sold: number
  heldByGroups: number
  soldByGroups: number
}

/** Conservation (T06): what came in and went out is free, held or sold, and every held or sold unit has its group. */
export async function findStockDifferences(sql: Sql): Promise<Array<StockDifference>> {
  return await sql.$queryRaw<Array<StockDifference>>`
    WITH physical AS (
      SELECT variant_id, pool, sum(delta)::int AS quantity FROM stock_movement GROUP BY 1, 2
    ), claims AS (
      SELECT variant_id, pool, COALESCE(sum(quantity) FILTER (WHERE status = 'held'), 0)::int AS held,
        COALESCE(sum(quantity) FILTER (WHERE status = 'sold'), 0)::int AS sold
      FROM stock_hold GROUP BY 1, 2
    ), rows AS (
      SELECT s.variant_id AS "variantId", s.pool, COALESCE(p.quantity, 0) AS physical, s.free, s.held, s.sold,
        COALESCE(c.held, 0) AS "heldByGroups", COALESCE(c.sold, 0) AS "soldByGroups"
      FROM stock s
      LEFT JOIN physical p ON p.variant_id = s.variant_id AND p.pool = s.pool
      LEFT JOIN claims c ON c.variant_id = s.variant_id AND c.pool = s.pool
    )
    SELECT * FROM rows
    WHERE physical <> free + held + sold OR held <> "heldByGroups" OR sold <> "soldByGroups"
    ORDER BY "variantId" LIMIT 100`
}

/** Nightly: a difference is an alarm, never a silent repair. */
export async function checkStock(services: Pick<Services, 'pool' | 'clock'>): Promise<number> {
  const sql = sqlOn(services.pool)
  const differences = await findStockDifferences(sql)
  for (const difference of differences) {
    const reference = `${difference.variantId}:${difference.pool}`
    await raiseAlarm(sql, services.clock.now(), { kind: 'stock-difference', reference, detail: difference })
  }
  return differences.length
}
