import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

export type BoothAddress = { fair: string | undefined; enterprise: string | undefined }

export type Booth = {
  exhibitionId: number
  enterpriseId: number
  fair: { slug: string; name: string; startsAt: Date; endsAt: Date; isDemonstration: boolean }
  enterprise: { slug: string; name: string }
  booth: string
}

type Row = Pick<Booth, 'exhibitionId' | 'enterpriseId' | 'booth'> & {
  fair: string
  fairName: string
  fairNameEn: string
  startsAt: Date
  endsAt: Date
  isDemonstration: boolean
  enterprise: string
  enterpriseName: string
  enterpriseNameEn: string
}

/** Null for an enterprise that has no booth there, and for whoever does not organize its division. */
export async function findBooth(
  { pool }: Pick<Services, 'pool'>,
  { divisionCode }: OrganizerScope,
  locale: Locale,
  { fair = '', enterprise = '' }: BoothAddress,
): Promise<Booth | null> {
  const [row] = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT x.id AS "exhibitionId", e.id AS "enterpriseId", b.booth, x.slug AS fair, x.name AS "fairName",
      x.name_en AS "fairNameEn", x.starts_at AS "startsAt", x.ends_at AS "endsAt", x.is_demonstration AS "isDemonstration",
      e.slug AS enterprise, e.name AS "enterpriseName", e.name_en AS "enterpriseNameEn"
    FROM exhibition x JOIN exhibition_booth b ON b.exhibition_id = x.id JOIN enterprise e ON e.id = b.enterprise_id
    WHERE x.slug = ${fair.replaceAll('\0', '')} AND e.slug = ${enterprise.replaceAll('\0', '')} AND NOT x.is_month_only
      AND (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode})`
  if (!row) return null
  const { exhibitionId, enterpriseId, booth, startsAt, endsAt, isDemonstration } = row
  const name = inLocale(locale, row.fairName, row.fairNameEn)
  return {
    exhibitionId,
    enterpriseId,
    booth,
    fair: { slug: row.fair, name, startsAt, endsAt, isDemonstration },
    enterprise: {
      slug: row.enterprise,
      name: inLocale(locale, row.enterpriseName, row.enterpriseNameEn),
    },
  }
}
