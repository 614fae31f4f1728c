import { type CardRow, cardColumns, cardSelect, toCard } from '#app/domain/catalog/card-rows.server.ts'
import { buildFacets } from '#app/domain/catalog/facets.ts'
import { type ListQuery, pageSize } from '#app/domain/catalog/list-query.ts'
import type { Filters } from '#app/domain/catalog/list-sql.server.ts'
import { getProductCounts } from '#app/domain/catalog/places.server.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { resolveFilters } from '#app/domain/catalog/resolve-filters.server.ts'
import { shanghaiMonth } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { countCandidates, pageOf } from './candidate-page.ts'
import { failedFilters } from './candidates.server.ts'
import { collectCandidates, type Found } from './collect-candidates.server.ts'
import { parseQuery } from './parse-query.ts'
import type { SearchResult } from './search-result.ts'
import { findSimilarTerms } from './similar-terms.server.ts'

/**
 * Goods for what a shopper typed, best first, with the same filters, counts and sorts as any list. When nothing is
 * found and a known term is one slip away, its goods are shown instead and `corrected` says so. At most eight queries.
 */
export async function searchProducts(
  reading: Reading,
  typed: string,
  asked: ListQuery,
  locale: Locale,
): Promise<SearchResult> {
  const resolved = await resolveFilters(reading, asked, locale)
  const search = await findGoods(reading, typed, resolved.query, resolved.filters)
  const { found, rows } = search
  const counts = countCandidates(found.sample, resolved.filters, found.scale)
  return {
    text: search.text,
    corrected: search.corrected,
    didYouMean: search.didYouMean,
    query: resolved.query,
    page: {
      items: rows.map((row) => toCard(row, resolved.places.divisionByCode, locale)),
      next: search.next,
    },
    total: counts('total', '') ?? { value: rows.length, isExact: false },
    facets: buildFacets(resolved.query, counts, resolved.places, shanghaiMonth(reading.clock.now()), locale),
    chosen: resolved.chosen,
  }
}

export type GoodsFound = {
  text: string
  corrected: string | null
  didYouMean: Array<string>
  found: Found
  rows: Array<CardRow>
  next: string | null
}

/** The rows of one page of a search, for pages and for the public API. */
export async function findGoods(
  reading: Reading,
  typed: string,
  query: ListQuery,
  filters: Filters,
  size: number = pageSize,
): Promise<GoodsFound> {
  const parsed = parseQuery(typed)
  const catalogue = await getProductCounts(reading)
  const wish = {
    isDeep: query.after !== undefined || query.sort !== 'score',
    catalogueSize: catalogue.total.value,
    size,
  }
  let found = await collectCandidates(reading.pool, parsed, filters, wish)
  let corrected: string | null = null
  let didYouMean: Array<string> = []
  if (found.strictCount === 0 && parsed.strict !== null) {
    didYouMean = await findSimilarTerms(reading.pool, parsed.letters)
    const [term] = didYouMean
    if (found.sample.length === 0 && term !== undefined) {
      corrected = term
      found = await collectCandidates(reading.pool, parseQuery(term), filters, wish)
    }
  }
  const passing = found.candidates.filter((candidate) => failedFilters(candidate, filters).length === 0)
  const page = pageOf(passing, query.sort, query.after, size)
  const rows = await readCards(reading, page.ids)
  return {
    text: parsed.text,
    corrected,
    didYouMean: didYouMean.filter((term) => term !== corrected),
    found,
    rows,
    next: page.next,
  }
}

async function readCards(
  { pool }: Pick<Reading, 'pool'>,
  ids: ReadonlyArray<number>,
): Promise<Array<CardRow>> {
  if (ids.length === 0) return []
  const { rows } = await pool.query<CardRow>({ name: 'search-cards', text: cardsSql, values: [ids] })
  return rows
}

const cardsSql = cardSelect(
  `SELECT ${cardColumns} FROM product WHERE id = ANY($1::int[]) AND status = 'published'`,
  `''`,
  'array_position($1::int[], p.id)',
)
