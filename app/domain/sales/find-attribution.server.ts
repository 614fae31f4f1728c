import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Attribution } from './attribution.ts'
import type { FairVisit } from './fair-visit.ts'

/** The visit as it is kept with a cart; whether it counts is decided when the order is placed (attribution.ts). */
export async function findAttribution(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  visit: FairVisit | null,
): Promise<Attribution | undefined> {
  if (!visit) return undefined
  const [exhibition] = await sqlOn(pool).$queryRaw<Array<{ id: number }>>`
    SELECT id FROM exhibition WHERE slug = ${visit.fair} AND is_published`
  return exhibition && { exhibitionId: exhibition.id, via: visit.via, at: clock.now().toISOString() }
}
