import { filterLexemes, quoteLexeme } from '#app/domain/search/lexemes.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isIntegerId } from '#app/kernel/ids.ts'
import type { Cursor } from '#app/kernel/paging.ts'
import { binder, type SqlValue } from '#app/platform/sql.server.ts'
import { cardColumns, cardSelect } from './card-rows.server.ts'
import type { Sort } from './list-query.ts'

/** Filters with the ids that the tables know; made from a ListQuery by resolveFilters. */
export type Filters = {
  division?: string
  category?: string
  subcategory?: string
  enterprise?: number
  certificate?: string
  storage?: string
  min?: number
  max?: number
  stock?: boolean
  season?: number
}
export type FilterKey = keyof Filters

/** Every condition that a list can have. Values travel as parameters; nothing of a request is ever put into SQL (T51). */
export const conditions: Readonly<Record<FilterKey, (parameter: string) => string>> = {
  enterprise: (parameter) => `enterprise_id = ${parameter}::int`,
  division: (parameter) => `division_code = ${parameter}`,
  category: (parameter) => `category_code = ${parameter}`,
  subcategory: (parameter) => `subcategory_code = ${parameter}`,
  certificate: (parameter) => `certificates @> ARRAY[${parameter}::text]`,
  storage: (parameter) => `storage = ${parameter}`,
  min: (parameter) => `min_price_fen >= ${parameter}::int`,
  max: (parameter) => `min_price_fen <= ${parameter}::int`,
  stock: (parameter) => `is_in_stock = ${parameter}::boolean`,
  season: (parameter) => `season_months @> ARRAY[${parameter}::int]`,
}
const filterKeys = Object.keys(conditions) as Array<FilterKey>

/** Filters that have an index with each sort; the first that is set leads the scan. */
const leading: ReadonlyArray<FilterKey> = ['enterprise', 'division', 'category']

export function leadOf(filters: Filters): FilterKey | null {
  return leading.find((key) => filters[key] !== undefined) ?? null
}

/** The filter whose index a page is read by: a subcategory has one, too, and is narrower than a division. */
export function scanLeadOf(filters: Filters): FilterKey | null {
  return filters.enterprise === undefined && filters.subcategory !== undefined
    ? 'subcategory'
    : leadOf(filters)
}

/** The filters but the leading one. */
export function withoutLead(filters: Filters): Filters {
  const lead = leadOf(filters)
  const others = { ...filters }
  if (lead !== null) delete others[lead]
  return others
}

type SortSql = { order: string; value: string; after: (a: string, b: string) => string; start: Cursor }

const largest = 2 ** 31 - 1

// `start` lies before every row, so that first and later pages are one statement.
const sortSql: Readonly<Record<Sort, SortSql>> = {
  score: {
    order: 'score DESC, id DESC',
    value: 'p.score::text',
    after: (a, b) => `(score, id) < (${a}::int, ${b}::int)`,
    start: [String(largest), largest],
  },
  sales: {
    order: 'sales_count DESC, id DESC',
    value: 'p.sales_count::text',
    after: (a, b) => `(sales_count, id) < (${a}::int, ${b}::int)`,
    start: [String(largest), largest],
  },
  'price-asc': {
    order: 'min_price_fen, id',
    value: 'p.min_price_fen::text',
    after: (a, b) => `(min_price_fen, id) > (${a}::int, ${b}::int)`,
    start: ['-1', 0],
  },
  'price-desc': {
    order: 'min_price_fen DESC, id DESC',
    value: 'p.min_price_fen::text',
    after: (a, b) => `(min_price_fen, id) < (${a}::int, ${b}::int)`,
    start: [String(largest), largest],
  },
  newest: {
    order: 'published_at DESC, id DESC',
    value: `to_char(p.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    after: (a, b) => `(published_at, id) < (${a}::timestamptz, ${b}::int)`,
    start: ['infinity', largest],
  },
}

function isSortValue(sort: Sort, value: string): boolean {
  return sort === 'newest' ? isInstant(value) : /^-?\d{1,9}$/.test(value)
}

/** The cursor's two values when it was made by this sort; otherwise the start of the list. */
export function cursorValues(sort: Sort, cursor: Cursor | null): Cursor {
  const [value, id] = cursor ?? []
  const isOurs = typeof value === 'string' && isSortValue(sort, value) && isIntegerId(id)
  return isOurs && cursor?.length === 2 ? cursor : sortSql[sort].start
}

// How many rows a page looks at in the order of its sort before it asks the search index for rare combinations.
export const scanBound = 2_000

export type Statement = {
  name?: string
  text: string
  values: Array<SqlValue>
}

/**
 * One page by its sort's index: reads on from the cursor and keeps what matches, looking at so many rows at most. The
 * cost is the same in any catalogue; the page may come out short when few rows match.
 */
export function scanStatement(
  filters: Filters,
  sort: Sort,
  after: Cursor,
  limit: number,
  bound = scanBound,
): Statement {
  const { order, value, after: afterSql } = sortSql[sort]
  const bind = binder([...startOf(filters, sort, after), limit])
  const where = [`status = 'published'`, afterSql('$1', '$2')]
  const rest: Array<string> = []
  for (const [key, condition] of entriesOf(filters))
    (isByIndex(key, filters, sort) ? where : rest).push(condition(bind.add(filters[key])))
  const scanned = `SELECT ${cardColumns} FROM product WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${bound}`
  const kept = `SELECT * FROM (${scanned}) scanned ${rest.length > 0 ? `WHERE ${rest.join(' AND ')}` : ''} ORDER BY ${order} LIMIT $3`
  const shape = entriesOf(filters).map(([key]) => key)
  const statement = { text: cardSelect(kept, value, prefixed(order)), values: bind.values }
  // The few hot shapes are prepared once a connection; the many rare ones are not worth the memory.
  const isHot = shape.length <= 1 && bound === scanBound
  return isHot ? { name: `list-${sort}-${shape.join('-')}`, ...statement } : statement
}

/** A price order begins at the price that is asked for: from its very end the index would be read up to there. */
function startOf({ min, max }: Filters, sort: Sort, after: Cursor): Cursor {
  const price = Number(after[0])
  if (sort === 'price-asc' && min !== undefined && price < min) return [String(min - 1), largest]
  if (sort === 'price-desc' && max !== undefined && price > max) return [String(max), largest]
  return after
}

/** The leading filter, and a price where the index is in order of it. */
function isByIndex(key: FilterKey, filters: Filters, sort: Sort): boolean {
  if (key === 'min' || key === 'max') return sort === 'price-asc' || sort === 'price-desc'
  return key === scanLeadOf(filters)
}

/** One page of a rare combination: the search index finds all that match, then they are sorted. */
export function rareStatement(filters: Filters, sort: Sort, after: Cursor, limit: number): Statement {
  const { order, value, after: afterSql } = sortSql[sort]
  const bind = binder([...after, limit])
  const where = [`status = 'published'`, afterSql('$1', '$2')]
  const lexemes = filterLexemes(filters)
  if (lexemes.length > 0)
    where.push(`search_vector @@ ${bind.add(lexemes.map(quoteLexeme).join(' & '))}::tsquery`)
  for (const [key, condition] of entriesOf(filters)) where.push(condition(bind.add(filters[key])))
  // OFFSET 0 keeps the planner from trading the search index for the sort's, whose bound was just reached.
  const found = `SELECT ${cardColumns} FROM product WHERE ${where.join(' AND ')} OFFSET 0`
  const kept = `SELECT * FROM (${found}) found ORDER BY ${order} LIMIT $3`
  return { text: cardSelect(kept, value, prefixed(order)), values: bind.values }
}

export function entriesOf(filters: Filters): Array<[FilterKey, (parameter: string) => string]> {
  return filterKeys.filter((key) => filters[key] !== undefined).map((key) => [key, conditions[key]])
}

function prefixed(order: string): string {
  return order
    .split(', ')
    .map((column) => `p.${column}`)
    .join(', ')
}
