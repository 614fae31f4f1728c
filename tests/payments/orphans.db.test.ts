import { expect, test } from 'vitest'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { sweepPayments } from '#app/domain/payments/sweep-payments.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { openTill, placeAndOpen, placeFor, ring } from '#tests/support/till.ts'

const till = await openTill(await useDatabase())
const { db, sandbox, stripe } = till

const statusOf = async (id: string) => (await db.orderGroup.findUniqueOrThrow({ where: { id } })).status
const registered = (id: string) => db.providerEvent.findUniqueOrThrow({ where: { id } })
const alarmOf = (id: string) => db.alarm.findFirst({ where: { kind: 'orphan-event', reference: id } })
const latest = async (type: string) => (await stripe.events.list({ type, limit: 1 })).data[0]!

const brokenLine = { kind: 'reset-after-success', times: 3 } as const

/** A session that was made while the line broke: the shop has not noted it. */
async function loseSession() {
  const { groupId } = await placeFor(till)
  sandbox.addFault({ operation: 'checkout.sessions.create', ...brokenLine })
  expect(await openPayment(till, groupId)).toMatchObject({ ok: false, code: 'unavailable' })
  const { data } = await stripe.checkout.sessions.list({ limit: 1 })
  return { groupId, sessionId: data[0]!.id }
}

test('an event of an unknown session is kept, an alarm is raised, and the order takes it up later (T15)', async () => {
  const { groupId, sessionId } = await loseSession()
  sandbox.pay(sessionId)
  const event = await latest('checkout.session.completed')
  expect(await ring(till, event)).toEqual({ ok: true, value: 'orphan' })
  expect(await registered(event.id)).toMatchObject({ outcome: 'orphan', objectId: sessionId })
  expect(await alarmOf(event.id)).toMatchObject({ resolvedAt: null })

  expect(await openPayment(till, groupId), 'the same session').toMatchObject({ ok: true })
  expect(await settleGroup(till, groupId)).toBe('paid')
  await sweepPayments(till)
  expect(await registered(event.id)).toMatchObject({ outcome: 'applied' })
  expect(await alarmOf(event.id)).toMatchObject({ resolvedAt: till.clock.now() })
})

test('the expiry of an unknown session is kept, but nobody is alarmed: no money was in it', async () => {
  const { sessionId } = await loseSession()
  sandbox.expireNow(sessionId)
  const event = await latest('checkout.session.expired')
  expect(await ring(till, event)).toEqual({ ok: true, value: 'orphan' })
  expect(await alarmOf(event.id)).toBeNull()
})

async function payFor() {
  const { groupId, sessionId } = await placeAndOpen(till)
  sandbox.pay(sessionId)
  await settleGroup(till, groupId)
  return { groupId, intent: (await db.payment.findFirstOrThrow({ where: { groupId } })).paymentIntentId! }
}

test('a refund that nobody here asked for raises an alarm', async () => {
  const { intent } = await payFor()
  await stripe.refunds.create({ payment_intent: intent, amount: 100 })
  const event = await latest('refund.created')
  expect(await ring(till, event)).toEqual({ ok: true, value: 'orphan' })
  expect(await alarmOf(event.id)).toMatchObject({ resolvedAt: null })
})

test('a refund whose answer was lost is known by the key that we asked with', async () => {
  const { groupId } = await payFor()
  sandbox.addFault({ operation: 'refunds.create', ...brokenLine })
  await cancelGroup(till, groupId)
  expect(await statusOf(groupId)).toBe('refunding')
  const event = await latest('refund.created')
  expect(await ring(till, event)).toEqual({ ok: true, value: 'applied' })
  expect(await statusOf(groupId)).toBe('refunded')
  expect(await alarmOf(event.id)).toBeNull()
})
