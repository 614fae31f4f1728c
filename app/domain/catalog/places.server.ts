import type { Pool } from 'pg'
import { type CategoryRow, type Count, type DivisionRow, noGoods } from './places.ts'
import type { Reading } from './reading.server.ts'
import { catalogTag, placesTag } from './tags.ts'

/** Divisions and categories: a few dozen rows that every page names. */
export type Places = {
  divisions: ReadonlyArray<DivisionRow>
  divisionByCode: ReadonlyMap<string, DivisionRow>
  divisionBySlug: ReadonlyMap<string, DivisionRow>
  categories: ReadonlyArray<CategoryRow>
  categoryByCode: ReadonlyMap<string, CategoryRow>
}

export function getPlaces({ memo, pool }: Pick<Reading, 'memo' | 'pool'>): Promise<Places> {
  return memo({ key: 'places', tags: [placesTag], load: () => loadPlaces(pool) })
}

async function loadPlaces(pool: Pool): Promise<Places> {
  const { rows } = await pool.query<{ divisions: Array<DivisionRow>; categories: Array<CategoryRow> }>({
    name: 'places',
    text: `SELECT (${divisionsSql}) AS divisions, (${categoriesSql}) AS categories`,
  })
  const { divisions = [], categories = [] } = rows[0] ?? {}
  return {
    divisions,
    divisionByCode: new Map(divisions.map((row) => [row.code, row])),
    divisionBySlug: new Map(divisions.map((row) => [row.slug, row])),
    categories,
    categoryByCode: new Map(categories.map((row) => [row.code, row])),
  }
}

const divisionsSql = `
  SELECT coalesce(json_agg(json_build_object('code', d.code, 'slug', d.slug, 'name', d.name, 'nameEn', d.name_en,
    'shortName', d.short_name, 'pinyin', d.pinyin, 'kind', d.kind, 'seatTown', d.seat_town, 'areaKm2', d.area_km2,
    'tagline', d.tagline, 'taglineEn', d.tagline_en, 'story', d.story, 'storyEn', d.story_en,
    'pair', CASE WHEN p.code IS NOT NULL THEN json_build_object('code', p.code, 'name', p.name, 'nameEn', p.name_en) END
  ) ORDER BY d.sort, d.code), '[]')
  FROM division d LEFT JOIN district p ON p.code = d.pair_code`

const categoriesSql = `
  SELECT coalesce(json_agg(json_build_object('code', code, 'parentCode', parent_code, 'name', name,
    'nameEn', name_en, 'icon', icon) ORDER BY sort, code), '[]')
  FROM category`

/** How many published goods there are, altogether and of each division and category (both levels). */
export type ProductCounts = {
  total: Count
  division: ReadonlyMap<string, Count>
  category: ReadonlyMap<string, Count>
}

// Counting is exact while it costs a few milliseconds; past that the planner's statistics are as good for a shopper.
const exactUpTo = 20_000

export function getProductCounts({ memo, pool }: Pick<Reading, 'memo' | 'pool'>): Promise<ProductCounts> {
  return memo({ key: 'product-counts', tags: [catalogTag], load: () => loadCounts(pool) })
}

type CountRow = { dimension: 'bound' | 'total' | 'division' | 'category'; value: string; count: number }

async function loadCounts(pool: Pool): Promise<ProductCounts> {
  const { rows } = await pool.query<CountRow>({ name: 'product-counts', text: countsSql })
  const isExact = (rows.find(({ dimension }) => dimension === 'bound')?.count ?? 0) <= exactUpTo
  const counts = (dimension: CountRow['dimension']) =>
    new Map(
      rows
        .filter((row) => row.dimension === dimension)
        .map((row) => [row.value, { value: row.count, isExact }]),
    )
  return {
    total: counts('total').get('') ?? noGoods,
    division: counts('division'),
    category: counts('category'),
  }
}

// Past the bound the partial index knows how many rows are published, and the statistics the share of each code. The
// few dozen codes are all among the most common values, so none is missed. Only one of the two halves is ever run.
const countsSql = `
  WITH bound AS MATERIALIZED (
    SELECT count(*)::int AS count FROM (SELECT FROM product WHERE status = 'published' LIMIT ${exactUpTo + 1}) few),
  goods AS MATERIALIZED (
    SELECT division_code, category_code, subcategory_code FROM product
    WHERE status = 'published' AND (SELECT count FROM bound) <= ${exactUpTo}),
  estimate AS (
    SELECT greatest(reltuples, ${exactUpTo}) AS total FROM pg_class
    WHERE oid = 'product_by_score'::regclass AND (SELECT count FROM bound) > ${exactUpTo}),
  shares AS (
    SELECT CASE attname WHEN 'division_code' THEN 'division' ELSE 'category' END AS dimension,
      unnest(most_common_vals::text::text[]) AS value, unnest(most_common_freqs) AS share
    FROM pg_stats
    WHERE schemaname = current_schema() AND tablename = 'product'
      AND attname IN ('division_code', 'category_code', 'subcategory_code'))
  SELECT 'bound' AS dimension, '' AS value, count FROM bound
  UNION ALL SELECT 'total', '', coalesce((SELECT total FROM estimate)::int, (SELECT count FROM bound))
  UNION ALL SELECT 'division', division_code, count(*)::int FROM goods GROUP BY 2
  UNION ALL SELECT 'category', category_code, count(*)::int FROM goods GROUP BY 2
  UNION ALL SELECT 'category', subcategory_code, count(*)::int FROM goods GROUP BY 2
  UNION ALL SELECT dimension, value, (share * total)::int FROM shares, estimate`
