import type { Pool } from 'pg'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { ExhibitionPage, ExhibitorView } from './exhibition.ts'
import { type ExhibitionRow, exhibitionColumns, exhibitionSummary } from './exhibition-rows.server.ts'
import { readPublicFigures } from './read-figures.server.ts'

/** A fair's page; null for an unknown slug, and while the fair is only prepared. */
export async function findExhibition(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  slug: string,
  locale: Locale,
): Promise<ExhibitionPage | null> {
  const { rows } = await pool.query<ExhibitionRow>({
    name: 'exhibition',
    text: `SELECT ${exhibitionColumns} FROM exhibition WHERE slug = $1 AND is_published`,
    values: [slug],
  })
  const row = rows[0]
  if (!row) return null
  const [exhibitors, live] = await Promise.all([
    listExhibitors(pool, row.id, locale),
    readPublicFigures(pool, row, clock),
  ])
  return {
    ...exhibitionSummary(row, locale, clock.now()),
    summary: inLocale(locale, row.summary, row.summaryEn),
    exhibitors,
    live,
  }
}

async function listExhibitors(
  pool: Pool,
  exhibitionId: number,
  locale: Locale,
): Promise<Array<ExhibitorView>> {
  const { rows } = await pool.query<ExhibitorView & { nameEn: string; divisionNameEn: string }>({
    name: 'exhibitors',
    text: `
      SELECT e.slug, e.name, e.name_en AS "nameEn", d.code AS "divisionCode", d.name AS "divisionName",
        d.name_en AS "divisionNameEn", b.booth
      FROM exhibition_booth b JOIN enterprise e ON e.id = b.enterprise_id AND e.status = 'active'
      JOIN division d ON d.code = e.division_code
      WHERE b.exhibition_id = $1 ORDER BY b.booth, e.id LIMIT 1000`,
    values: [exhibitionId],
  })
  return rows.map(({ nameEn, divisionNameEn, ...row }) => ({
    ...row,
    name: inLocale(locale, row.name, nameEn),
    divisionName: inLocale(locale, row.divisionName, divisionNameEn),
  }))
}
