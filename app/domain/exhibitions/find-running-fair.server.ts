import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { ExhibitionSummary } from './exhibition.ts'
import { type ExhibitionRow, exhibitionColumns, exhibitionSummary } from './exhibition-rows.server.ts'
import type { FairFigures } from './figures.ts'
import { readPublicFigures } from './read-figures.server.ts'

/**
 * The fair that is on now; of several the one that began last and shows its exhibitors already, and an invented one only
 * where there is no real one.
 */
export async function findRunningFair(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  locale: Locale,
): Promise<{ exhibition: ExhibitionSummary; figures: FairFigures | null } | null> {
  const now = clock.now()
  const { rows } = await pool.query<ExhibitionRow>({
    name: 'running-exhibition',
    text: `SELECT ${exhibitionColumns} FROM exhibition WHERE is_published AND starts_at <= $1 AND ends_at > $1 AND NOT is_month_only
      ORDER BY is_demonstration, EXISTS (SELECT FROM exhibition_booth WHERE exhibition_id = exhibition.id) DESC, starts_at DESC, id DESC LIMIT 1`,
    values: [now],
  })
  const row = rows[0]
  if (!row) return null
  return {
    exhibition: exhibitionSummary(row, locale, now),
    figures: await readPublicFigures(pool, row, clock),
  }
}
