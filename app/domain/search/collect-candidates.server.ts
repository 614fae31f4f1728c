import type { Pool } from 'pg'
import type { Filters } from '#app/domain/catalog/list-sql.server.ts'
import type { Ranked } from './candidate-page.ts'
import { type Bounds, type Candidate, findRelaxed, findStrict } from './candidates.server.ts'
import type { ParsedQuery } from './parse-query.ts'

export type Found = {
  /** In no order; filtered by the filters that are words of the index. */
  candidates: Array<Ranked>
  /** For the counts of filters: found without regard to them. */
  sample: Array<Candidate>
  /** How many goods of the catalogue one of `sample` stands for; 1 = they are all. */
  scale: number
  strictCount: number
}

export type Wish = {
  /** Candidates that the page can be chosen from; a tier more is read while there are fewer. */
  enough: number
  isRanked: boolean
  catalogueSize: number
  /** Goods of a page. */
  size: number
}

// Up to here one read of everything costs as little as a tier.
const tieredFrom = 2_000
// With fewer exact finds the page is filled up with near ones.
const fewFinds = 5
const tierEnds = [1_000, 10_000]

/**
 * The products that a page of a search is chosen from. What holds everything asked comes first; what holds most of it
 * is added when that is little, and what is a slip away when that is nothing. Each read stops at the tier that gave
 * enough, so that a common word costs the same in any catalogue.
 */
export async function collectCandidates(
  pool: Pool,
  query: ParsedQuery,
  filters: Filters,
  wish: Wish,
): Promise<Found> {
  const isTiered = wish.catalogueSize > tieredFrom
  const { enough, isRanked } = wish
  const bounds = { isTiered, enough, isRanked }
  // A small catalogue is filtered in memory, so that the counts of the other choices come from the same read.
  const pushed = isTiered ? filters : {}
  const strict = await findStrict(pool, query, pushed, bounds)
  const page = wish.size + 1
  const first = banded(strict, page, 0)
  const candidates =
    strict.length < fewFinds ? await withNear(pool, query, first, pushed, bounds, page) : first
  const isSample = Object.keys(pushed).length > 0 && strict.length > 0
  const sample = isSample
    ? await findStrict(pool, query, {}, { isTiered, enough: page, isRanked: false })
    : candidates
  const scale = scaleOf(sample, wish, isSample ? page : enough)
  return { candidates, sample, scale, strictCount: strict.length }
}

async function withNear(
  pool: Pool,
  query: ParsedQuery,
  strict: Array<Ranked>,
  filters: Filters,
  bounds: Bounds,
  page: number,
): Promise<Array<Ranked>> {
  const near = await findRelaxed(pool, query, query.relaxed, filters, bounds)
  const isNothing = near.length === 0 && strict.length === 0
  const found = isNothing ? await findRelaxed(pool, query, query.slips, filters, bounds) : near
  const known = new Set(strict.map(({ id }) => id))
  const added = found.filter(({ id }) => !known.has(id))
  return [...strict, ...banded(added, page, 10)]
}

/** Tiers are one band until they gave a page together: within it fitness alone decides, whatever the tier. */
function banded(candidates: ReadonlyArray<Candidate>, page: number, first: number): Array<Ranked> {
  const perTier = [0, 1, 2].map((tier) => candidates.filter((candidate) => candidate.tier === tier).length)
  const bandOf = [0, 1, 2].map((tier) => {
    const before = perTier.slice(0, tier)
    let band = 0
    let together = 0
    for (const count of before) {
      together += count
      if (together < page) continue
      band += 1
      together = 0
    }
    return band
  })
  return candidates.map((candidate) => ({ ...candidate, band: first + (bandOf[candidate.tier] ?? 0) }))
}

/** What was read of the catalogue: one or two tiers when these were enough, otherwise all of it. */
function scaleOf(candidates: ReadonlyArray<Candidate>, { catalogueSize }: Wish, enough: number): number {
  if (catalogueSize <= tieredFrom || candidates.length < enough) return 1
  const deepest = Math.max(...candidates.map(({ tier }) => tier))
  return Math.max(1, catalogueSize / (tierEnds[deepest] ?? catalogueSize))
}
