import type pg from 'pg'
import { systemClock } from '#app/kernel/clock.ts'
import { createDatabase, createPool } from '#app/platform/db.server.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import type { Part } from '../support/context.ts'
import { withClient } from '../support/databases.ts'
import { type Ask, type Desk, enterpriseListsOf, organizerListsOf } from '../support/desk-lists.ts'
import { fairListsOf } from '../support/fair-lists.ts'
import { busiest, fillDesks } from '../support/fill-desks.ts'
import { busyFair, fillFairs } from '../support/fill-fairs.ts'
import { figureRow, percentile, ratioRow } from '../support/sample.ts'

const manyOrders = 100_000
/** A million takes a quarter of an hour and more to fill, and no list of the staff has them all: each is an enterprise's, or a queue. */
const mostProducts = 100_000
const slowest = { atMost: 500 }
const measured = new Set([1, 2, 10, 50])
const latest = Math.max(...measured)

/** Every list of staff, unfiltered, filtered and searched: first, second and late pages (T89). */
function listsOf(desk: Desk): Record<string, Array<Ask>> {
  return { ...enterpriseListsOf(desk), ...organizerListsOf(desk), ...fairListsOf(desk) }
}

type Times = Map<string, Array<number>>

/** The 95th percentile of each list with many orders, held against the same list of the demonstration's size. */
export const staffLists: Part = async ({ databases, rounds, sizes }) => {
  const size = sizes.filter((products) => products <= mostProducts).at(-1) ?? 1_000
  const [small, large] = [
    await databases.useCopy(sizes[0] ?? 1_000, ({ url, ownerUrl }) => timeLists(url, ownerUrl, rounds)),
    await databases.useCopy(size, async ({ url, ownerUrl }) => {
      await withClient(ownerUrl, (client) => fillDesks(client, manyOrders))
      await withClient(ownerUrl, (client) => fillFairs(client, manyOrders))
      return await timeLists(url, ownerUrl, rounds)
    }),
  ]
  return [...large].map(([name, times]) => {
    const pairs = times.map((ours, round) => ({ ours, theirs: small.get(name)?.[round] ?? Number.NaN }))
    const texts = {
      name: `staff: ${name}, ${size.toLocaleString('en')} products, p95`,
      against: 'of the demonstration',
      unit: 'ms',
    }
    return { ...ratioRow(pairs, texts, slowest), goal: figureRow(times, texts, slowest).goal }
  })
}

async function timeLists(url: string, ownerUrl: string, rounds: number): Promise<Times> {
  const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 4 })
  // A connection that is about to end may still be cut off when its database is dropped.
  pool.on('error', () => undefined)
  const services = { pool, clock: systemClock }
  const db = createDatabase(pool)
  try {
    const { enterpriseId, articleNumber, ...fair } = await withClient(ownerUrl, findBusiest)
    const owner = await createMember(db, enterpriseId)
    const city = await createOrganizer(db)
    const reviewer = await createOrganizer(db, 'division-reviewer', owner.divisionCode)
    const lists = listsOf({ services, owner, city, reviewer, articleNumber, fair, day: fair.day })
    const times: Times = new Map()
    for (const [name, asks] of Object.entries(lists)) {
      const visits = (await Promise.all(asks.map(openPages))).flat()
      const figures: Array<number> = []
      for (let round = 0; round < rounds; round += 1) figures.push(await timeAll(visits))
      times.set(name, figures)
    }
    return times
  } finally {
    await db.$disconnect()
    await pool.end()
  }
}

type Busiest = { enterpriseId: number; articleNumber: string; id: number; slug: string; day: string }

/** @throws Error without the demonstration's goods and fairs */
async function findBusiest(client: pg.Client): Promise<Busiest> {
  const { rows } = await client.query<Busiest>(`
    SELECT p.enterprise_id AS "enterpriseId", v.article_number AS "articleNumber", x.id, x.slug,
      to_char(x.starts_at AT TIME ZONE 'Asia/Shanghai' + interval '1 day', 'YYYY-MM-DD') AS day
    FROM product p JOIN variant v ON v.product_id = p.id JOIN exhibition x ON x.id = ${busyFair}
    WHERE p.enterprise_id = ${busiest} ORDER BY v.id LIMIT 1`)
  if (!rows[0]) throw new Error('a database without goods')
  return rows[0]
}

/** With the cursors that lead there; asking for them warms the caches. */
async function openPages(ask: Ask): Promise<Array<() => Promise<unknown>>> {
  const pages: Array<() => Promise<unknown>> = []
  let after: string | null = null
  for (let page = 1; page <= latest; page += 1) {
    const cursor: string | null = after
    if (measured.has(page)) pages.push(async () => await ask(cursor))
    after = ((await ask(cursor)) as { next?: string | null } | null)?.next ?? null
    if (after === null) break
  }
  return pages
}

async function timeAll(visits: ReadonlyArray<() => Promise<unknown>>): Promise<number> {
  const times: Array<number> = []
  for (const visit of visits) {
    const from = performance.now()
    await visit()
    times.push(performance.now() - from)
  }
  return percentile(times, 0.95)
}
