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
  const option = (facet: FacetName, value: string, name: string, isChosen: boolean): FacetOption => ({
    value,
    name,
    count: countOf(facet, value),
    isChosen,
  })
  return {
    division: known.divisions.map((row) => ({
      ...option('division', row.code, divisionName(row, locale), query.division === row.slug),
      value: row.slug,
    })),
    category: known.categories
      .filter((row) => row.parentCode === null)
      .map((row) => option('category', row.code, categoryName(row, locale), query.category === row.code)),
    subcategory: known.categories
      .filter((row) => row.parentCode !== null && row.parentCode === query.category)
      .map((row) =>
        option('subcategory', row.code, categoryName(row, locale), query.subcategory === row.code),
      ),
    certificate: certificates.map((value) => ({
      value,
      count: countOf('certificate', value),
      isChosen: query.certificate === value,
    })),
    storage: storages.map((value) => ({
      value,
      count: countOf('storage', value),
      isChosen: query.storage === value,
    })),
    inStock: { count: countOf('stock', 'true'), isChosen: query.stock === true },
    season: { month: season, count: countOf('season', String(season)), isChosen: query.season !== undefined },
  }
}
