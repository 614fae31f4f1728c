import { type CardRow, cardColumns, cardSelect } from '#app/domain/catalog/card-rows.server.ts'
import type { CountOf } from '#app/domain/catalog/facets.ts'
import { type ListQuery, pageSize } from '#app/domain/catalog/list-query.ts'
import type { Filters } from '#app/domain/catalog/list-sql.server.ts'
import { getPlaces, getProductCounts } from '#app/domain/catalog/places.server.ts'
import type { CategoryRow, Count } from '#app/domain/catalog/places.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { countCandidates, pageOf, type Ranked, shownBefore } from './candidate-page.ts'
import { failedFilters } from './candidates.server.ts'
import { collectCandidates, type Found } from './collect-candidates.server.ts'
import { type ParsedQuery, parseQuery } from './parse-query.ts'
import { findSimilarTerms } from './similar-terms.server.ts'

export type GoodsFound = {
  text: string
  corrected: string | null
  didYouMean: Array<string>
  rows: Array<CardRow>
  next: string | null
  counts: CountOf
  total: Count
}

/**
 * The rows of one page of a search, best first, for pages and for the public API. When nothing is found and a known
 * term is one slip away, its goods are found instead and `corrected` says so.
 */
export async function findGoods(
  reading: Pick<Reading, 'pool' | 'memo'>,
  typed: string,
  query: ListQuery,
  filters: Filters,
  size: number = pageSize,
): Promise<GoodsFound> {
  const parsed = parseQuery(typed)
  const [places, catalogue] = await Promise.all([getPlaces(reading), getProductCounts(reading)])
  const wish = {
    enough: enoughFor(query, size),
    isRanked: query.sort === 'score',
    catalogueSize: catalogue.total.value,
    size,
  }
  let found = await collectCandidates(reading.pool, parsed, filters, wish)
  let shown = parsed
  const similar = found.strictCount === 0 ? await findSimilarTerms(reading.pool, parsed.words) : []
  const [nearest] = similar
  const isCorrected = found.candidates.length === 0 && nearest !== undefined
  if (isCorrected) {
    shown = parseQuery(nearest)
    found = await collectCandidates(reading.pool, shown, filters, wish)
  }
  const passing = found.candidates.filter((candidate) => failedFilters(candidate, filters).length === 0)
  const page = pageOf(preferKind(passing, shown, places.categories), query.sort, query.after, size)
  const counts = countCandidates(found.sample, filters, found.scale)
  return {
    text: parsed.text,
    corrected: isCorrected ? nearest : null,
    didYouMean: similar.slice(isCorrected ? 1 : 0),
    rows: await readCards(reading, page.ids),
    next: page.next,
    counts,
    total: totalOf(found, passing, counts),
  }
}

// Whatever the page, any other sort is one of the same candidates.
const sortedPages = 5

function enoughFor({ sort, after }: ListQuery, size: number): number {
  return sort === 'score' ? shownBefore(after, sort) + size + 1 : sortedPages * size
}

/** Who asks for 小米 wants millet before millet noodles: goods of the kind that was named come first. */
function preferKind(
  candidates: ReadonlyArray<Ranked>,
  { names }: ParsedQuery,
  categories: ReadonlyArray<CategoryRow>,
): ReadonlyArray<Ranked> {
  const kinds = new Set(categories.filter(({ name }) => names.has(name)).map(({ code }) => code))
  if (kinds.size === 0) return candidates
  return candidates.map((candidate) =>
    kinds.has(candidate.subcategoryCode)
      ? { ...candidate, fitness: candidate.fitness + kindBonus }
      : candidate,
  )
}

// As much as a title that holds the query as it was typed (see candidates.server.ts).
const kindBonus = 250

function totalOf(found: Found, passing: ReadonlyArray<Ranked>, counts: CountOf): Count {
  const isWhole = found.scale === 1
  return isWhole
    ? { value: passing.length, isExact: true }
    : (counts('total', '') ?? { value: passing.length, isExact: false })
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
