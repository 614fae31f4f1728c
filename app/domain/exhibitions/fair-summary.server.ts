import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { MeasureKind } from './exhibition.ts'
import type { Fair } from './fair-change.server.ts'
import { type FairFigures, fairFigures } from './figures.ts'

/** A fair at a glance, for organizers: what is claimed and of it what is verified; of all divisions, or of their own. */
export type FairSummary = {
  all: FairFigures
  verified: FairFigures
  targetFen: number | null
  exhibitors: number
  coverage: number
  measures: Array<{ kind: MeasureKind; value: number }>
}

type Row = Omit<FairSummary, 'all' | 'verified'> & {
  totals: Array<{ channel: string; amountFen: number; verifiedFen: number }>
}

export async function readFairSummary(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  fair: Fair,
  { divisionCode }: OrganizerScope,
): Promise<FairSummary> {
  const sql = sqlOn(pool)
  const [dimension, key] = divisionCode ? ['division', divisionCode] : ['all', 'all']
  const [row] = await sql.$queryRaw<Array<Row>>`
    SELECT (SELECT coalesce(json_agg(json_build_object('channel', channel, 'amountFen', amount_fen, 'verifiedFen', verified_fen)), '[]')
        FROM sale_rollup
        WHERE exhibition_id = ${fair.id} AND dimension = ${dimension} AND key = ${key} AND grain = 'total') AS totals,
      (SELECT amount_fen::float8 FROM exhibition_target
        WHERE exhibition_id = ${fair.id} AND dimension = ${dimension} AND key = ${key}) AS "targetFen",
      (SELECT count(*)::int FROM exhibition_booth b JOIN enterprise e ON e.id = b.enterprise_id
        WHERE b.exhibition_id = ${fair.id} AND (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode})) AS exhibitors,
      (SELECT count(*)::int FROM media_coverage WHERE exhibition_id = ${fair.id}) AS coverage,
      (SELECT coalesce(json_agg(json_build_object('kind', kind, 'value', value) ORDER BY kind), '[]') FROM (
        SELECT kind, sum(value)::int AS value FROM exhibition_measure WHERE exhibition_id = ${fair.id} GROUP BY kind
      ) sums) AS measures`
  const now = clock.now()
  const totals = row?.totals ?? []
  return {
    all: fairFigures(totals, now),
    verified: fairFigures(
      totals.map(({ channel, verifiedFen }) => ({ channel, amountFen: verifiedFen })),
      now,
    ),
    targetFen: row?.targetFen ?? null,
    exhibitors: row?.exhibitors ?? 0,
    coverage: row?.coverage ?? 0,
    measures: row?.measures ?? [],
  }
}
