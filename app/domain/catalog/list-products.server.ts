import { shanghaiMonth } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { decodeCursor, encodeCursor, type Page } from '#app/kernel/paging.ts'
import { type CardRow, toCard } from './card-rows.server.ts'
import { countFacets, type FacetCounts } from './facet-sql.server.ts'
import { aboutCount, buildFacets, type CountOf } from './facets.ts'
import type { FixedFilters, ListPage } from './list-page.ts'
import { type ListQuery, pageSize } from './list-query.ts'
import {
  cursorValues,
  type FilterKey,
  type Filters,
  leadOf,
  rareStatement,
  type Statement,
  scanBound,
  scanLeadOf,
  scanStatement,
  withoutLead,
} from './list-sql.server.ts'
import { getProductCounts, type ProductCounts } from './places.server.ts'
import type { Count } from './places.ts'
import type { Reading } from './reading.server.ts'
import { resolveFilters } from './resolve-filters.server.ts'
import { catalogTag } from './tags.ts'

/**
 * A page of goods with its filters' counts. `fixed` holds the filters of the page around the list.
 * At most seven queries, of which a warm process asks one or two; none grows with the catalogue.
 */
export async function listProducts(
  reading: Reading,
  asked: ListQuery,
  locale: Locale,
  fixed: FixedFilters = {},
): Promise<ListPage> {
  const { query, filters, chosen, places } = await resolveFilters(reading, asked, locale, fixed)
  const { rows, counts, total } = await listRows(reading, query, filters, pageSize)
  return {
    query,
    page: { items: rows.items.map((row) => toCard(row, places.divisionByCode, locale)), next: rows.next },
    total,
    facets: buildFacets(query, counts, places, shanghaiMonth(reading.clock.now()), locale),
    chosen,
  }
}

/** The rows of a page in both languages, for pages and for the public API. */
export async function listRows(reading: Reading, query: ListQuery, filters: Filters, limit: number) {
  const counting = countsOf(reading, filters)
  const [rows, counts] = await Promise.all([readRows(reading, query, filters, limit, counting), counting])
  return { rows, counts, total: totalOf(counts, rows, query) }
}

async function readRows(
  reading: Pick<Reading, 'pool' | 'memo'>,
  query: ListQuery,
  filters: Filters,
  limit: number,
  counting: Promise<CountOf>,
): Promise<Page<CardRow>> {
  const after = cursorValues(query.sort, decodeCursor(query.after))
  const ask = async (statement: Statement) => (await reading.pool.query<CardRow>(statement)).rows
  let rows = await ask(scanStatement(filters, query.sort, after, limit + 1))
  if (rows.length <= limit && (await mayHideMore(reading, filters))) {
    // What is common, and only far off in this order, is reached by reading on; to sort all of it would take longer.
    const total = (await counting)('total', '')?.value ?? 0
    if (total > mostSorted) rows = await ask(scanStatement(filters, query.sort, after, limit + 1, farBound))
    if (rows.length <= limit) rows = await ask(rareStatement(filters, query.sort, after, limit + 1))
  }
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? encodeCursor([last.sortValue, last.id]) : null }
}

const mostSorted = 5_000
const farBound = 20_000

/** True when a short page may be short only because the scan reached its bound. */
async function mayHideMore(reading: Pick<Reading, 'pool' | 'memo'>, filters: Filters): Promise<boolean> {
  const lead = scanLeadOf(filters)
  if (Object.keys(filters).every((key) => key === lead)) return false
  const counts = await getProductCounts(reading)
  const size =
    lead === 'subcategory' ? counts.category.get(filters.subcategory ?? '') : leadSize(counts, filters)
  return (size?.value ?? Number.POSITIVE_INFINITY) > scanBound
}

/** Goods under the leading filter; null when nobody counted them. */
function leadSize(counts: ProductCounts, filters: Filters): Count | null {
  const none: Count = { value: 0, isExact: true }
  const sizes: Partial<Record<FilterKey, Count | null>> = {
    enterprise: null,
    division: counts.division.get(filters.division ?? '') ?? none,
    category: counts.category.get(filters.category ?? '') ?? none,
  }
  const lead = leadOf(filters)
  return lead === null ? counts.total : (sizes[lead] ?? null)
}

/** Counts of one combination of filters; they do not depend on sort and page, so these share them. */
function countsOf(reading: Reading, filters: Filters): Promise<CountOf> {
  return reading.memo({
    key: `facets:${JSON.stringify(Object.entries(filters).sort())}`,
    tags: [catalogTag],
    load: async () => {
      const counts = await getProductCounts(reading)
      const sizeOf = (of: Filters) => leadSize(counts, of)?.value ?? null
      const { main, lead } = await countFacets(reading.pool, filters, sizeOf)
      const scale = scaleOf(main, leadSize(counts, filters))
      const leadScale = scaleOf(lead, leadSize(counts, withoutLead(filters)))
      return (facet, value) => {
        const isMain = main === lead || !lead.counts.has(facet)
        const source = isMain ? main : lead
        return scaled(source, source.counts.get(facet)?.get(value) ?? 0, isMain ? scale : leadScale)
      }
    },
  })
}

function scaleOf(counts: FacetCounts, size: Count | null): number {
  return counts.isWhole || size === null ? 1 : Math.max(1, size.value / counts.looked)
}

function scaled(counts: FacetCounts, value: number, scale: number): Count | null {
  if (counts.isWhole) return { value, isExact: true }
  // None in a sample does not mean none at all.
  return value === 0 ? null : aboutCount(value * scale)
}

/** When the whole result is on one page, it is its own count. */
function totalOf(counts: CountOf, rows: Page<CardRow>, query: ListQuery): Count {
  if (query.after === undefined && rows.next === null) return { value: rows.items.length, isExact: true }
  return counts('total', '') ?? aboutCount(rows.items.length)
}
