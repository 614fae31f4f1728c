import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Attribution } from './attribution.ts'
import type { FairVisit } from './fair-visit.ts'

/** The visits as they are kept with a cart; whether they count is decided when the order is placed (attribution.ts). */
export async function findAttribution(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  visits: ReadonlyArray<FairVisit>,
): Promise<Attribution | undefined> {
  const live = visits.find(({ via }) => via === 'live')
  const fair = visits.find(({ via }) => via !== 'live')
  if (!live && !fair) return undefined
  const [found] = await sqlOn(pool).$queryRaw<
    Array<{ exhibitionId: number | null; livestreamId: number | null }>
  >`
    SELECT (SELECT id FROM exhibition WHERE slug = ${fair?.fair ?? ''} AND is_published) AS "exhibitionId",
      (SELECT id FROM livestream WHERE slug = ${live?.fair ?? ''}) AS "livestreamId"`
  const at = clock.now().toISOString()
  const { exhibitionId, livestreamId } = found ?? { exhibitionId: null, livestreamId: null }
  const via = fair && fair.via !== 'live' ? fair.via : 'page'
  const attribution = {
    ...(exhibitionId !== null && { exhibitionId, via, at }),
    ...(livestreamId !== null && { livestreamId, liveAt: at }),
  }
  return Object.keys(attribution).length > 0 ? attribution : undefined
}
