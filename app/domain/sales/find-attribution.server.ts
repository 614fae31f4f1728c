import { after, second } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Attribution } from './attribution.ts'
import { cookieSeconds, type RecalledVisit } from './fair-visit.ts'

/** The visits that a form was sent with; whether they count is decided when the order is placed (attribution.ts). */
export async function findAttribution(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  visits: ReadonlyArray<RecalledVisit>,
): Promise<Attribution | undefined> {
  const now = clock.now()
  const oldest = after(now, -cookieSeconds * second)
  const lasting = visits.filter((visit) => timeOf(visit, now) >= oldest)
  const live = lasting.find(({ via }) => via === 'live')
  const fair = lasting.find(({ via }) => via !== 'live')
  if (!live && !fair) return undefined
  const [found] = await sqlOn(pool).$queryRaw<
    Array<{ exhibitionId: number | null; livestreamId: number | null }>
  >`
    SELECT (SELECT id FROM exhibition WHERE slug = ${fair?.fair ?? ''} AND is_published) AS "exhibitionId",
      (SELECT id FROM livestream WHERE slug = ${live?.fair ?? ''}) AS "livestreamId"`
  const { exhibitionId, livestreamId } = found ?? { exhibitionId: null, livestreamId: null }
  const via = fair && fair.via !== 'live' ? fair.via : 'page'
  const attribution = {
    ...(fair && exhibitionId !== null && { exhibitionId, via, at: timeOf(fair, now).toISOString() }),
    ...(live && livestreamId !== null && { livestreamId, liveAt: timeOf(live, now).toISOString() }),
  }
  return Object.keys(attribution).length > 0 ? attribution : undefined
}

/** A browser's clock may be ahead: no visit is to come. */
function timeOf({ at }: RecalledVisit, now: Date): Date {
  return at === null ? now : new Date(Math.min(at, now.getTime()))
}
