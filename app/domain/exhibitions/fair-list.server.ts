import { isInstant, shanghaiDay } from '#app/kernel/clock.ts'
import { isIntegerId } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type ExhibitionKind, type ExhibitionState, readExhibitionKind } from './exhibition.ts'
import { stateOf } from './exhibition-rows.server.ts'

export type FairItem = {
  slug: string
  name: string
  nameEn: string
  kind: ExhibitionKind
  state: ExhibitionState
  startsOn: string
  endsOn: string
  isMonthOnly: boolean
  isPublished: boolean
  isDemonstration: boolean
  exhibitors: number
}

type Row = Omit<FairItem, 'kind' | 'state' | 'startsOn' | 'endsOn'> & {
  id: number
  kind: string
  startsAt: Date
  endsAt: Date
}

const pageSize = 30

/** Prepared ones too, the latest first. */
export async function listFairs(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { state, after }: { state: ExhibitionState | null; after: string | null },
): Promise<Page<FairItem>> {
  const now = clock.now()
  const [startsAt, id] = readCursor(after, isInstant, isIntegerId) ?? ['infinity', 0]
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT id, slug, name, name_en AS "nameEn", kind, starts_at AS "startsAt", ends_at AS "endsAt",
      is_month_only AS "isMonthOnly", is_published AS "isPublished", is_demonstration AS "isDemonstration",
      (SELECT count(*)::int FROM (SELECT FROM exhibition_booth WHERE exhibition_id = e.id LIMIT 2000) few) AS exhibitors
    FROM exhibition e
    WHERE (starts_at, id) < (${startsAt}::timestamptz, ${id}::int)
      AND (${state}::text IS NULL OR ${state} = CASE WHEN starts_at > ${now} THEN 'coming'
        WHEN ends_at > ${now} THEN 'running' ELSE 'past' END)
    ORDER BY starts_at DESC, id DESC LIMIT ${pageSize + 1}`
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    items: rows.slice(0, pageSize).map((row) => itemOf(row, now)),
    next: last ? encodeCursor([last.startsAt.toISOString(), last.id]) : null,
  }
}

function itemOf({ id: _, startsAt, endsAt, kind, ...row }: Row, now: Date): FairItem {
  return {
    ...row,
    kind: readExhibitionKind(kind),
    state: stateOf({ startsAt, endsAt }, now),
    startsOn: shanghaiDay(startsAt),
    endsOn: shanghaiDay(new Date(endsAt.getTime() - 1)),
  }
}
