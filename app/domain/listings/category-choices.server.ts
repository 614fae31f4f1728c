import { getPlaces } from '#app/domain/catalog/places.server.ts'
import { categoryName } from '#app/domain/catalog/places.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import type { Locale } from '#app/kernel/locale.ts'

export type CategoryChoice = { code: string; name: string; children: Array<{ code: string; name: string }> }

/** Both levels, for a select. */
export async function listCategoryChoices(
  reading: Pick<Reading, 'memo' | 'pool'>,
  locale: Locale,
): Promise<Array<CategoryChoice>> {
  const { categories } = await getPlaces(reading)
  const named = (parentCode: string | null) =>
    categories
      .filter((row) => row.parentCode === parentCode)
      .map((row) => ({ code: row.code, name: categoryName(row, locale) }))
  return named(null).map((category) => ({ ...category, children: named(category.code) }))
}
