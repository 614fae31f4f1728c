import type { Sql } from '#app/platform/sql.server.ts'
import {
  type Attribution,
  type ExhibitionWindow,
  type LivestreamWindow,
  latestOf,
  type Origin,
  originOf,
  readAttribution,
} from './attribution.ts'

/** The fair and the livestream that an order placed now belongs to, by its cart and its form; neither for nearly all. */
export async function findOrderOrigin(
  tx: Sql,
  { kept, sent }: { kept: unknown; sent: Attribution | undefined },
  now: Date,
): Promise<Origin> {
  const attribution = latestOf(readAttribution(kept), sent)
  if (!attribution) return { exhibitionId: null, livestreamId: null }
  const [livestream = null] = await tx.$queryRaw<Array<LivestreamWindow>>`
    SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", is_cancelled AS "isCancelled", exhibition_id AS "exhibitionId"
    FROM livestream WHERE id = ${attribution.livestreamId ?? null}::int`
  const wanted = [attribution.exhibitionId, livestream?.exhibitionId].filter((id) => typeof id === 'number')
  const exhibitions = await tx.$queryRaw<Array<ExhibitionWindow>>`
    SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", is_month_only AS "isMonthOnly"
    FROM exhibition WHERE id = ANY(${wanted}::int[]) AND is_published`
  return originOf(attribution, { exhibitions, livestream }, now)
}
