import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

export type BoothChoice = {
  fair: { slug: string; name: string }
  booths: Array<{ enterprise: string; name: string; booth: string }>
}

type Row = {
  fair: string
  fairName: string
  fairNameEn: string
  enterprise: string
  name: string
  nameEn: string
  booth: string
}

/** The booths of fairs: first of those that are on, then of what begins within a month or has just ended (late sales). */
export async function listBoothChoices(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { divisionCode }: OrganizerScope,
  locale: Locale,
): Promise<Array<BoothChoice>> {
  const now = clock.now()
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT x.slug AS fair, x.name AS "fairName", x.name_en AS "fairNameEn", e.slug AS enterprise, e.name, e.name_en AS "nameEn",
      b.booth
    FROM (
      SELECT id, slug, name, name_en, starts_at, starts_at <= ${now} AND ends_at > ${now} AS is_on FROM exhibition
      WHERE NOT is_month_only
      AND starts_at <= ${now}::timestamptz + interval '30 days' AND ends_at > ${now}::timestamptz - interval '7 days'
    ) x
    JOIN exhibition_booth b ON b.exhibition_id = x.id JOIN enterprise e ON e.id = b.enterprise_id
    WHERE ${divisionCode}::text IS NULL OR e.division_code = ${divisionCode}
    ORDER BY x.is_on DESC, x.starts_at DESC, x.id, b.booth, e.id LIMIT 1000`
  const choices = new Map<string, BoothChoice>()
  for (const row of rows) {
    const name = inLocale(locale, row.fairName, row.fairNameEn)
    const choice = choices.get(row.fair) ?? { fair: { slug: row.fair, name }, booths: [] }
    choices.set(row.fair, choice)
    choice.booths.push({
      enterprise: row.enterprise,
      name: inLocale(locale, row.name, row.nameEn),
      booth: row.booth,
    })
  }
  return [...choices.values()]
}
