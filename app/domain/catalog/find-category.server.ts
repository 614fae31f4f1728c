import type { Locale } from '#app/kernel/locale.ts'
import { categoryPage } from './list-categories.server.ts'
import { getPlaces, getProductCounts } from './places.server.ts'
import type { CategoryPage } from './places-pages.ts'
import type { Reading } from './reading.server.ts'

/** A category of the first level; null for any other code. */
export async function findCategory(
  reading: Pick<Reading, 'memo' | 'pool'>,
  code: string,
  locale: Locale,
): Promise<CategoryPage | null> {
  const [places, counts] = await Promise.all([getPlaces(reading), getProductCounts(reading)])
  const row = places.categoryByCode.get(code)
  return row && row.parentCode === null ? categoryPage(row, places, counts, locale) : null
}
