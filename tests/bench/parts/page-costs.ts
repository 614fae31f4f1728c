import type pg from 'pg'
import { findDivision } from '#app/domain/catalog/find-division.server.ts'
import { findProduct } from '#app/domain/catalog/find-product.server.ts'
import { getHome } from '#app/domain/catalog/get-home.server.ts'
import { listProducts } from '#app/domain/catalog/list-products.server.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { searchProducts } from '#app/domain/search/search-products.server.ts'
import { scriptBytes } from '#tests/support/built-client.ts'
import { createMemory, openCatalogue, slugsOfBest } from '../support/catalogue.ts'
import type { Part } from '../support/context.ts'
import { figureRow } from '../support/sample.ts'

const pages: ReadonlyArray<(reading: Reading, slug: string) => Promise<unknown>> = [
  (reading) => getHome(reading, 'zh'),
  (reading) => listProducts(reading, { sort: 'sales', category: 'grain', storage: 'ambient' }, 'zh'),
  async (reading) => {
    await findDivision(reading, 'aohan', 'zh')
    await listProducts(reading, { sort: 'score' }, 'zh', { division: 'aohan' })
  },
  (reading, slug) => findProduct(reading, slug, 'zh'),
  (reading) => searchProducts(reading, '敖汉小米', { sort: 'score' }, 'zh'),
  (reading) => searchProducts(reading, 'xioami', { sort: 'score' }, 'zh'),
]

/** What a page asks of the database when its process knows nothing yet, and of the phone before it is alive. */
export const pageCosts: Part = async ({ databases, sizes }) => {
  const rows = []
  for (const size of sizes) {
    const catalogue = await openCatalogue(databases, size)
    const [slug = ''] = await slugsOfBest(catalogue, 1)
    const counts: Array<number> = []
    for (const page of pages) counts.push(await countQueries(catalogue.reading, slug, page))
    await catalogue.close()
    const texts = { name: `queries of a page, ${size.toLocaleString('en')} products`, unit: '' }
    rows.push(
      figureRow(
        [Math.max(...counts)],
        { ...texts, against: `the most of ${pages.length} pages` },
        { atMost: 8 },
      ),
    )
  }
  for (const page of ['products', 'product']) {
    const texts = { name: `JavaScript of the ${page} page`, against: 'gzipped', unit: 'KB' }
    rows.push(figureRow([scriptBytes(`routes/shop/${page}`) / 1_000], texts, { atMost: 110 }))
  }
  return rows
}

async function countQueries(
  { pool, clock }: Reading,
  slug: string,
  page: (reading: Reading, slug: string) => Promise<unknown>,
): Promise<number> {
  let count = 0
  const query = (...args: Parameters<pg.Pool['query']>) => {
    count += 1
    return pool.query(...args)
  }
  await page({ pool: { query } as unknown as pg.Pool, memo: createMemory(), clock }, slug)
  return count
}
