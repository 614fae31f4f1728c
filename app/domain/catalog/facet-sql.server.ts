import type { Pool } from 'pg'
import { binder } from '#app/platform/sql.server.ts'
import type { FacetName } from './facets.ts'
import {
  conditions,
  entriesOf,
  type FilterKey,
  type Filters,
  leadOf,
  type Statement,
  withoutLead,
} from './list-sql.server.ts'

// Counts are exact up to this many goods, and past it estimates from fewer: they cost the same in any catalogue.
const mostExact = 2_000
const sampleSize = 1_000

/** What was counted among the best `looked` goods of a scan; `isWhole` says that there are no others. */
export type FacetCounts = {
  looked: number
  isWhole: boolean
  counts: ReadonlyMap<FacetName, ReadonlyMap<string, number>>
}

const columns: Readonly<
  Record<Exclude<FacetName, 'total'>, { value: string; from: string; own: ReadonlyArray<FilterKey> }>
> = {
  division: { value: 'division_code', from: 'sample', own: ['division'] },
  category: { value: 'category_code', from: 'sample', own: ['category', 'subcategory'] },
  subcategory: { value: 'subcategory_code', from: 'sample', own: ['subcategory'] },
  storage: { value: 'storage', from: 'sample', own: ['storage'] },
  stock: { value: 'is_in_stock::text', from: 'sample', own: ['stock'] },
  certificate: {
    value: 'each_certificate',
    from: 'sample, unnest(certificates) each_certificate',
    own: ['certificate'],
  },
  season: { value: 'each_month::text', from: 'sample, unnest(season_months) each_month', own: ['season'] },
}

/**
 * Counts of each choice given the other filters, among the best goods of one index scan. A filter's own choices are
 * counted without it, so those of the leading filter come from a second scan that does not use it. `sizeOf` says how
 * many goods the leading filter leaves; null = unknown.
 */
export async function countFacets(
  pool: Pool,
  filters: Filters,
  sizeOf: (filters: Filters) => number | null,
): Promise<{ main: FacetCounts; lead: FacetCounts }> {
  const lead = leadOf(filters)
  const names = Object.keys(columns) as Array<Exclude<FacetName, 'total'>>
  const ownOf = (name: Exclude<FacetName, 'total'>) => lead !== null && columns[name].own.includes(lead)
  const most = (scanned: Filters) => ((sizeOf(scanned) ?? 0) > mostExact ? sampleSize : mostExact)
  const others = names.filter((name) => !ownOf(name))
  const main = await count(pool, filters, lead, ['total', ...others], most(filters))
  const rest = names.filter(ownOf)
  if (lead === null || rest.length === 0) return { main, lead: main }
  const unled = withoutLead(filters)
  return { main, lead: await count(pool, filters, leadOf(unled), rest, most(unled)) }
}

async function count(
  pool: Pool,
  filters: Filters,
  lead: FilterKey | null,
  names: ReadonlyArray<FacetName>,
  most: number,
): Promise<FacetCounts> {
  const { rows } = await pool.query<{ facet: FacetName | 'looked'; value: string; count: number }>(
    facetStatement(filters, lead, names, most),
  )
  const counts = new Map<FacetName, Map<string, number>>()
  let looked = 0
  for (const { facet, value, count } of rows) {
    if (facet === 'looked') looked = count
    else counts.set(facet, (counts.get(facet) ?? new Map<string, number>()).set(value, count))
  }
  return { looked: Math.min(looked, most), isWhole: looked <= most, counts }
}

function facetStatement(
  filters: Filters,
  lead: FilterKey | null,
  names: ReadonlyArray<FacetName>,
  most: number,
): Statement {
  const bind = binder([most + 1])
  const flags = new Map<FilterKey, string>()
  let scan = ''
  for (const [key] of entriesOf(filters)) {
    const condition = conditions[key](bind.add(filters[key]))
    if (key === lead) scan = ` AND ${condition}`
    else flags.set(key, condition)
  }
  const flagColumns = [...flags].map(([key, condition]) => `, (${condition}) AS is_${key}`).join('')
  const matching = (own: ReadonlyArray<FilterKey>) =>
    [...flags.keys()]
      .filter((key) => !own.includes(key))
      .map((key) => `is_${key}`)
      .join(' AND ') || 'true'
  const parts = names.map((name) =>
    name === 'total'
      ? `SELECT 'total', '', count(*)::int FROM sample WHERE ${matching([])}`
      : `SELECT '${name}', ${columns[name].value}, count(*)::int FROM ${columns[name].from} WHERE ${matching(columns[name].own)} GROUP BY 2`,
  )
  const text = `
    WITH sample AS MATERIALIZED (
      SELECT division_code, category_code, subcategory_code, storage, certificates, season_months, is_in_stock${flagColumns}
      FROM (SELECT * FROM product WHERE status = 'published'${scan} ORDER BY score DESC, id DESC LIMIT $1) best)
    SELECT 'looked' AS facet, '' AS value, count(*)::int AS count FROM sample
    UNION ALL ${parts.join('\n    UNION ALL ')}`
  const shape = entriesOf(filters).map(([key]) => key)
  const isHot = shape.length <= 1
  return isHot
    ? { name: `facets-${names[0]}-${shape.join('-')}`, text, values: bind.values }
    : { text, values: bind.values }
}
