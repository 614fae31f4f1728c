import { toCard } from '#app/domain/catalog/card-rows.server.ts'
import { buildFacets } from '#app/domain/catalog/facets.ts'
import type { ListQuery } from '#app/domain/catalog/list-query.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { resolveFilters } from '#app/domain/catalog/resolve-filters.server.ts'
import { shanghaiMonth } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { findGoods } from './find-goods.server.ts'
import type { SearchResult } from './search-result.ts'

/** Goods for what a shopper typed, with the same filters, counts and sorts as any list. At most eight queries. */
export async function searchProducts(
  reading: Reading,
  typed: string,
  asked: ListQuery,
  locale: Locale,
): Promise<SearchResult> {
  const { query, filters, chosen, places } = await resolveFilters(reading, asked, locale)
  const { rows, next, counts, ...found } = await findGoods(reading, typed, query, filters)
  return {
    ...found,
    query,
    page: { items: rows.map((row) => toCard(row, places.divisionByCode, locale)), next },
    facets: buildFacets(query, counts, places, shanghaiMonth(reading.clock.now()), locale),
    chosen,
  }
}
