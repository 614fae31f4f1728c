import type { Locale } from '#app/kernel/locale.ts'
import { certificates } from './certificates.ts'
import type { FacetOption, Facets } from './list-page.ts'
import type { ListQuery } from './list-query.ts'
import { type CategoryRow, type Count, categoryName, type DivisionRow, divisionName } from './places.ts'
import { storages } from './storage.ts'

export type FacetName =
  | 'total'
  | 'division'
  | 'category'
  | 'subcategory'
  | 'certificate'
  | 'storage'
  | 'stock'
  | 'season'

/** How many of the goods that were looked at have a value; null where a sample cannot say. */
export type CountOf = (facet: FacetName, value: string) => Count | null

/** A sampled number said as “about”: two digits are all that a sample is worth. */
export function aboutCount(value: number): Count {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return { value: Math.round(value / step) * step, isExact: false }
}

type Known = { divisions: ReadonlyArray<DivisionRow>; categories: ReadonlyArray<CategoryRow> }

/** The choices of every filter with their counts. `month` is the season that is offered when none is chosen. */
export function buildFacets(
  query: ListQuery,
  countOf: CountOf,
  known: Known,
  month: number,
  locale: Locale,
): Facets {
  const season = query.season ?? month
  const countText = (facet: FacetName, value: string) => textOf(countOf(facet, value))
  const kindOption = (facet: 'category' | 'subcategory', row: CategoryRow): FacetOption => ({
    value: row.code,
    name: categoryName(row, locale),
    count: countText(facet, row.code),
  })
  return {
    division: known.divisions.map((row) => ({
      value: row.slug,
      name: divisionName(row, locale),
      count: countText('division', row.code),
    })),
    category: known.categories
      .filter((row) => row.parentCode === null)
      .map((row) => kindOption('category', row)),
    subcategory: known.categories
      .filter((row) => row.parentCode !== null && row.parentCode === query.category)
      .map((row) => kindOption('subcategory', row)),
    certificate: certificates.map((value) => ({ value, count: countText('certificate', value) })),
    storage: storages.map((value) => ({ value, count: countText('storage', value) })),
    inStock: { count: countText('stock', 'true') },
    season: { month: season, count: countText('season', String(season)) },
  }
}

function textOf(count: Count | null): string | null {
  if (count === null) return null
  return count.isExact ? String(count.value) : `${count.value}+`
}
