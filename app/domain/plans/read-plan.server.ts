import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { PlanMonth, SalesPlan } from './sales-plan.ts'

type Reading = Pick<Services, 'pool'>

/** Every year that has a plan, the latest first. */
export async function listPlans({ pool }: Reading): Promise<Array<SalesPlan>> {
  return await sqlOn(pool).$queryRaw<Array<SalesPlan>>`
    SELECT year, base_year AS "baseYear", base_fen::float8 AS "baseFen", target_fen::float8 AS "targetFen",
      updated_by AS "updatedBy", updated_at AS "updatedAt"
    FROM sales_plan ORDER BY year DESC LIMIT 100`
}

/**
 * The twelve Shanghai months of a year: all fairs, and what was sold outside any (exhibition 0). From the sums of days,
 * each fair and channel by its own stretch of their key, however many minutes lie between.
 */
export async function readPlanMonths({ pool }: Reading, year: number): Promise<Array<PlanMonth>> {
  return await sqlOn(pool).$queryRaw<Array<PlanMonth>>`
    SELECT to_char(m.starts_on, 'YYYY-MM') AS month,
      COALESCE(sum(s.amount_fen) FILTER (WHERE s.channel <> 'contract'), 0)::float8 AS "salesFen",
      COALESCE(sum(s.amount_fen) FILTER (WHERE s.channel = 'contract'), 0)::float8 AS "signedFen",
      COALESCE(sum(s.amount_fen), 0)::float8 AS "totalFen", COALESCE(sum(s.verified_fen), 0)::float8 AS "verifiedFen",
      COALESCE(sum(s.amount_fen) FILTER (WHERE s.is_demonstration), 0)::float8 AS "demonstrationFen"
    FROM (SELECT make_date(${year}::int, month, 1) AS starts_on FROM generate_series(1, 12) AS month) AS m
    LEFT JOIN (
      SELECT r.channel, r.amount_fen, r.verified_fen, f.is_demonstration,
        date_trunc('month', r.bucket AT TIME ZONE 'Asia/Shanghai')::date AS starts_on
      FROM (SELECT 0 AS id, false AS is_demonstration UNION ALL SELECT id, is_demonstration FROM exhibition) AS f
      CROSS JOIN unnest(ARRAY['onsite', 'contract', 'livestream', 'online']) AS c(channel)
      JOIN sale_rollup r ON r.exhibition_id = f.id AND r.channel = c.channel AND r.dimension = 'all' AND r.key = 'all'
        AND r.grain = 'day' AND r.bucket >= ${startOf(year)} AND r.bucket < ${startOf(year + 1)}
    ) AS s ON s.starts_on = m.starts_on
    GROUP BY m.starts_on ORDER BY m.starts_on`
}

function startOf(year: number): Date {
  return new Date(`${year}-01-01T00:00:00+08:00`)
}
