import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { readExhibitionKind } from './exhibition.ts'
import { stateOf } from './exhibition-rows.server.ts'
import type { FairItem } from './fair-list.server.ts'
import { type FairFigures, fairFigures } from './figures.ts'

/** A fair with all that is claimed for it: of every division, or of the organizer's own. */
export type CurrentFair = Omit<FairItem, 'exhibitors'> & { figures: FairFigures }

type Row = Omit<CurrentFair, 'kind' | 'state' | 'startsOn' | 'endsOn' | 'figures'> & {
  kind: string
  startsAt: Date
  endsAt: Date
  totals: Array<{ channel: string; amountFen: number }>
}

const mostFairs = 3

/** What organizers come for: the fairs that are on and those that come next; if there is none, the last one. */
export async function listCurrentFairs(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { divisionCode }: OrganizerScope,
): Promise<Array<CurrentFair>> {
  const now = clock.now()
  const [dimension, key] = divisionCode ? ['division', divisionCode] : ['all', 'all']
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT slug, name, name_en AS "nameEn", kind, starts_at AS "startsAt", ends_at AS "endsAt",
      is_month_only AS "isMonthOnly", is_published AS "isPublished", is_demonstration AS "isDemonstration",
      (SELECT coalesce(json_agg(json_build_object('channel', channel, 'amountFen', amount_fen)), '[]') FROM sale_rollup
        WHERE exhibition_id = e.id AND dimension = ${dimension} AND key = ${key} AND grain = 'total') AS totals
    FROM exhibition e
    ORDER BY ends_at > ${now} DESC, CASE WHEN ends_at > ${now} THEN starts_at END, ends_at DESC, id DESC
    LIMIT ${mostFairs}`
  const isLeft = rows.some(({ endsAt }) => endsAt > now)
  return rows
    .filter(({ endsAt }, index) => (isLeft ? endsAt > now : index === 0))
    .map(({ startsAt, endsAt, kind, totals, ...row }) => ({
      ...row,
      kind: readExhibitionKind(kind),
      state: stateOf({ startsAt, endsAt }, now),
      startsOn: shanghaiDay(startsAt),
      endsOn: shanghaiDay(new Date(endsAt.getTime() - 1)),
      figures: fairFigures(totals, now),
    }))
}
