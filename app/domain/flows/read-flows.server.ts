import type { FairPart } from '#app/domain/reports/breakdown.ts'
import { startOfDay } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { addFen, type Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Flow, Flows } from './flow.ts'

/** Who bought from where at a fair, or on one of its days, from its sums, the largest first; of all divisions or of one. */
export async function readFlows(
  { pool }: Pick<Services, 'pool'>,
  locale: Locale,
  { exhibitionId, day, division }: FairPart,
): Promise<Flows> {
  const sql = sqlOn(pool)
  const isChinese = locale === 'zh'
  const grain = day ? 'day' : 'total'
  const bucket = day ? startOfDay(day) : new Date(0)
  const [rows, [all]] = await Promise.all([
    sql.$queryRaw<Array<Flow>>`
      SELECT q.code AS "districtCode", CASE WHEN ${isChinese} OR q.name_en = '' THEN q.name ELSE q.name_en END AS district,
        d.code AS "divisionCode", CASE WHEN ${isChinese} OR d.name_en = '' THEN d.name ELSE d.name_en END AS division,
        COALESCE(d.pair_code = q.code, false) AS "isPaired", sum(r.entries)::int AS entries,
        sum(r.sales_fen)::float8 AS "salesFen", sum(r.signed_fen)::float8 AS "signedFen",
        sum(r.amount_fen)::float8 AS "totalFen", sum(r.verified_fen)::float8 AS "verifiedFen"
      FROM sale_figure r JOIN district q ON q.code = split_part(r.key, ':', 1)
      JOIN division d ON d.code = split_part(r.key, ':', 2)
      WHERE r.exhibition_id = ${exhibitionId} AND r.dimension = 'flow' AND r.grain = ${grain} AND r.bucket = ${bucket}
        AND (${division}::text IS NULL OR d.code = ${division})
      GROUP BY q.code, d.code ORDER BY sum(r.amount_fen) DESC, q.sort, d.sort`,
    sql.$queryRaw<Array<{ totalFen: Fen }>>`
      SELECT COALESCE(sum(amount_fen), 0)::float8 AS "totalFen" FROM sale_rollup
      WHERE exhibition_id = ${exhibitionId} AND dimension = ${division ? 'division' : 'all'} AND key = ${division ?? 'all'}
        AND grain = ${grain} AND bucket = ${bucket}`,
  ])
  return {
    rows,
    totalFen: all?.totalFen ?? addFen(),
    knownFen: addFen(...rows.map(({ totalFen }) => totalFen)),
    pairedFen: addFen(...rows.map(({ isPaired, totalFen }) => (isPaired ? totalFen : addFen()))),
  }
}
