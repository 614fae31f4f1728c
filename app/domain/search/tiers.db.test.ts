import { beforeAll, expect, test } from 'vitest'
import { listProducts } from '#app/domain/catalog/list-products.server.ts'
import type { ListQuery, Sort } from '#app/domain/catalog/list-query.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { growCatalogue } from '#prisma/seed/grow.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { searchProducts } from './search-products.server.ts'

const { pool, ownerUrl } = await useDatabase({ seeded: true })
const reading: Reading = { pool, memo: ({ load }) => load(), clock: systemClock }

// Large enough to be read in tiers, which are made smaller than they are so that all three hold something.
beforeAll(
  () =>
    withOwner(ownerUrl, async (owner) => {
      await growCatalogue(owner, 2_600, () => undefined)
      await owner.query(`
      UPDATE product SET search_tier = CASE WHEN place <= 400 THEN 0 WHEN place <= 1600 THEN 1 ELSE 2 END
      FROM (SELECT id AS ranked, row_number() OVER (ORDER BY score DESC, id DESC) AS place FROM product) ranks
      WHERE ranked = id`)
      await owner.query('ANALYZE product')
    }),
  60_000,
)

/** Every page of it, one after another. */
async function readAll(
  ask: (
    after: string | undefined,
  ) => Promise<{ page: { items: Array<{ slug: string }>; next: string | null } }>,
) {
  const slugs: Array<string> = []
  let after: string | undefined
  do {
    const { items, next } = (await ask(after)).page
    slugs.push(...items.map(({ slug }) => slug))
    after = next ?? undefined
  } while (after)
  return slugs
}

const from = (query: ListQuery, after: string | undefined) => ({ ...query, ...(after && { after }) })

async function slugsWhere(condition: string): Promise<Array<string>> {
  const { rows } = await pool.query<{ slug: string }>(
    `SELECT slug FROM product WHERE status = 'published' AND ${condition}`,
  )
  return rows.map(({ slug }) => slug)
}

test.each<Sort>(['score', 'sales', 'price-asc', 'newest'])(
  'the pages of a search by %s show each product once, the better tiers first',
  async (sort) => {
    const slugs = await readAll((after) => searchProducts(reading, '小米', from({ sort }, after), 'zh'))
    expect(new Set(slugs).size).toBe(slugs.length)
    const best = await slugsWhere(`search_tier = 0 AND search_vector @@ '小米'`)
    expect(slugs.length).toBeGreaterThan(best.length)
    expect(best.filter((slug) => !slugs.includes(slug))).toEqual([])
  },
)

test('goods of the last tier are found by a word of their own', async () => {
  const { rows } = await pool.query<{ id: number; slug: string }>(
    'SELECT id, slug FROM product WHERE search_tier = 2 AND id > 1040 ORDER BY id LIMIT 5',
  )
  for (const { id, slug } of rows) {
    const { page } = await searchProducts(reading, String(id), { sort: 'score' }, 'zh')
    expect(page.items[0]?.slug).toBe(slug)
  }
})

test('a price that none of the better goods has is looked for among the others', async () => {
  const millet = `search_vector @@ '小米'`
  const { rows } = await pool.query(
    `SELECT max(min_price_fen) AS most FROM product WHERE search_tier = 0 AND ${millet}`,
  )
  const min = Number(rows[0]?.most) + 1
  const dearer = await slugsWhere(`${millet} AND min_price_fen >= ${min}`)
  const { page } = await searchProducts(reading, '小米', { sort: 'score', min }, 'zh')
  expect(dearer.length).toBeGreaterThan(0)
  for (const { slug } of page.items) expect(dearer).toContain(slug)
  expect(page.items.length).toBe(Math.min(24, dearer.length))
})

test.each<Sort>(['score', 'sales', 'price-asc', 'price-desc', 'newest'])(
  'a list by %s of a subcategory and a price range holds exactly what is in them',
  async (sort) => {
    const query: ListQuery = { sort, subcategory: 'grain-millet', min: 1_500, max: 4_000 }
    const slugs = await readAll((after) => listProducts(reading, from(query, after), 'zh'))
    const wanted = await slugsWhere(
      `subcategory_code = 'grain-millet' AND min_price_fen BETWEEN 1500 AND 4000`,
    )
    expect(wanted.length).toBeGreaterThan(24)
    expect(slugs.toSorted()).toEqual(wanted.toSorted())
  },
)
