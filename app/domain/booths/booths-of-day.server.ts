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
  /** Counted less expected, of all closes. */
  differenceFen: number
  state: BoothState
}

type Row = Omit<BoothOfDay, 'state'> & { nameEn: string; entries: number; covered: number; closes: number }

export type FairOfDay = { name: string; booths: Array<BoothOfDay> }

/** All booths of a fair on a Shanghai day, from the rollups. Null for an unknown fair. */
export async function listBoothsOfDay(
  { pool }: Pick<Services, 'pool'>,
  { divisionCode }: OrganizerScope,
  locale: Locale,
  { fair, day }: { fair: string; day: string },
): Promise<FairOfDay | null> {
  const sql = sqlOn(pool)
  const [exhibition] = await sql.$queryRaw<Array<{ id: number; name: string; nameEn: string }>>`
    SELECT id, name, name_en AS "nameEn" FROM exhibition WHERE slug = ${fair.replaceAll('\0', '')}`
  if (!exhibition) return null
  const rows = await sql.$queryRaw<Array<Row>>`
    SELECT e.slug AS enterprise, e.name, e.name_en AS "nameEn", b.booth, COALESCE(r.amount_fen, 0)::float8 AS "amountFen",
      COALESCE(r.verified_fen, 0)::float8 AS "verifiedFen", COALESCE(r.entries, 0) AS entries,
      COALESCE(c.covered, 0)::int AS covered, COALESCE(c.closes, 0)::int AS closes,
      COALESCE(c.difference, 0)::float8 AS "differenceFen"
    FROM exhibition_booth b JOIN enterprise e ON e.id = b.enterprise_id
    LEFT JOIN sale_rollup r ON r.exhibition_id = b.exhibition_id AND r.channel = 'onsite' AND r.dimension = 'enterprise'
      AND r.key = b.enterprise_id::text AND r.grain = 'day' AND r.bucket = (${day}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
    LEFT JOIN (
      SELECT enterprise_id, sum(entries) AS covered, count(*) AS closes, sum(counted_cash_fen - expected_cash_fen) AS difference
      FROM booth_close WHERE exhibition_id = ${exhibition.id} AND day = ${day}::date GROUP BY 1
    ) c ON c.enterprise_id = b.enterprise_id
    WHERE b.exhibition_id = ${exhibition.id} AND (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode})
    ORDER BY b.booth, e.id LIMIT 1000`
  return {
    name: inLocale(locale, exhibition.name, exhibition.nameEn),
    booths: rows.map(({ nameEn, entries, covered, closes, ...row }) => ({
      ...row,
      name: inLocale(locale, row.name, nameEn),
      state: stateOf(entries, covered, closes),
    })),
  }
}

function stateOf(entries: number, covered: number, closes: number): BoothState {
  if (closes === 0) return entries === 0 ? 'idle' : 'open'
  return entries > covered ? 'late' : 'closed'
}
