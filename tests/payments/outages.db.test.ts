import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { submitRefund } from '#app/domain/payments/submit-refund.server.ts'
import { expireGroup } from '#app/domain/payments/sweep-payments.server.ts'
import { minute } from '#app/kernel/clock.ts'
import type { Fault } from '#tests/fakes/stripe/faults.ts'
import { useDatabase } from '#tests/support/database.ts'
import { openTill, placeFor, sessionOf, type Till } from '#tests/support/till.ts'

const kinds: ReadonlyArray<Omit<Fault, 'operation' | 'times'>> = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 503 },
  { kind: 'reset' },
  { kind: 'reset-after-success' },
  { kind: 'timeout' },
  { kind: 'timeout-after-success' },
]
/** The first try and two repetitions. */
const mostTries = 3

const database = await useDatabase({ poolSize: 20 })
const stories: Array<Awaited<ReturnType<typeof prepare>>> = []
for (const kind of kinds) for (const times of [1, mostTries]) stories.push(await prepare({ ...kind, times }))

/** A shop with a provider of its own, and two orders: one will be paid and refunded, one will be left. */
async function prepare(fault: Omit<Fault, 'operation'>) {
  const till = await openTill(database, { timeoutMs: 400 })
  return { till, fault, bought: await placeFor(till), left: await placeFor(till) }
}

for (const { till, fault, bought, left } of stories) {
  const { kind, status = '', times } = fault
  const often = times === 1 ? 'once' : 'until the SDK gives up'
  test.concurrent(`${kind} ${status} ${often}, at each call: one session, one payment, one refund, no order lost (T27)`, async () => {
    const disturb = (operation: string) => void till.sandbox.addFault({ ...fault, operation })
    await payAndCancel(till, bought.groupId, disturb)
    await letExpire(till, left.groupId, disturb)

    expect(till.sandbox.faults(), 'faults that met no call').toEqual([])
    expect(await statusOf(bought.groupId)).toBe('refunded')
    expect(await statusOf(left.groupId)).toBe('expired')
    const sessions = await listSessions(till)
    expect(sessions.filter((session) => session.payment_status === 'paid')).toHaveLength(1)
    expect(sessions.filter((session) => session.status === 'open')).toEqual([])
    expect((await listRefunds(till)).map((refund) => refund.amount)).toEqual([bought.totalFen])
  })
}

/** From pay to refund, with a fault at each call that the shop makes. */
async function payAndCancel(till: Till, groupId: string, disturb: (operation: string) => void) {
  disturb('checkout.sessions.create')
  till.sandbox.pay(await clickPay(till, groupId), { method: 'alipay' })
  disturb('checkout.sessions.retrieve')
  await until(till, async () => (await settleGroup(till, groupId)) === 'paid')
  till.sandbox.planRefunds('pending')
  disturb('refunds.create')
  await until(till, async () => (await cancelGroup(till, groupId)).ok)
  const { id } = await till.db.refund.findFirstOrThrow({ where: { groupId } })
  const isIn = async (status: string) => {
    await submitRefund(till, id)
    return (await till.db.refund.findUniqueOrThrow({ where: { id } })).status === status
  }
  await until(till, () => isIn('pending'))
  till.sandbox.settleRefund((await listRefunds(till))[0]!.id, 'succeeded')
  disturb('refunds.retrieve')
  await until(till, () => isIn('succeeded'))
}

/** From pay to release, the same. */
async function letExpire(till: Till, groupId: string, disturb: (operation: string) => void) {
  await clickPay(till, groupId)
  await till.db.orderGroup.update({ where: { id: groupId }, data: { expiresAt: till.clock.now() } })
  disturb('checkout.sessions.expire')
  await until(till, () => expireGroup(till, groupId))
}

async function clickPay(till: Till, groupId: string): Promise<string> {
  let url = ''
  await until(till, async () => {
    const opened = await openPayment(till, groupId)
    if (opened.ok) url = opened.value.url
    else expect(opened.code).toBe('unavailable')
    return opened.ok
  })
  return sessionOf(url)
}

/** A shopper or a sweep that comes again; no single time asks the provider for one thing more than three times. */
async function until(till: Till, work: () => Promise<boolean>): Promise<void> {
  for (let isDone = false, comings = 1; !isDone; comings += 1) {
    expect(comings, 'times that it was tried again').toBeLessThanOrEqual(mostTries + 1)
    till.sandbox.clearRequests()
    isDone = await work()
    const tries = Object.values(
      Object.groupBy(
        till.sandbox.requests(),
        ({ method, path, headers }) => `${method} ${path} ${headers['idempotency-key']}`,
      ),
    )
    for (const same of tries) expect(same?.length).toBeLessThanOrEqual(mostTries)
  }
}

test('an order that could not be paid in an outage can be paid after it (T28)', async () => {
  const till = await openTill(database)
  const { groupId } = await placeFor(till)
  till.sandbox.addFault({ operation: '*', kind: 'status', status: 503, times: 100 })
  expect(await openPayment(till, groupId)).toMatchObject({ ok: false, code: 'unavailable' })
  expect(await statusOf(groupId)).toBe('awaiting-payment')
  // By now Stripe would refuse the session that was asked for then: less than 30 minutes are left of it.
  till.clock.pass(15 * minute)
  till.sandbox.clearFaults()
  expect(await openPayment(till, groupId)).toMatchObject({ ok: true })
})

async function statusOf(groupId: string): Promise<string> {
  return (await database.db.orderGroup.findUniqueOrThrow({ where: { id: groupId } })).status
}

async function listSessions({ stripe }: Till): Promise<Array<Stripe.Checkout.Session>> {
  return (await stripe.checkout.sessions.list({ limit: 100 })).data
}

async function listRefunds({ stripe }: Till): Promise<Array<Stripe.Refund>> {
  return (await stripe.refunds.list({ limit: 100 })).data
}
