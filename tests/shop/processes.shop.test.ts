import { expect, inject, test } from 'vitest'
import { after, minute } from '#app/kernel/clock.ts'
import { type TestDatabase, useDatabase, withOwner } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { findIllegalOrders } from '#tests/support/illegal-orders.ts'
import { runningClock } from '#tests/support/people.ts'
import { countStarts, useShopProcesses } from '#tests/support/shop-processes.ts'
import { openTill, sessionOf } from '#tests/support/till.ts'
import { createVisitor, Dismissed, order, type Visitor } from '#tests/support/visitor.ts'

const processes = 2
const database = await useDatabase()
const till = await openTill(database, { clock: runningClock() })
const shop = await useShopProcesses(database, till, { processes, env: { TRUST_PROXY: '1' } })
const { sku } = await createVariant(till.db, { free: 5_000 })

/** As fast as the shop answers; the id of the session that the order would be paid in. */
async function buy(visitor: Visitor): Promise<string> {
  return sessionOf(await order(visitor, sku))
}

test('told to stop under load, the shop finishes what it has begun, and no order is lost (T32)', async () => {
  const visitors = Array.from({ length: 6 }, () => createVisitor(shop.url))
  async function buyUntilDismissed(visitor: Visitor): Promise<Array<string>> {
    const bought: Array<string> = []
    try {
      for (;;) bought.push(await buy(visitor))
    } catch (error) {
      if (!(error instanceof Dismissed)) throw error
      return bought
    }
  }
  const buying = Promise.all(visitors.map(buyUntilDismissed))
  await expect
    .poll(() => till.db.payment.count({ where: { status: 'open' } }), { timeout: 20_000 })
    .toBeGreaterThan(10)
  const { code, milliseconds } = await shop.stop()
  expect(code).toBe(0)
  expect(milliseconds).toBeLessThan(10_000)

  const bought = (await buying).flat()
  expect(await till.db.payment.count({ where: { sessionId: { in: bought }, status: 'open' } })).toBe(
    bought.length,
  )
  expect(await findIllegalOrders(database.pool)).toEqual([])
  await shop.start()
  // Whoever was interrupted finds cart and order as they were.
  for (const visitor of visitors) await buy(visitor)
})

test('told to stop while a sweep waits for the provider, it does not wait along (T32)', async () => {
  const { sandbox, db, clock } = till
  await db.payment.updateMany({ data: { createdAt: after(clock.now(), -2 * minute) } })
  await shop.stop()
  sandbox.addFault({ operation: 'checkout.sessions.retrieve', kind: 'timeout', times: 6 })
  sandbox.clearRequests()
  await shop.start()
  await expect.poll(() => sandbox.requests().length).toBeGreaterThan(0)
  expect((await shop.stop()).milliseconds).toBeLessThan(10_000)
  sandbox.clearFaults()
  await shop.start()
})

test('without its database the shop is alive but not ready, and comes back by itself (T104, T30)', async () => {
  const visitor = createVisitor(shop.url)
  await buy(visitor)
  const ready = () => fetch(`${shop.url}/readyz`).then((response) => response.json())
  const before = countStarts(shop.lines)
  await closeDatabase(database)
  try {
    await expect.poll(ready, { timeout: 10_000 }).toEqual({ isReady: false, reasons: ['database'] })
    expect((await fetch(`${shop.url}/healthz`)).status).toBe(200)
    const broken = await visitor.get('/cart')
    expect(broken.status).toBe(500)
    const requestId = broken.headers.get('x-request-id')
    expect(await broken.text(), 'T105').toContain(requestId)
    const line = () => shop.lines.find((known) => known.requestId === requestId && known.level === 50)
    await expect.poll(line).toBeDefined()
  } finally {
    await openDatabase(database)
  }
  await expect.poll(ready, { timeout: 60_000 }).toEqual({ isReady: true, reasons: [] })
  await buy(visitor)
  expect(countStarts(shop.lines), 'processes that were started anew').toBe(before)
})

/** As PostgreSQL looks to the shop while it restarts: every connection ends, and none is accepted. */
async function closeDatabase({ url }: TestDatabase): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await withOwner(`${inject('postgres').ownerUrl}postgres`, async (owner) => {
    await owner.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await owner.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  })
}

async function openDatabase({ url }: TestDatabase): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await withOwner(`${inject('postgres').ownerUrl}postgres`, (owner) =>
    owner.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`),
  )
}
