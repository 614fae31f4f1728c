import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { type ExhibitionState, readExhibitionKind } from './exhibition.ts'
import { stateOf } from './exhibition-rows.server.ts'
import type { FairFacts } from './fair-form.ts'

/** A fair as organizers work on it. */
export type FairRecord = FairFacts & {
  id: number
  slug: string
  state: ExhibitionState
  isMonthOnly: boolean
  isDemonstration: boolean
  version: number
}

type Row = Omit<FairRecord, 'kind' | 'state' | 'startsOn' | 'endsOn'> & {
  kind: string
  startsAt: Date
  endsAt: Date
}

/** Published or not; null for an unknown slug. */
export async function findFair(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  slug: string,
): Promise<FairRecord | null> {
  return await readFair(sqlOn(pool), slug, clock.now())
}

export async function readFair(sql: Sql, slug: string, now: Date): Promise<FairRecord | null> {
  const [row] = await sql.$queryRaw<Array<Row>>`
    SELECT id, slug, name, name_en AS "nameEn", kind, city, city_en AS "cityEn", venue, venue_en AS "venueEn",
      starts_at AS "startsAt", ends_at AS "endsAt", is_month_only AS "isMonthOnly", summary, summary_en AS "summaryEn",
      is_published AS "isPublished", has_public_figure AS "hasPublicFigure", is_demonstration AS "isDemonstration", version
    FROM exhibition WHERE slug = ${slug}`
  if (!row) return null
  const { startsAt, endsAt, kind, ...record } = row
  return {
    ...record,
    kind: readExhibitionKind(kind),
    state: stateOf(row, now),
    startsOn: shanghaiDay(startsAt),
    endsOn: shanghaiDay(new Date(endsAt.getTime() - 1)),
  }
}
