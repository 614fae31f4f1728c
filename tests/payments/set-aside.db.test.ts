import { expect, test } from 'vitest'
import { giveBackPayment } from '#app/domain/payments/give-back.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { sweepPayments } from '#app/domain/payments/sweep-payments.server.ts'
import { minute } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { openSession, openTill, placeAndOpen, ring } from '#tests/support/till.ts'

const till = await openTill(await useDatabase())
const { db, sandbox, stripe } = till
const finance = await createOrganizer(db, 'finance')
const asking = { reason: '与支付机构核对过', reference: null }

const statusOf = async (id: string) => (await db.orderGroup.findUniqueOrThrow({ where: { id } })).status
const setAside = (groupId: string) =>
  db.payment.findFirstOrThrow({ where: { groupId, status: 'quarantined' } })
const latest = async (type: string) => (await stripe.events.list({ type, limit: 1 })).data[0]!
async function refundsOf(intent: string | null) {
  const { data } = await stripe.refunds.list({ payment_intent: intent ?? '' })
  return data.map(({ amount, status }) => [amount, status])
}

/** The shop wanted another amount than the page asked for. */
async function payWrong() {
  const { groupId, sessionId } = await placeAndOpen(till)
  await db.payment.updateMany({ where: { groupId }, data: { amountFen: { increment: 1 } } })
  sandbox.pay(sessionId)
  await settleGroup(till, groupId)
  return { ...(await setAside(groupId)), groupStatus: await statusOf(groupId) }
}

test('a payment of another amount is returned once, whole, although the answer to the first try was lost', async () => {
  const { groupId, id, paymentIntentId, groupStatus } = await payWrong()
  expect(groupStatus).toBe('quarantined')
  sandbox.addFault({ operation: 'refunds.create', kind: 'reset-after-success', times: 3 })
  expect(await giveBackPayment(till, finance, id, asking)).toMatchObject({ ok: true })
  const known = () => db.refund.findMany({ where: { groupId } })
  expect(await known()).toMatchObject([{ status: 'requested', amountFen: 2_800 }])
  till.clock.pass(2 * minute)
  await sweepPayments(till)
  expect(await known()).toMatchObject([{ status: 'succeeded' }])
  expect(await refundsOf(paymentIntentId)).toEqual([[2_800, 'succeeded']])
  expect(await statusOf(groupId)).toBe('cancelled')
})

test('the event of such a refund is known, also before its answer, and is no orphan', async () => {
  const { groupId, id } = await payWrong()
  sandbox.addFault({ operation: 'refunds.create', kind: 'reset-after-success', times: 3 })
  await giveBackPayment(till, finance, id, asking)
  const event = await latest('refund.created')
  expect(await ring(till, event)).toEqual({ ok: true, value: 'applied' })
  expect(await db.refund.findMany({ where: { groupId } })).toMatchObject([{ status: 'succeeded' }])
  expect(await db.alarm.count({ where: { kind: 'orphan-event', reference: event.id } })).toBe(0)
})

test('of two payments the second is returned, and the first is kept', async () => {
  const { groupId, sessionId } = await placeAndOpen(till)
  await db.payment.updateMany({ where: { groupId }, data: { status: 'failed' } })
  const second = await openSession(till, groupId)
  for (const id of [sessionId, second]) sandbox.pay(id)
  await settleGroup(till, groupId)
  const { id, paymentIntentId } = await setAside(groupId)
  await giveBackPayment(till, finance, id, asking)
  expect(await refundsOf(paymentIntentId)).toEqual([[2_800, 'succeeded']])
  const kept = await db.payment.findFirstOrThrow({ where: { groupId, status: 'paid' } })
  expect(await refundsOf(kept.paymentIntentId)).toEqual([])
  expect(await statusOf(groupId)).toBe('paid')
})
