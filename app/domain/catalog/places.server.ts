import type { Pool } from 'pg'
import type { CategoryRow, Count, DivisionRow } from './places.ts'
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
  const [divisions, categories] = await Promise.all([
    pool.query<DivisionRow>(divisionsSql),
    pool.query<CategoryRow>(categoriesSql),
  ])
  return {
    divisions: divisions.rows,
    divisionByCode: new Map(divisions.rows.map((row) => [row.code, row])),
    divisionBySlug: new Map(divisions.rows.map((row) => [row.slug, row])),
    categories: categories.rows,
    categoryByCode: new Map(categories.rows.map((row) => [row.code, row])),
  }
}

const divisionsSql = `
  SELECT d.code, d.slug, d.name, d.name_en AS "nameEn", d.short_name AS "shortName", d.pinyin, d.kind,
    d.seat_town AS "seatTown", d.area_km2 AS "areaKm2", d.tagline, d.tagline_en AS "taglineEn",
    d.story, d.story_en AS "storyEn",
    CASE WHEN p.code IS NOT NULL THEN json_build_object('code', p.code, 'name', p.name, 'nameEn', p.name_en) END AS pair
  FROM division d LEFT JOIN district p ON p.code = d.pair_code
  ORDER BY d.sort, d.code`

const categoriesSql = `
  SELECT code, parent_code AS "parentCode", name, name_en AS "nameEn", icon FROM category ORDER BY sort, code`

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

type CountRow = { dimension: 'division' | 'category' | 'total'; value: string; count: number }

async function loadCounts(pool: Pool): Promise<ProductCounts> {
  const bound = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM product WHERE status = 'published' LIMIT ${exactUpTo + 1}) few`,
  )
  const isExact = (bound.rows[0]?.count ?? 0) <= exactUpTo
  const { rows } = await pool.query<CountRow>(isExact ? exactSql : estimateSql)
  const counts = (dimension: CountRow['dimension']) =>
    new Map(
      rows
        .filter((row) => row.dimension === dimension)
        .map((row) => [row.value, { value: row.count, isExact }]),
    )
  return {
    total: counts('total').get('') ?? { value: 0, isExact: true },
    division: counts('division'),
    category: counts('category'),
  }
}

const exactSql = `
  WITH goods AS MATERIALIZED (
    SELECT division_code, category_code, subcategory_code FROM product WHERE status = 'published')
  SELECT 'total' AS dimension, '' AS value, count(*)::int AS count FROM goods
  UNION ALL SELECT 'division', division_code, count(*)::int FROM goods GROUP BY 2
  UNION ALL SELECT 'category', category_code, count(*)::int FROM goods GROUP BY 2
  UNION ALL SELECT 'category', subcategory_code, count(*)::int FROM goods GROUP BY 2`

// The partial index knows how many rows are published; the statistics know the share of each code. All of the
// few dozen codes are among the most common values, so none is missed.
const estimateSql = `
  WITH goods AS (SELECT reltuples AS total FROM pg_class WHERE oid = 'product_by_score'::regclass),
  shares AS (
    SELECT CASE attname WHEN 'division_code' THEN 'division' ELSE 'category' END AS dimension,
      unnest(most_common_vals::text::text[]) AS value, unnest(most_common_freqs) AS share
    FROM pg_stats
    WHERE schemaname = current_schema() AND tablename = 'product'
      AND attname IN ('division_code', 'category_code', 'subcategory_code'))
  SELECT 'total' AS dimension, '' AS value, greatest(total, ${exactUpTo})::int AS count FROM goods
  UNION ALL SELECT dimension, value, (share * total)::int FROM shares, goods`
