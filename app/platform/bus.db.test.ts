import { pino } from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { type Bus, createBus, publishTags } from './bus.server.ts'
import { createMemo } from './memo.server.ts'
import { createPageCache, type PageCache } from './page-cache.server.ts'

const { db, url, ownerUrl, pool } = await useDatabase()
const open: Array<Bus> = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((bus) => bus.stop()))
})

/** What each web process has: its own connection, its own cache. */
async function startProcess(): Promise<{
  bus: Bus
  pages: PageCache
  keep(key: string, tags: Array<string>): Promise<unknown>
}> {
  const bus = createBus({ DATABASE_URL: url }, pino({ level: 'silent' }))
  const pages = createPageCache({ PAGE_CACHE_MB: 1 }, bus)
  open.push(bus)
  await bus.start()
  const keep = (key: string, tags: Array<string>) => pages.render(key, async () => ({ tags, bytes: 10 }))
  return { bus, pages, keep }
}

test('a committed change drops its pages in every process within a second', async () => {
  const processes = await Promise.all([startProcess(), startProcess(), startProcess()])
  for (const { keep } of processes) {
    await keep('/products', ['catalog'])
    await keep('/products/millet', ['catalog', 'product:millet'])
  }
  await db.$transaction((tx) => publishTags(tx, ['product:millet']))
  await vi.waitFor(
    () => {
      for (const { pages } of processes) expect(pages.find('/products/millet')).toBeUndefined()
    },
    { timeout: 1_000, interval: 5 },
  )
  for (const { pages } of processes) expect(pages.find('/products')).toBeDefined()
})

test('a change that is rolled back drops nothing', async () => {
  const { pages, keep } = await startProcess()
  await keep('/products', ['catalog'])
  const change = db.$transaction(async (tx) => {
    await publishTags(tx, ['catalog'])
    throw new Error('no')
  })
  await expect(change).rejects.toThrow('no')
  await db.$transaction((tx) => publishTags(tx, ['other']))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(pages.find('/products')).toBeDefined()
})

test('thousands of tags travel, whatever a message may hold', async () => {
  const { pages, keep } = await startProcess()
  const tags = Array.from({ length: 3_000 }, (_, index) => `product:a-rather-long-slug-of-a-product-${index}`)
  for (const tag of [tags[0], tags[1_500], tags[2_999]]) await keep(`/${tag}`, [tag ?? ''])
  await db.$transaction((tx) => publishTags(tx, tags))
  await vi.waitFor(() => expect(pages.size().pages).toBe(0), { timeout: 1_000, interval: 5 })
})

test('a process that lost its connection comes back, and trusts nothing that it kept', async () => {
  const { pages, keep, bus } = await startProcess()
  const memo = createMemo(bus)
  let loads = 0
  const read = () => memo({ key: 'k', tags: ['catalog'], load: async () => (loads += 1) })
  await keep('/products', ['catalog'])
  await read()
  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bus' AND datname = current_database()`,
  )
  await owner.end()
  await vi.waitFor(() => expect(pages.find('/products')).toBeUndefined(), { timeout: 3_000, interval: 10 })
  expect(await read()).toBe(2)
  await keep('/products', ['catalog'])
  await db.$transaction((tx) => publishTags(tx, ['catalog']))
  await vi.waitFor(() => expect(pages.find('/products')).toBeUndefined(), { timeout: 1_000, interval: 5 })
  expect(pool.ended).toBe(false)
})
