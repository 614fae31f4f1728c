import { listRequests } from '#app/domain/after-sales/request-views.server.ts'
import { listApplications } from '#app/domain/enterprises/application-queue.server.ts'
import { countTodos } from '#app/domain/enterprises/count-todos.server.ts'
import { listEnterprises } from '#app/domain/enterprises/enterprise-list.server.ts'
import { listImports } from '#app/domain/listings/import/import-views.server.ts'
import { listListings } from '#app/domain/listings/list-listings.server.ts'
import { parseListingQuery } from '#app/domain/listings/list-query.ts'
import { listSubmissions } from '#app/domain/listings/review-queue.server.ts'
import { listReviewsToAnswer, listReviewsToModerate } from '#app/domain/reviews/desk-views.server.ts'
import { listShopOrders } from '#app/domain/shipping/list-orders.server.ts'
import { readOrderFilter } from '#app/domain/shipping/order-filter.ts'
import type { EnterpriseScope, OrganizerScope } from '#app/domain/staff/scope.ts'
import { listStock } from '#app/domain/stock/list-stock.server.ts'
import { parseStockQuery } from '#app/domain/stock/stock-query.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createDatabase, createPool } from '#app/platform/db.server.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import type { Part } from '../support/context.ts'
import { withClient } from '../support/databases.ts'
import { busiest, fillDesks } from '../support/fill-desks.ts'
import { figureRow, percentile, ratioRow } from '../support/sample.ts'

const manyOrders = 100_000
const slowest = { atMost: 500 }
const measured = new Set([1, 2, 10, 50])
const latest = Math.max(...measured)

type Services = { pool: ReturnType<typeof createPool>; clock: typeof systemClock }
type Desk = { services: Services; owner: EnterpriseScope; city: OrganizerScope; reviewer: OrganizerScope }
/** A page of a list, or a view that has none. */
type Ask = (after: string | null) => Promise<{ next: string | null } | unknown>

/** Every list of staff, unfiltered, filtered and searched: first, second and late pages (T89). */
function listsOf({ services, owner, city, reviewer }: Desk): Record<string, Array<Ask>> {
  const search = (address: string) => new URLSearchParams(address)
  const stands = ['open', 'closed'] as const
  return {
    listings: [
      '',
      'state=on-sale',
      'state=draft',
      'state=taken-down',
      'category=grain',
      'q=小米',
      'q=没有这种',
    ].map(
      (address) => (after) => listListings(services, owner, { ...parseListingQuery(search(address)), after }),
    ),
    stock: ['', 'state=low', 'state=out', 'q=小米', 'q=没有这种'].map(
      (address) => (after) => listStock(services, owner, { ...parseStockQuery(search(address)), after }),
    ),
    orders: [
      '',
      'stand=shipped',
      'stand=all',
      'stand=all&storage=frozen',
      'storage=chilled',
      'stand=all&q=CF2026',
      'stand=all&q=NONE',
    ].map(
      (address) => (after) => listShopOrders(services, owner, 'zh', readOrderFilter(search(address)), after),
    ),
    'after-sales': [owner, city].flatMap((scope) =>
      stands.map(
        (stand): Ask =>
          (after) =>
            listRequests(services, scope, 'zh', stand, after),
      ),
    ),
    reviews: [
      ...(['unanswered', 'all'] as const).map(
        (stand): Ask =>
          (after) =>
            listReviewsToAnswer(services, owner, 'zh', stand, after),
      ),
      ...(['pending', 'published', 'hidden'] as const).map(
        (stand): Ask =>
          (after) =>
            listReviewsToModerate(services, city, 'zh', stand, after),
      ),
    ],
    'review queue': [city, reviewer].map((scope) => (after) => listSubmissions(services, scope, after)),
    applications: [city, reviewer].flatMap((scope) =>
      ['', '合作社', '没有这家'].map(
        (text): Ask =>
          (after) =>
            listApplications(services, scope, { stage: 'submitted', text, division: '', after }),
      ),
    ),
    enterprises: (['', 'expired', 'expiring'] as const).map(
      (documents) => (after) =>
        listEnterprises(services, city, { text: '', division: '', isSuspended: false, documents, after }),
    ),
    'imports and what there is to do': [
      () => listImports(services, owner),
      () => countTodos(services, owner),
    ],
  }
}

type Times = Map<string, Array<number>>

/** The 95th percentile of each list with many orders, held against the same list of the demonstration's size. */
export const staffLists: Part = async ({ databases, rounds, sizes }) => {
  const size = sizes.at(-1) ?? 1_000
  const [small, large] = [
    await databases.useCopy(sizes[0] ?? 1_000, ({ url, ownerUrl }) => timeLists(url, ownerUrl, rounds)),
    await databases.useCopy(size, async ({ url, ownerUrl }) => {
      await withClient(ownerUrl, (client) => fillDesks(client, manyOrders))
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
    const { rows } = await withClient(ownerUrl, (client) =>
      client.query<{ id: number }>(`SELECT ${busiest} AS id`),
    )
    const owner = await createMember(db, rows[0]?.id ?? 0)
    const reviewer = await createOrganizer(db, 'division-reviewer', owner.divisionCode)
    const lists = listsOf({ services, owner, city: await createOrganizer(db), reviewer })
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

/** With the cursors that lead there; asking for them warms the caches. */
async function openPages(ask: Ask): Promise<Array<() => Promise<unknown>>> {
  const pages: Array<() => Promise<unknown>> = []
  let after: string | null = null
  for (let page = 1; page <= latest; page += 1) {
    const cursor: string | null = after
    if (measured.has(page)) pages.push(async () => await ask(cursor))
    after = ((await ask(cursor)) as { next?: string | null }).next ?? null
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
