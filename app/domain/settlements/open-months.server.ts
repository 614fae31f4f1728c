import { shanghaiDay } from '#app/kernel/clock.ts'
import { zeroFen } from '#app/kernel/money.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { endOfPeriod, nextPeriod, type Period, periodOf } from './period.ts'
import type { StatementItem } from './statement.ts'
import { type SumsRow, toSums } from './statement-rows.ts'

/** The months of an enterprise that no statement has yet: what waits for one belongs to them. */
export type OpenMonths = {
  enterpriseId: number
  /** What is of an older month was booked late, and is in this one. Null while nothing was ever closed. */
  first: Period | null
  /** The running one. */
  current: Period
}

export async function findOpenMonths(sql: Sql, now: Date, enterpriseId: number): Promise<OpenMonths> {
  const [row] = await sql.$queryRaw<Array<{ closed: Period | null }>>`
    SELECT max(period) AS closed FROM (
      SELECT period FROM statement_period WHERE closed_at IS NOT NULL
      UNION ALL SELECT period FROM statement WHERE enterprise_id = ${enterpriseId}
    ) closed`
  const first = row?.closed ? nextPeriod(row.closed) : null
  return { enterpriseId, first, current: periodOf(shanghaiDay(now)) }
}

/** As they stand now, newest first; the running one also while nothing was sold in it. */
export async function sumOpenMonths(sql: Sql, months: OpenMonths): Promise<Array<StatementItem>> {
  const { enterpriseId, first, current } = months
  // Added up by month and kind first, and Shanghai's clock as the fixed offset that it is: in less than half the time.
  const rows = await sql.$queryRaw<Array<SumsRow & { period: Period }>>`
    SELECT GREATEST(to_char(month, 'YYYY-MM'), ${first}) AS period,
      COALESCE(sum(items_fen) FILTER (WHERE kind = 'sale'), 0) AS "itemsFen",
      COALESCE(sum(shipping_fen) FILTER (WHERE kind = 'sale'), 0) AS "shippingFen",
      COALESCE(-sum(items_fen + shipping_fen) FILTER (WHERE kind <> 'sale'), 0) AS "refundsFen",
      sum(fee_fen) AS "feeFen", sum(items_fen + shipping_fen - fee_fen) AS "netFen"
    FROM (
      SELECT date_trunc('month', occurred_at AT TIME ZONE interval '8 hours') AS month, kind,
        sum(items_fen) AS items_fen, sum(shipping_fen) AS shipping_fen, sum(fee_fen) AS fee_fen
      FROM unsettled_line WHERE enterprise_id = ${enterpriseId} AND occurred_at < ${endOfPeriod(current)} GROUP BY 1, 2
    ) sums
    GROUP BY 1 ORDER BY 1 DESC`
  const items = rows.map((row): StatementItem => ({ ...toSums(row), ...stateOf(row.period, current) }))
  return items[0]?.period === current ? items : [{ ...nothing, ...stateOf(current, current) }, ...items]
}

const nothing = {
  itemsFen: zeroFen,
  shippingFen: zeroFen,
  refundsFen: zeroFen,
  feeFen: zeroFen,
  netFen: zeroFen,
}

function stateOf(period: Period, current: Period): Pick<StatementItem, 'period' | 'state'> {
  return { period, state: period < current ? 'ended' : 'running' }
}
