import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { findProduct } from '#app/domain/catalog/find-product.server.ts'
import { getHome } from '#app/domain/catalog/get-home.server.ts'
import { listProducts } from '#app/domain/catalog/list-products.server.ts'
import { parseListQuery } from '#app/domain/catalog/list-query.ts'
import {
  answerCategories,
  answerDivisions,
  answerProduct,
  answerProducts,
} from '#app/domain/catalog/public-api/answers.server.ts'
import { openApiDocument } from '#app/domain/catalog/public-api/document.ts'
import { problemOf } from '#app/domain/catalog/public-api/problems.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { readAll } from '#tests/support/read-all.ts'
import { moreSearches, type SearchCase, thirtySearches } from './search-cases.ts'
import { searchProducts } from './search-products.server.ts'
import { suggest } from './suggest.server.ts'

const { pool } = await useDatabase({ seeded: true })
const clock = { now: () => new Date('2026-11-24T04:00:00Z') }
const site = { origin: 'http://localhost:3000' }

/** A process that has answered nothing yet, and how many queries it has asked. */
function coldReading(): Reading & { asked: () => number } {
  const known = new Map<string, Promise<unknown>>()
  let count = 0
  const counting = new Proxy(pool, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name)
      return (...query: Array<never>) => {
        count += 1
        return (target.query as (...query: Array<never>) => unknown)(...query)
      }
    },
  })
  const memo = ({ key, load }: { key: string; load: () => Promise<unknown> }) => {
    if (!known.has(key)) known.set(key, load())
    return known.get(key)
  }
  return { pool: counting, memo: memo as Reading['memo'], clock, asked: () => count }
}

describe('search', () => {
  async function finds([, query, meant]: SearchCase): Promise<boolean> {
    const { page } = await searchProducts(coldReading(), query, { sort: 'score' }, 'zh')
    return page.items.slice(0, 5).some((card) => meant.test(`${card.divisionName} ${card.title}`))
  }

  test.each(thirtySearches)('%s: %s finds what is meant', async (...search) => {
    expect(await finds(search)).toBe(true)
  })

  test('of more than sixty searches 95 in 100 show what is meant among the first five (T100)', async () => {
    const searches = [...thirtySearches, ...moreSearches]
    const missed: Array<string> = []
    for (const search of searches) if (!(await finds(search))) missed.push(`${search[0]}: ${search[1]}`)
    expect(searches.length).toBeGreaterThanOrEqual(60)
    expect(missed.length / searches.length, missed.join(', ')).toBeLessThanOrEqual(0.05)
  })

  test.each(['%', '_', '"\'&|!():*', '　', ''])(
    '%j is not an operator and finds nothing (T100)',
    async (query) => {
      const { page } = await searchProducts(coldReading(), query, { sort: 'score' }, 'zh')
      expect(page.items).toEqual([])
    },
  )

  test.each(['zzzz', 'xyz123', 'qwrt', 'ahxmqq'])(
    '%s is no goods’ first letters and finds nothing',
    async (query) => {
      const { page } = await searchProducts(coldReading(), query, { sort: 'score' }, 'zh')
      expect(page.items.map(({ title }) => title)).toEqual([])
    },
  )

  test('suggestions follow pinyin, first letters and characters; a percent sign is only itself', async () => {
    for (const typed of ['aohan', 'ahhxm', '敖汉']) {
      const terms = await suggest(coldReading(), typed, 'zh')
      expect(terms.length).toBeGreaterThan(0)
      expect(terms.length).toBeLessThanOrEqual(8)
      expect(terms[0]?.text).toContain('敖汉')
    }
    expect(await suggest(coldReading(), '%', 'zh')).toEqual([])
  })
})

describe('lists', () => {
  test('each page asks at most eight queries, even of a process that knows nothing', async () => {
    const first = await listProducts(coldReading(), { sort: 'score' }, 'zh')
    const slug = first.page.items[0]?.slug ?? ''
    const pages: Array<(reading: Reading) => Promise<unknown>> = [
      (reading) => getHome(reading, 'zh'),
      (reading) => listProducts(reading, { sort: 'sales', division: 'aohan', storage: 'ambient' }, 'zh'),
      (reading) => findProduct(reading, slug, 'zh'),
      (reading) => searchProducts(reading, '敖汉小米', { sort: 'score' }, 'zh'),
      (reading) => searchProducts(reading, 'xioami', { sort: 'score' }, 'zh'),
    ]
    for (const page of pages) {
      const reading = coldReading()
      await page(reading)
      expect(reading.asked()).toBeLessThanOrEqual(8)
    }
  })

  test.each(['score', 'sales', 'price-asc', 'price-desc', 'newest'] as const)(
    'pages by %s show each product once',
    async (sort) => {
      const reading = coldReading()
      const cards = await readAll(async (after) => {
        const query = { sort, division: 'aohan', ...(after && { after }) }
        return (await listProducts(reading, query, 'zh')).page
      })
      const seen = cards.map(({ slug }) => slug)
      const { total } = await listProducts(reading, { sort, division: 'aohan' }, 'zh')
      expect(new Set(seen).size).toBe(seen.length)
      expect(total).toEqual({ value: seen.length, isExact: true })
    },
  )

  test('a hand-made address is read as far as it makes sense and never reaches the SQL (T51)', async () => {
    const hostile = new URLSearchParams({
      sort: 'score;DROP TABLE product',
      division: "aohan' OR 1=1--",
      certificate: 'x',
      min: '1e9',
      season: '13',
      after: 'WyIxO0RST1AiLDFd',
    })
    const { query, total } = await listProducts(coldReading(), parseListQuery(hostile), 'zh')
    expect(query).toMatchObject({ sort: 'score' })
    expect(query.division).toBeUndefined()
    expect(total.value).toBeGreaterThan(1000)
  })
})

describe('public API', () => {
  const document = openApiDocument(site.origin)
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  ajv.addSchema(document, 'api')
  const check = (name: string, value: unknown) => {
    const validate = ajv.getSchema(`api#/components/schemas/${name}`)
    expect(validate?.(JSON.parse(JSON.stringify(value))), JSON.stringify(validate?.errors)).toBe(true)
  }

  test('answers are as the document says', async () => {
    const reading = coldReading()
    check('DivisionList', await answerDivisions(reading, site))
    check('CategoryList', await answerCategories(reading, site))
    const list = await answerProducts(reading, site, new URLSearchParams({ limit: '100' }))
    if (!list.ok) throw new Error(list.code)
    check('ProductList', list.value)
    expect(list.value.total).toBeGreaterThanOrEqual(1040)
    for (const { slug } of list.value.items.slice(0, 20))
      check('Product', await answerProduct(reading, site, slug))
  })

  test('what is not understood is a problem that names the parameter', async () => {
    for (const [name, value] of [
      ['sort', 'x'],
      ['limit', '0'],
      ['division', 'nowhere'],
    ] as const) {
      const answer = await answerProducts(coldReading(), site, new URLSearchParams({ [name]: value }))
      expect(answer).toEqual({ ok: false, code: 'invalid-parameter', detail: name })
    }
    check('Problem', problemOf('invalid-parameter', 'sort'))
    check('Problem', problemOf('unknown-product'))
    expect(await answerProduct(coldReading(), site, 'nothing')).toBeNull()
  })
})
