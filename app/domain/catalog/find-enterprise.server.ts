import type { Pool } from 'pg'
import { readEnterpriseKind } from '#app/domain/enterprises/enterprise.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { EnterprisePage } from './places-pages.ts'

type EnterpriseRow = Omit<EnterprisePage, 'openedOn' | 'kind'> & {
  kind: string
  nameEn: string
  storyEn: string
  divisionNameEn: string
  openedAt: Date
}

/** An active enterprise's public page; its goods are a list of their own. */
export async function findEnterprise(
  { pool }: { pool: Pool },
  slug: string,
  locale: Locale,
): Promise<EnterprisePage | null> {
  const { rows } = await pool.query<EnterpriseRow>({
    name: 'enterprise-page',
    text: enterpriseSql,
    values: [slug],
  })
  const row = rows[0]
  if (!row) return null
  const { nameEn, storyEn, divisionNameEn, openedAt, ...rest } = row
  return {
    ...rest,
    kind: readEnterpriseKind(row.kind),
    name: inLocale(locale, row.name, nameEn),
    story: inLocale(locale, row.story, storyEn),
    divisionName: inLocale(locale, row.divisionName, divisionNameEn),
    openedOn: shanghaiDay(openedAt),
  }
}

const enterpriseSql = `
  SELECT e.slug, e.name, e.name_en AS "nameEn", e.kind, e.town, e.division_code AS "divisionCode",
    d.slug AS "divisionSlug", d.name AS "divisionName", d.name_en AS "divisionNameEn", e.story,
    e.story_en AS "storyEn", e.credit_code AS "creditCode", e.food_licence AS "foodLicence", e.phone,
    e.free_shipping_fen AS "freeShippingFen", e.ambient_fee_fen AS "ambientFeeFen",
    e.chilled_fee_fen AS "chilledFeeFen", e.frozen_fee_fen AS "frozenFeeFen", e.opened_at AS "openedAt",
    e.is_demonstration AS "isDemonstration",
    (SELECT count(*)::int FROM (SELECT FROM product
      WHERE enterprise_id = e.id AND status = 'published' LIMIT 1000) few) AS products
  FROM enterprise e JOIN division d ON d.code = e.division_code
  WHERE e.slug = $1 AND e.status = 'active'`
