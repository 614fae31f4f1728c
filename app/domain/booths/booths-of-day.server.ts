import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

/** `late`: sales or voids came in after the last close. */
type BoothState = 'idle' | 'open' | 'late' | 'closed'
export type BoothOfDay = {
  enterprise: string
  name: string
  booth: string
  amountFen: number
  verifiedFen: number
  /** Counted less expected, by the last close; and by the one before it, if the day was closed again. */
  differenceFen: number
  earlierDifferenceFen: number | null
  closes: number
  state: BoothState
}

type Row = Omit<BoothOfDay, 'state'> & {
  nameEn: string
  entries: number
  claimed: number
  covered: number
}

/** All booths of a fair on a Shanghai day, from the rollups. */
export async function listBoothsOfDay(
  { pool }: Pick<Services, 'pool'>,
  { divisionCode }: OrganizerScope,
  locale: Locale,
  { exhibitionId, day }: { exhibitionId: number; day: string },
): Promise<Array<BoothOfDay>> {
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT e.slug AS enterprise, e.name, e.name_en AS "nameEn", b.booth, COALESCE(r.amount_fen, 0)::float8 AS "amountFen",
      COALESCE(r.verified_fen, 0)::float8 AS "verifiedFen", COALESCE(r.entries, 0) AS entries,
      COALESCE(r.entries - r.verified_entries, 0) AS claimed,
      COALESCE(c.entries, 0) AS covered, COALESCE(c.number, 0) AS closes,
      COALESCE(c.difference, 0)::float8 AS "differenceFen", c.earlier::float8 AS "earlierDifferenceFen"
    FROM exhibition_booth b JOIN enterprise e ON e.id = b.enterprise_id
    LEFT JOIN sale_rollup r ON r.exhibition_id = b.exhibition_id AND r.channel = 'onsite' AND r.dimension = 'enterprise'
      AND r.key = b.enterprise_id::text AND r.grain = 'day' AND r.bucket = (${day}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
    LEFT JOIN (
      SELECT DISTINCT ON (enterprise_id) enterprise_id, entries, number, counted_cash_fen - expected_cash_fen AS difference,
        lag(counted_cash_fen - expected_cash_fen) OVER (PARTITION BY enterprise_id ORDER BY number) AS earlier
      FROM booth_close WHERE exhibition_id = ${exhibitionId} AND day = ${day}::date ORDER BY enterprise_id, number DESC
    ) c ON c.enterprise_id = b.enterprise_id
    WHERE b.exhibition_id = ${exhibitionId} AND (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode})
    ORDER BY b.booth, e.id LIMIT 1000`
  return rows.map(({ nameEn, entries, claimed, covered, ...row }) => ({
    ...row,
    name: inLocale(locale, row.name, nameEn),
    state: stateOf({ entries, claimed, covered, closes: row.closes }),
  }))
}

function stateOf({
  entries,
  claimed,
  covered,
  closes,
}: Pick<Row, 'entries' | 'claimed' | 'covered' | 'closes'>): BoothState {
  if (closes > 0 && entries > covered) return 'late'
  if (claimed > 0) return 'open'
  return entries > 0 ? 'closed' : 'idle'
}
