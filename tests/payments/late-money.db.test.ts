import { describe, expect, test } from 'vitest'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { findOrderMessage } from '#app/domain/notifications/order-message.server.ts'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import type { PaymentProvider } from '#app/domain/payments/provider.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { expireGroup } from '#app/domain/payments/sweep-payments.server.ts'
import { checkOut, fillCart, placeGroup } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { watchSteps } from '#tests/support/steps.ts'
import { openSession, openTill, placeAndOpen, placeFor, sessionOf, type Till } from '#tests/support/till.ts'

const database = await useDatabase({ poolSize: 20 })
const till = await openTill(database)
const { db, sandbox, clock } = till

/** Believes that every unpaid session is closed, and so releases first: the guard of T22 taken out. */
const careless: PaymentProvider = {
  ...till.payments,
  expireSession: async () => true,
  findSession: async (id) => {
    const session = await till.payments.findSession(id)
    return session && { ...session, status: 'expired' }
  },
}

const statusOf = async (id: string) => (await db.orderGroup.findUniqueOrThrow({ where: { id } })).status

async function runOut(groupId: string): Promise<void> {
  await db.orderGroup.update({ where: { id: groupId }, data: { expiresAt: clock.now() } })
}

/** Tries a story with somebody coming in before its first step, its second, … and at last after its end. */
async function atEachStep<T>(story: (step: number) => Promise<T & { steps: number }>): Promise<Array<T>> {
  const outcomes: Array<T> = []
  for (let step = 1, steps = 1; step <= steps + 1; step += 1) {
    const outcome = await story(step)
    steps = outcome.steps
    outcomes.push(outcome)
  }
  return outcomes
}

/** Runs `work` with `visitor` before one of its steps, or after the last. */
async function meet(
  step: number,
  work: (services: Till) => Promise<unknown>,
  visitor: () => unknown,
  services: Till = till,
): Promise<number> {
  let steps = 0
  let visit: Promise<unknown> | undefined
  const watched = watchSteps(services, async (current) => {
    steps = current
    if (current !== step) return
    visit = Promise.resolve(visitor())
    await untilDoneOrWaiting(visit)
  })
  await work(watched)
  await (visit ?? visitor())
  return steps
}

/** Whoever comes in while a transaction is open may have to wait for its end. */
async function untilDoneOrWaiting(visit: Promise<unknown>): Promise<void> {
  let isDone = false
  visit.finally(() => {
    isDone = true
  })
  for (;;) {
    const { rowCount } = await till.pool.query(
      `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()`,
    )
    if (isDone || rowCount) return
  }
}

/** The last unit is paid while its order expires, and then somebody else wants it. */
function payWhileItExpires(services?: Till) {
  return atEachStep(async (step) => {
    const { groupId, sessionId, sku } = await placeAndOpen(till, 1)
    await runOut(groupId)
    let isPaid = false
    const steps = await meet(
      step,
      (watched) => expireGroup(watched, groupId),
      () => {
        isPaid = sandbox.pay(sessionId) === 'paid'
      },
      services,
    )
    const scope = await fillCart(till, [{ sku, quantity: 1 }])
    const next = await placeOrder(till, scope, await checkOut(till, scope))
    await settleGroup(till, groupId)
    return { steps, isPaid, hasNext: next.ok, status: await statusOf(groupId) }
  })
}

test('paid while it expires, at whichever step: either the payment or the release wins (T22)', async () => {
  const outcomes = await payWhileItExpires()
  const paid = outcomes.filter(({ isPaid }) => isPaid)
  const released = outcomes.filter(({ isPaid }) => !isPaid)
  expect(paid.length).toBeGreaterThan(0)
  expect(released.length).toBeGreaterThan(0)
  for (const outcome of paid) expect(outcome).toMatchObject({ status: 'paid', hasNext: false })
  for (const outcome of released) expect(outcome).toMatchObject({ status: 'expired', hasNext: true })
})

test('control: released before the session is closed, goods are paid for that somebody else has (T22)', async () => {
  const outcomes = await payWhileItExpires({ ...till, payments: careless })
  const late = outcomes.filter(({ isPaid, hasNext }) => isPaid && hasNext)
  expect(late.length).toBeGreaterThan(0)
  for (const { status } of late) expect(['refunding', 'refunded']).toContain(status)
})

test('pay in one tab, cancel in the other, at whichever step: nobody is sent to pay for what is cancelled (T22)', async () => {
  async function outcomeOf(groupId: string, opened: Awaited<ReturnType<typeof openPayment>>) {
    const session = opened.ok ? await till.payments.findSession(sessionOf(opened.value.url)) : null
    return { status: await statusOf(groupId), canPay: session?.status === 'open' }
  }
  const outcomes = [
    ...(await atEachStep(async (step) => {
      const { groupId } = await placeFor(till)
      let opened: Awaited<ReturnType<typeof openPayment>> = { ok: false, code: 'closed' }
      const open = async (services: Till) => {
        opened = await openPayment(services, groupId)
      }
      const steps = await meet(step, open, () => cancelGroup(till, groupId))
      return { steps, ...(await outcomeOf(groupId, opened)) }
    })),
    ...(await atEachStep(async (step) => {
      const { groupId } = await placeFor(till)
      let opened: Awaited<ReturnType<typeof openPayment>> = { ok: false, code: 'closed' }
      const open = async () => {
        opened = await openPayment(till, groupId)
      }
      const steps = await meet(step, (services) => cancelGroup(services, groupId), open)
      return { steps, ...(await outcomeOf(groupId, opened)) }
    })),
  ]
  for (const { status, canPay } of outcomes)
    expect({ status, canPay }).toEqual({ status, canPay: status === 'awaiting-payment' })
  expect(new Set(outcomes.map(({ canPay }) => canPay)).size).toBe(2)
})

test('twelve late payments at once for five units: five are revived, seven refunded, all are told (T21)', async () => {
  const { id: variantId, sku } = await createVariant(db, { free: 12 })
  const late: Array<{ groupId: string; sessionId: string }> = []
  for (let index = 0; index < 12; index += 1) {
    const { groupId } = await placeGroup(till, { sku, quantity: 1 })
    late.push({ groupId, sessionId: await openSession(till, groupId) })
    await runOut(groupId)
    expect(await expireGroup({ ...till, payments: careless }, groupId)).toBe(true)
  }
  await placeGroup(till, { sku, quantity: 7 })
  sandbox.planRefunds('pending', { times: 12 })
  for (const { sessionId } of late) sandbox.pay(sessionId, { method: 'alipay' })
  await Promise.all(late.map(({ groupId }) => settleGroup(till, groupId)))

  const groupIds = late.map(({ groupId }) => groupId)
  const groups = await db.orderGroup.findMany({ where: { id: { in: groupIds } }, include: { refunds: true } })
  const revived = groups.filter(({ status }) => status === 'paid')
  const tooLate = groups.filter(({ status }) => status === 'refunding')
  expect([revived.length, tooLate.length]).toEqual([5, 7])
  expect(await db.stock.findFirstOrThrow({ where: { variantId } })).toMatchObject({
    free: 0,
    held: 7,
    sold: 5,
  })
  expect(await db.saleEntry.count({ where: { variantId } })).toBe(5)
  for (const { id, totalFen, refunds } of tooLate) {
    expect(refunds).toMatchObject([{ status: 'pending', amountFen: totalFen, reason: 'paid-after-release' }])
    expect(await db.alarm.count({ where: { kind: 'paid-after-release', reference: id } })).toBe(1)
    const told = { dedupeKey: { in: [`paid-after-release:${id}`, `refund-requested:${refunds[0]!.id}`] } }
    expect(await db.outboxMessage.count({ where: told })).toBe(2)
  }
  for (const { id } of revived)
    expect(await db.outboxMessage.count({ where: { dedupeKey: `order-paid:${id}` } })).toBe(1)
})

describe('what the buyer of a late payment is told is true (T21)', () => {
  const goneWords = /不够数|无货|goods are (left|gone)/

  /** All that goes to the buyer's phone when the money comes after all, in both languages. */
  async function payLate({ groupId, sessionId }: { groupId: string; sessionId: string }) {
    sandbox.pay(sessionId, { method: 'alipay' })
    await settleGroup(till, groupId)
    const rows = await db.outboxMessage.findMany({
      where: { payload: { path: ['groupId'], equals: groupId } },
      orderBy: { id: 'asc' },
    })
    const told: Array<string | undefined> = []
    for (const locale of ['zh', 'en']) {
      await db.orderGroup.update({ where: { id: groupId }, data: { locale } })
      for (const row of rows) told.push((await findOrderMessage(till, row))?.body)
    }
    return {
      kinds: rows.map(({ kind }) => kind).filter((kind) => !kind.startsWith('refund-')),
      told: told.join('\n'),
    }
  }

  test('cancelled, with the goods still there: it was cancelled, and goes back', async () => {
    const placed = await placeAndOpen(till, 5)
    expect(await cancelGroup({ ...till, payments: careless }, placed.groupId)).toMatchObject({ ok: true })
    const { kinds, told } = await payLate(placed)
    expect(kinds).toEqual(['order-placed', 'order-cancelled', 'paid-after-cancel'])
    expect(told).toContain('在订单取消后到账，不会发货，正在全额退回')
    expect(told).toContain('came after it was cancelled. Nothing will be sent')
    expect(told).not.toMatch(goneWords)
    expect(await db.stock.findFirst({ where: { variantId: placed.variantId } })).toMatchObject({
      free: 5,
      sold: 0,
    })
  })

  test('out of time, with the goods still there: it is paid, and they are sent', async () => {
    const placed = await placeAndOpen(till, 5)
    await runOut(placed.groupId)
    await expireGroup({ ...till, payments: careless }, placed.groupId)
    const { kinds, told } = await payLate(placed)
    expect(kinds).toEqual(['order-placed', 'order-expired', 'order-paid'])
    expect(told).not.toMatch(goneWords)
  })

  test('out of time, and somebody else has them: not all of them are left, and it goes back', async () => {
    const placed = await placeAndOpen(till, 1)
    await runOut(placed.groupId)
    await expireGroup({ ...till, payments: careless }, placed.groupId)
    await placeGroup(till, { sku: placed.sku, quantity: 1 })
    const { kinds, told } = await payLate(placed)
    expect(kinds).toEqual(['order-placed', 'order-expired', 'paid-after-release'])
    expect(told).toContain('在付款时限过后到账，其中有商品已不够数，正在全额退回')
    expect(told).toContain('came after its time to pay was over, and not all of its goods are left')
  })
})
