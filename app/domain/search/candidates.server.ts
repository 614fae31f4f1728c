import type { Pool } from 'pg'
import { entriesOf, type FilterKey, type Filters } from '#app/domain/catalog/list-sql.server.ts'
import { binder, prepared } from '#app/platform/sql.server.ts'
import { filterLexemes, quoteLexeme } from './lexemes.ts'
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

/** Of a catalogue in tiers more are never answered: a search gives its best, and a shopper narrows it with filters. */
export const mostCandidates = 240
// Nor are more read of a tier. Only the last one can hold so many; of these any are as good as the others.
const mostRead = 2_000

export type Bounds = {
  /** Read the catalogue in tiers, the best goods first; a small one is read at once. */
  isTiered: boolean
  /** Enough to stop before the next tier. */
  enough: number
  /** Whether their order is by fitness; working it out takes longer than finding them. */
  isRanked: boolean
}

/** Products that hold all that was asked. */
export function findStrict(
  pool: Pool,
  query: ParsedQuery,
  filters: Filters,
  bounds: Bounds,
): Promise<Array<Candidate>> {
  if (query.strict === null) return Promise.resolve([])
  const looked = { any: query.any, parts: query.strict, held: 'true', values: [] }
  return run(pool, query.compact, looked, filters, bounds)
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
    ({ share }, index) => `ts_rank('{1,1,1,1}', search_vector, $${index + 4}::tsquery) >= ${rankOf(share)}`,
  )
  const looked = {
    any: readings.map(({ any }) => any).join(' | '),
    parts: readings.map(({ parts }) => parts).join(' | '),
    held: held.join(' OR '),
    values: readings.map(({ any }) => any),
  }
  return run(pool, query.compact, looked, filters, bounds)
}

type Looked = {
  /** tsquery of all words, for the rank. */
  any: string
  /** tsquery that the index answers. */
  parts: string
  /** What must hold of a product that was read; its own parameters begin with $4. */
  held: string
  values: ReadonlyArray<string>
}

// ts_rank of an “or” is the sum of the weights of the words held, over their number and the constant π²/6.
function rankOf(share: number): string {
  return (share / 1.64493406685 - 1e-4).toFixed(6)
}

async function run(
  pool: Pool,
  compact: string,
  looked: Looked,
  filters: Filters,
  { isTiered, enough, isRanked }: Bounds,
): Promise<Array<Candidate>> {
  const bind = binder([looked.any, compact, looked.parts, ...looked.values])
  const { min: _min, max: _max, stock: _stock, ...lexical } = filters
  const lexemes = filterLexemes(lexical).map(quoteLexeme)
  const indexed =
    lexemes.length === 0 ? '' : ` AND search_vector @@ ${bind.add(lexemes.join(' & '))}::tsquery`
  const plain = entriesOf(filters)
    .filter(([key]) => !(key in lexical))
    .map(([key, condition]) => ` AND ${condition(bind.add(filters[key]))}`)
  const tiers = isTiered ? [0, 1, 2] : [0]
  const ranked = bind.add(isRanked)
  const wanted = isTiered ? bind.add(enough) : ''
  // Of a whole large catalogue a beginning would gather all words that begin so; a quoted word holds no colon.
  const parts = tiers.map((tier) => (tier === 2 ? bind.add(looked.parts.replaceAll(':*', '')) : '$3'))
  const most = isTiered ? mostCandidates : mostRead
  const reads = tiers.map((tier) => {
    const tierCondition = isTiered ? ` AND search_tier = ${tier}` : ''
    const before = Array.from({ length: tier }, (_, index) => `(SELECT count(*) FROM tier${index})`).join(
      ' + ',
    )
    const gate = tier === 0 ? '' : ` AND ${before} < ${wanted}::int`
    return `tier${tier} AS MATERIALIZED (
      SELECT ${columns}, CASE WHEN ${ranked}::boolean THEN ${fitness} ELSE 0 END AS fitness FROM (
        SELECT * FROM (
          SELECT * FROM product
          WHERE status = 'published'${tierCondition} AND search_vector @@ ${parts[tier]}::tsquery${indexed}${gate}
          LIMIT ${mostRead}) looked
        WHERE (${looked.held})${plain.join('')} ORDER BY score DESC, id DESC LIMIT ${most}) best)`
  })
  const text = `WITH ${reads.join(',\n')}
    ${tiers.map((tier) => `SELECT * FROM tier${tier}`).join(' UNION ALL ')} LIMIT ${most}`
  return (await pool.query<Candidate>(prepared(text, bind.values))).rows
}

// Words of the title weigh most; a title that holds the query as it was typed, and one that begins with it, more.
const fitness = `(1000 * ts_rank('{0.3,0.6,0.8,1}', search_vector, $1::tsquery))::int
  + CASE strpos(lower(title), $2) WHEN 0 THEN 0 WHEN 1 THEN 300 ELSE 200 END`

const columns = `id, search_tier AS tier, score, sales_count AS "salesCount", min_price_fen AS "minPriceFen",
  (extract(epoch FROM published_at) * 1000)::float8 AS "publishedAt", division_code AS "divisionCode", category_code AS "categoryCode",
  subcategory_code AS "subcategoryCode", enterprise_id AS "enterpriseId", storage, certificates,
  season_months AS "seasonMonths", is_in_stock AS "isInStock"`

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
