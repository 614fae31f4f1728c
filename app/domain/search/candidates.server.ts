import type { Pool } from 'pg'
import type { FilterKey, Filters } from '#app/domain/catalog/list-sql.server.ts'
import { filterLexemes, quoteLexeme, tierLexeme } from './lexemes.ts'
import type { ParsedQuery, Relaxed } from './parse-query.ts'

/** A product that a search found, with what filters and sorts look at. */
export type Candidate = {
  id: number
  tier: number
  /** How well it fits; comparable within one search. */
  fitness: number
  score: number
  salesCount: number
  minPriceFen: number
  publishedAt: number
  divisionCode: string
  categoryCode: string
  subcategoryCode: string
  enterpriseId: number
  storage: string
  certificates: Array<string>
  seasonMonths: Array<number>
  isInStock: boolean
}

/** More are never looked at: a search is answered with its best, and a shopper narrows it with filters. */
export const mostCandidates = 400

type Bounds = {
  /** Read the catalogue in tiers, the best goods first; a small one is read at once. */
  isTiered: boolean
  /** Enough to stop before the next tier. */
  enough: number
}

/** Products that hold all that was asked. */
export function findStrict(
  pool: Pool,
  query: ParsedQuery,
  filters: Filters,
  bounds: Bounds,
): Promise<Array<Candidate>> {
  if (query.strict === null) return Promise.resolve([])
  return run(
    pool,
    [query.compact, query.any],
    `search_vector @@ $$::tsquery`,
    [query.strict],
    filters,
    bounds,
  )
}

/** Products that hold the wanted share of one of the readings. */
export function findRelaxed(
  pool: Pool,
  query: ParsedQuery,
  readings: ReadonlyArray<Relaxed>,
  filters: Filters,
  bounds: Bounds,
): Promise<Array<Candidate>> {
  if (readings.length === 0) return Promise.resolve([])
  const held = readings.map(
    ({ share }) => `ts_rank('{1,1,1,1}', search_vector, $$::tsquery) >= ${rankOf(share)}`,
  )
  const condition = `search_vector @@ $$::tsquery AND (${held.join(' OR ')})`
  const values = [readings.map(({ parts }) => parts).join(' | '), ...readings.map(({ any }) => any)]
  const any = readings.map((reading) => reading.any).join(' | ')
  return run(pool, [query.compact, any], condition, values, filters, bounds)
}

// ts_rank of an “or” is the sum of the weights of the words held, over their number and the constant π²/6.
function rankOf(share: number): string {
  return (share / 1.64493406685 - 1e-4).toFixed(6)
}

async function run(
  pool: Pool,
  [compact, any]: readonly [string, string],
  condition: string,
  conditionValues: ReadonlyArray<string>,
  filters: Filters,
  { isTiered, enough }: Bounds,
): Promise<Array<Candidate>> {
  const values: Array<string | number> = [any, compact, ...conditionValues]
  let next = 2
  const held = condition.replaceAll('$$', () => `$${++next}`)
  const lexemes = filterLexemes(lexical(filters)).map(quoteLexeme)
  const tiers = isTiered ? [0, 1, 2] : [0]
  const parts = tiers.map((tier) => {
    const words = [...(isTiered ? [quoteLexeme(tierLexeme(tier))] : []), ...lexemes].join(' & ')
    const tierCondition = words === '' ? '' : ` AND search_vector @@ $${values.push(words)}::tsquery`
    const before = Array.from({ length: tier }, (_, index) => `(SELECT count(*) FROM tier${index})`).join(
      ' + ',
    )
    const gate = tier === 0 ? '' : ` AND ${before} < ${enough}`
    return `tier${tier} AS MATERIALIZED (
      SELECT ${columns}, ${fitness} AS fitness FROM (
        SELECT * FROM product WHERE status = 'published' AND ${held}${tierCondition}${gate}
        ORDER BY score DESC, id DESC LIMIT ${mostCandidates}) best)`
  })
  const text = `WITH ${parts.join(',\n')}
    ${tiers.map((tier) => `SELECT * FROM tier${tier}`).join(' UNION ALL ')} LIMIT ${mostCandidates}`
  return (await pool.query<Candidate>({ text, values })).rows
}

// Words of the title weigh most; a title that holds the query as it was typed, and one that begins with it, more.
const fitness = `(1000 * ts_rank('{0.3,0.6,0.8,1}', search_vector, $1::tsquery))::int
  + CASE strpos(lower(title), $2) WHEN 0 THEN 0 WHEN 1 THEN 300 ELSE 200 END`

const columns = `id, search_tier AS tier, score, sales_count AS "salesCount", min_price_fen AS "minPriceFen",
  (extract(epoch FROM published_at) * 1000)::float8 AS "publishedAt", division_code AS "divisionCode", category_code AS "categoryCode",
  subcategory_code AS "subcategoryCode", enterprise_id AS "enterpriseId", storage, certificates,
  season_months AS "seasonMonths", is_in_stock AS "isInStock"`

/** Filters that are words of the index; the others are looked at row by row. */
function lexical({
  min: _min,
  max: _max,
  stock: _stock,
  ...filters
}: Filters): Omit<Filters, 'min' | 'max' | 'stock'> {
  return filters
}

const tests: Readonly<Record<FilterKey, (candidate: Candidate, filters: Filters) => boolean>> = {
  division: (candidate, { division }) => candidate.divisionCode === division,
  category: (candidate, { category }) => candidate.categoryCode === category,
  subcategory: (candidate, { subcategory }) => candidate.subcategoryCode === subcategory,
  enterprise: (candidate, { enterprise }) => candidate.enterpriseId === enterprise,
  certificate: (candidate, { certificate }) => candidate.certificates.includes(certificate ?? ''),
  storage: (candidate, { storage }) => candidate.storage === storage,
  min: (candidate, { min = 0 }) => candidate.minPriceFen >= min,
  max: (candidate, { max = 0 }) => candidate.minPriceFen <= max,
  stock: (candidate) => candidate.isInStock,
  season: (candidate, { season = 0 }) => candidate.seasonMonths.includes(season),
}

/** The filters that a candidate does not pass. */
export function failedFilters(candidate: Candidate, filters: Filters): Array<FilterKey> {
  return (Object.keys(filters) as Array<FilterKey>).filter((key) => !tests[key](candidate, filters))
}
