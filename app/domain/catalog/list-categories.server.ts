import type { Locale } from '#app/kernel/locale.ts'
import { getPlaces, getProductCounts, type Places, type ProductCounts } from './places.server.ts'
import { type CategoryRow, type CategorySummary, categoryName, noGoods } from './places.ts'
import type { CategoryPage } from './places-pages.ts'
import type { Reading } from './reading.server.ts'

/** The first level in shop order, each with its second. */
export async function listCategories(
  reading: Pick<Reading, 'memo' | 'pool'>,
  locale: Locale,
): Promise<Array<CategoryPage>> {
  const [places, counts] = await Promise.all([getPlaces(reading), getProductCounts(reading)])
  return places.categories
    .filter((row) => row.parentCode === null)
    .map((row) => categoryPage(row, places, counts, locale))
}

export function categoryPage(
  row: CategoryRow,
  places: Places,
  counts: ProductCounts,
  locale: Locale,
): CategoryPage {
  const summary = (category: CategoryRow): CategorySummary => ({
    code: category.code,
    name: categoryName(category, locale),
    icon: category.icon,
    products: counts.category.get(category.code) ?? noGoods,
  })
  const children = places.categories.filter((child) => child.parentCode === row.code)
  return { ...summary(row), children: children.map(summary) }
}
