import { expect, test } from 'vitest'
import { deliverOutbox } from '#app/domain/notifications/deliver-outbox.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { sweepPayments } from '#app/domain/payments/sweep-payments.server.ts'
import { minute } from '#app/kernel/clock.ts'
import { createSmsOutbox } from '#app/platform/sms.server.ts'
import { checkOut, fillCart } from '#tests/support/checkout.ts'
import { type TestDatabase, useDatabase } from '#tests/support/database.ts'
import type { SqlEdit } from '#tests/support/edit-sql.ts'
import { createVariant } from '#tests/support/goods.ts'
import { findIllegalOrders } from '#tests/support/illegal-orders.ts'
import { runningClock } from '#tests/support/people.ts'
import { openTill, placeAndOpen, placeFor, signed, type Till } from '#tests/support/till.ts'
import { isNightly, runMortal } from '#tests/support/workers.ts'

/** Every fourth step at each commit, all of them in the night. */
const stride = isNightly ? 1 : 4
const patience = isNightly ? 900_000 : 120_000

type Ground = { database: TestDatabase; till: Till }
type Death = { lastStep: number; edits?: ReadonlyArray<SqlEdit> }

const ground = await prepare(await useDatabase())
const lawless = await prepare(await useDatabase({ checksBooks: false }))

async function prepare(database: TestDatabase): Promise<Ground> {
  return { database, till: await openTill(database, { clock: runningClock() }) }
}

/** Each on an order of its own, brought to where the use case begins; true when the process outlived it. */
const useCases: Record<string, (ground: Ground, death: Death) => Promise<boolean>> = {
  async 'placing an order'({ database, till }, death) {
    const { sku } = await createVariant(till.db)
    const scope = await fillCart(till, [{ sku, quantity: 1 }])
    return await runMortal(database, settings(till, death), 'placeOrder', scope, await checkOut(till, scope))
  },
  async 'opening a payment'({ database, till }, death) {
    const { groupId } = await placeFor(till)
    return await runMortal(database, settings(till, death), 'openPayment', groupId)
  },
  async 'hearing of a payment'({ database, till }, death) {
    const { sessionId } = await placePaid(till)
    const { data } = await till.stripe.events.list({ type: 'checkout.session.completed', limit: 20 })
    const event = data.find(({ data: { object } }) => 'id' in object && object.id === sessionId)
    return await runMortal(database, settings(till, death), 'receiveEvent', ...signed(till, event!))
  },
  async 'cancelling a paid order'({ database, till }, death) {
    const { groupId } = await placePaid(till)
    await settleGroup(till, groupId)
    return await runMortal(database, settings(till, death), 'cancelGroup', groupId)
  },
  async 'expiring an order'({ database, till }, death) {
    const { groupId } = await placeAndOpen(till)
    await till.db.orderGroup.update({ where: { id: groupId }, data: { expiresAt: till.clock.now() } })
    return await runMortal(database, settings(till, death), 'expireGroup', groupId)
  },
  async 'sending messages'({ database, till }, death) {
    await placeFor(till)
    return await runMortal(database, settings(till, death), 'deliverOutbox')
  },
}

function settings({ paymentsUrl }: Till, death: Death) {
  return { ...death, connections: 2, paymentsUrl }
}

async function placePaid(till: Till) {
  const order = await placeAndOpen(till)
  till.sandbox.pay(order.sessionId)
  return order
}

/** How often a process died at a step of the use case, before one outlived it. */
async function countDeaths(name: string, on: Ground, death: Death): Promise<number> {
  let deaths = 0
  for (let { lastStep } = death; !(await useCases[name]!(on, { ...death, lastStep })); lastStep += stride)
    deaths += 1
  return deaths
}

for (const [index, name] of Object.keys(useCases).entries()) {
  test.concurrent(
    `killed at any step of ${name}, no order is left between two states (T29)`,
    async () => {
      expect(await countDeaths(name, ground, { lastStep: 1 + (index % stride) })).toBeGreaterThan(0)
      expect(await findIllegalOrders(ground.database.pool)).toEqual([])
    },
    patience,
  )
}

test.concurrent(
  'control: without transactions the same deaths leave orders between two states (T29)',
  async () => {
    const edits: ReadonlyArray<SqlEdit> = [['BEGIN', 'SELECT 1']]
    await countDeaths('hearing of a payment', lawless, { lastStep: 3, edits })
    expect(await findIllegalOrders(lawless.database.pool)).not.toEqual([])
  },
  patience,
)

test('after a restart and a sweep, every order is where its money is, and everybody is told once (T29)', async () => {
  const { db, pool, clock, stripe } = ground.till
  // Messages that a dead process had taken wait for half a minute, payments for a minute, orders for their time.
  for (const pause of [minute, 42 * minute, 2 * minute]) {
    clock.pass(pause)
    await sweepPayments(ground.till)
    await deliverOutbox({ ...ground.till, sms: createSmsOutbox(db, clock) })
  }
  expect(await findIllegalOrders(pool)).toEqual([])
  const groups = await db.orderGroup.findMany({ include: { payments: true } })
  expect(new Set(groups.map(({ status }) => status))).toEqual(new Set(['paid', 'refunded', 'expired']))

  const bySession = new Map(
    groups.flatMap((group) => group.payments.map((payment) => [payment.sessionId, group])),
  )
  for await (const session of stripe.checkout.sessions.list({ limit: 100 })) {
    expect(session.status).not.toBe('open')
    if (session.payment_status === 'paid')
      expect(['paid', 'refunded']).toContain(bySession.get(session.id)?.status)
  }
  let returned = 0
  for await (const refund of stripe.refunds.list({ limit: 100 })) returned += refund.amount
  const owed = groups.filter(({ status }) => status === 'refunded')
  expect(returned).toBe(owed.reduce((sum, group) => sum + group.totalFen, 0))

  expect(await db.outboxMessage.count({ where: { deliveredAt: null } })).toBe(0)
  expect(await db.smsMessage.count()).toBe(await db.outboxMessage.count())
})
