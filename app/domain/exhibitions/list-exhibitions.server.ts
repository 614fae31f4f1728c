import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { ExhibitionSummary } from './exhibition.ts'
import { type ExhibitionRow, exhibitionColumns, exhibitionSummary } from './exhibition-rows.server.ts'

/** All fairs that everybody may know of, the latest first. */
export async function listExhibitions(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  locale: Locale,
): Promise<Array<ExhibitionSummary>> {
  const { rows } = await pool.query<ExhibitionRow>({
    name: 'exhibitions',
    text: `SELECT ${exhibitionColumns} FROM exhibition WHERE is_published ORDER BY starts_at DESC, id DESC LIMIT 200`,
  })
  return rows.map((row) => exhibitionSummary(row, locale, clock.now()))
}
