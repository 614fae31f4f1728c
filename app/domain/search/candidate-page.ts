import type { CountOf, FacetName } from '#app/domain/catalog/facets.ts'
import { aboutCount } from '#app/domain/catalog/facets.ts'
import type { Sort } from '#app/domain/catalog/list-query.ts'
import type { FilterKey, Filters } from '#app/domain/catalog/list-sql.server.ts'
import { type Cursor, decodeCursor, encodeCursor } from '#app/kernel/paging.ts'
import { type Candidate, failedFilters, mostCandidates } from './candidates.server.ts'

/** A candidate with its place: strict ones before relaxed ones, better tiers before the tiers read after them. */
export type Ranked = Candidate & { band: number }

type Keys = ReadonlyArray<number>

// Higher comes first, position by position; the id makes the order total.
const keysOf: Readonly<Record<Sort, (candidate: Ranked) => Keys>> = {
  score: ({ band, fitness, score, id }) => [-band, fitness, score, id],
  sales: ({ salesCount, id }) => [salesCount, id],
  'price-asc': ({ minPriceFen, id }) => [-minPriceFen, -id],
  'price-desc': ({ minPriceFen, id }) => [minPriceFen, id],
  newest: ({ publishedAt, id }) => [publishedAt, id],
}

function compare(a: Keys, b: Keys): number {
  for (const [index, value] of a.entries()) {
    const difference = (b[index] ?? 0) - value
    if (difference !== 0) return difference
  }
  return 0
}

/** How many goods the pages up to here have shown, by their cursor; no more than can be answered. */
export function shownBefore(after: string | undefined, sort: Sort): number {
  const { position } = readCursor(after, sort)
  return Math.min(mostCandidates, Math.max(0, Math.trunc(position)))
}

/** The page after the cursor. `next` is its cursor when there are more among the candidates. */
export function pageOf(
  candidates: ReadonlyArray<Ranked>,
  sort: Sort,
  after: string | undefined,
  size: number,
): { ids: Array<number>; next: string | null } {
  const keys = keysOf[sort]
  const { start } = readCursor(after, sort)
  const sorted = candidates
    .map((candidate) => ({ id: candidate.id, keys: keys(candidate) }))
    .filter((candidate) => start === null || compare(start, candidate.keys) < 0)
    .sort((a, b) => compare(a.keys, b.keys))
  const page = sorted.slice(0, size)
  const last = page.at(-1)
  return {
    ids: page.map(({ id }) => id),
    next: sorted.length > size && last ? encodeCursor([...last.keys, shownBefore(after, sort) + size]) : null,
  }
}

/** The keys of the last product of the page before, and how many were shown up to it. */
function readCursor(after: string | undefined, sort: Sort): { start: Keys | null; position: number } {
  const cursor: Cursor = decodeCursor(after) ?? []
  const numbers = cursor.filter((part) => typeof part === 'number')
  const length = sort === 'score' ? 5 : 3
  if (numbers.length !== length || cursor.length !== length) return { start: null, position: 0 }
  return { start: numbers.slice(0, -1), position: numbers.at(-1) ?? 0 }
}

const values: Readonly<Record<Exclude<FacetName, 'total'>, (candidate: Candidate) => ReadonlyArray<string>>> =
  {
    division: ({ divisionCode }) => [divisionCode],
    category: ({ categoryCode }) => [categoryCode],
    subcategory: ({ subcategoryCode }) => [subcategoryCode],
    certificate: ({ certificates }) => certificates,
    storage: ({ storage }) => [storage],
    stock: ({ isInStock }) => [String(isInStock)],
    season: ({ seasonMonths }) => seasonMonths.map(String),
  }

const own: Readonly<Record<Exclude<FacetName, 'total'>, ReadonlyArray<FilterKey>>> = {
  division: ['division'],
  category: ['category', 'subcategory'],
  subcategory: ['subcategory'],
  certificate: ['certificate'],
  storage: ['storage'],
  stock: ['stock'],
  season: ['season'],
}

/** Counts of each choice among the candidates, given the other filters. `scale` > 1 when they are only a part. */
export function countCandidates(
  candidates: ReadonlyArray<Candidate>,
  filters: Filters,
  scale: number,
): CountOf {
  const counts = new Map<string, number>()
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  const facets = Object.keys(values) as Array<Exclude<FacetName, 'total'>>
  for (const candidate of candidates) {
    const failed = failedFilters(candidate, filters)
    if (failed.length === 0) add('total:')
    for (const facet of facets) {
      if (!failed.every((key) => own[facet].includes(key))) continue
      for (const value of values[facet](candidate)) add(`${facet}:${value}`)
    }
  }
  return (facet, value) => {
    const count = counts.get(`${facet}:${value}`) ?? 0
    if (scale === 1) return { value: count, isExact: true }
    return count === 0 ? null : aboutCount(count * scale)
  }
}
