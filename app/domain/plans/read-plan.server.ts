import { channels } from '#app/domain/sales/sale-entry.ts'
import { shanghaiDay, startOfDay } from '#app/kernel/clock.ts'
import { addFen, type Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type PlanMonth, readYear, type SalesPlan } from './sales-plan.ts'

type Reading = Pick<Services, 'pool'>

/** What the page of a year shows. */
export type PlanView = {
  year: number
  plan: SalesPlan | null
  /** Those that can be chosen, the latest first. */
  years: Array<number>
  months: Array<PlanMonth>
  /** What the ledger has of the base year. */
  baseLedgerFen: Fen
  isDemonstration: boolean
}

/** The year and the kind of figures are the address's: `?year=2026`, and `&demo=1` for those of the demonstration. */
export async function openPlan(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  query: URLSearchParams,
): Promise<PlanView> {
  const thisYear = Number(shanghaiDay(clock.now()).slice(0, 4))
  const year = readYear(query.get('year'), thisYear)
  const of = { isDemonstration: query.get('demo') === '1' }
  const plans = await listPlans({ pool })
  const plan = plans.find((each) => each.year === year) ?? null
  const [months, base] = await Promise.all([
    readPlanMonths({ pool }, year, of),
    plan ? readPlanMonths({ pool }, plan.baseYear, of) : [],
  ])
  return {
    year,
    plan,
    years: [...new Set([thisYear, year, ...plans.map((each) => each.year)])].sort((a, b) => b - a),
    months,
    baseLedgerFen: addFen(...base.map(({ totalFen }) => totalFen)),
    ...of,
  }
}

/** Every year that has a plan, the latest first. */
export async function listPlans({ pool }: Reading): Promise<Array<SalesPlan>> {
  return await sqlOn(pool).$queryRaw<Array<SalesPlan>>`
    SELECT year, base_year AS "baseYear", base_fen::float8 AS "baseFen", target_fen::float8 AS "targetFen",
      updated_by AS "updatedBy", updated_at AS "updatedAt"
    FROM sales_plan ORDER BY year DESC LIMIT 100`
}

/**
 * The twelve Shanghai months of a year: all fairs, and what was sold outside any (exhibition 0). From the sums of days,
 * each fair and channel by its own stretch of their key, however many minutes lie between. Of the demonstration or of
 * everything else, never of both: its fairs say that they are of it, and outside of fairs its enterprises do.
 */
export async function readPlanMonths(
  { pool }: Reading,
  year: number,
  { isDemonstration }: { isDemonstration: boolean },
): Promise<Array<PlanMonth>> {
  const [from, until] = [startOfDay(`${year}-01-01`), startOfDay(`${year + 1}-01-01`)]
  return await sqlOn(pool).$queryRaw<Array<PlanMonth>>`
    SELECT to_char(m.starts_on, 'YYYY-MM') AS month,
      COALESCE(sum(s.sign * s.sales_fen), 0)::float8 AS "salesFen", COALESCE(sum(s.sign * s.signed_fen), 0)::float8 AS "signedFen",
      COALESCE(sum(s.sign * s.amount_fen), 0)::float8 AS "totalFen", COALESCE(sum(s.sign * s.verified_fen), 0)::float8 AS "verifiedFen"
    FROM (SELECT make_date(${year}::int, month, 1) AS starts_on FROM generate_series(1, 12) AS month) AS m
    LEFT JOIN (
      SELECT f.sign, r.sales_fen, r.signed_fen, r.amount_fen, r.verified_fen,
        date_trunc('month', r.bucket AT TIME ZONE 'Asia/Shanghai')::date AS starts_on
      FROM (
        SELECT id, 'all' AS dimension, 'all' AS key, 1 AS sign FROM exhibition WHERE is_demonstration = ${isDemonstration}
        UNION ALL SELECT 0, 'all', 'all', 1 WHERE NOT ${isDemonstration}
        UNION ALL SELECT 0, 'enterprise', id::text, CASE WHEN ${isDemonstration} THEN 1 ELSE -1 END
          FROM enterprise WHERE is_demonstration
      ) AS f
      CROSS JOIN unnest(${channels}::text[]) AS c(channel)
      JOIN sale_figure r ON r.exhibition_id = f.id AND r.channel = c.channel AND r.dimension = f.dimension
        AND r.key = f.key AND r.grain = 'day' AND r.bucket >= ${from} AND r.bucket < ${until}
    ) AS s ON s.starts_on = m.starts_on
    GROUP BY m.starts_on ORDER BY m.starts_on`
}
