import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { reconcileDay } from '#app/domain/books/reconcile-day.server.ts'
import { listAlarms } from '#app/domain/notifications/list-alarms.server.ts'
import { settleAlarm } from '#app/domain/notifications/settle-alarm.server.ts'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { deleteAccount } from '#app/domain/people/delete-account.server.ts'
import { findOrderDifferences } from '#app/domain/sales/check-orders.server.ts'
import { minute, shanghaiDay } from '#app/kernel/clock.ts'
import { fen } from '#app/kernel/money.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placeGroup, shopServices, tally } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { peopleServices, randomPhone, signInAs } from '#tests/support/people.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { giveBackAgain, giveBackPayment } from './give-back.server.ts'
import { giveBackFromForm } from './give-back-forms.server.ts'
import { openPayment } from './open-payment.server.ts'
import type { ProviderSession } from './provider.ts'
import { receiveEvent } from './receive-event.server.ts'
import { settleGroup } from './settle-group.server.ts'

const database = await useDatabase()
const { db, pool } = database
const shop = shopServices(database)
const people = peopleServices(database)
const finance = await createOrganizer(db, 'finance')
const asking = { reason: '与支付机构核对过', reference: null }
const byHand = { reason: '已在支付机构的后台退回', reference: 're_of_the_dashboard' }

/** Two units at 20.00 and 8.00 of shipping for somebody signed in, with the provider's page open. */
async function place() {
  const { sku, id: variantId } = await createVariant(db)
  const { scope } = await signInAs(people, randomPhone())
  const { groupId, token } = await placeGroup(shop, { sku, quantity: 2 })
  await db.orderGroup.update({ where: { id: groupId }, data: { shopperId: scope.shopperId } })
  await openPayment(shop, groupId)
  return { groupId, token, variantId, scope }
}
type Placed = Awaited<ReturnType<typeof place>>

async function settle(placed: Placed) {
  const { groupId } = placed
  await settleGroup(shop, groupId)
  const setAside = await db.payment.findMany({
    where: { groupId, status: 'quarantined' },
    orderBy: { attempt: 'asc' },
  })
  shop.clock.pass(minute)
  return { ...placed, paymentIds: setAside.map(({ id }) => id), paymentId: setAside[0]!.id }
}

/** One yuan for 48.00, or what else it is. */
async function payWrong(changes: Partial<ProviderSession> = { amountFen: fen(100) }) {
  const placed = await place()
  shop.payments.pay(placed.groupId, changes)
  return await settle(placed)
}

/** On two pages of the provider, the first of which was taken for closed. */
async function payTwice(first: Partial<ProviderSession> = {}) {
  const placed = await place()
  const { groupId } = placed
  const { sessionId } = shop.payments.findLatest(groupId)!
  await db.payment.updateMany({ where: { groupId }, data: { status: 'failed' } })
  await openPayment(shop, groupId)
  shop.payments.pay(groupId, { ...first, sessionId })
  shop.payments.pay(groupId)
  return await settle(placed)
}

async function look({ groupId, token, variantId }: Placed) {
  const { status, orders, refundedFen, refunds } = (await findOrderGroup(shop, token, 'zh'))!
  const { free, held, sold } = await db.stock.findFirstOrThrow({ where: { variantId } })
  const { _sum } = await db.saleEntry.aggregate({ where: { variantId }, _sum: { amountFen: true } })
  const asked = shop.payments.listRefunds().filter((refund) => refund.groupId === groupId)
  return {
    status: [status, ...orders.map((order) => order.status)],
    refundedFen,
    refunds: refunds.map(({ reason, amountFen, ...refund }) => [
      reason,
      amountFen,
      refund.status,
      refund.isByHand,
    ]),
    asked: asked.map(({ amountFen }) => amountFen),
    stock: [free, held, sold],
    sold: Number(_sum.amountFen ?? 0),
  }
}

async function toldOf({ groupId }: Placed) {
  const messages = await db.outboxMessage.findMany({
    where: { payload: { path: ['groupId'], equals: groupId } },
    orderBy: { id: 'asc' },
  })
  return messages.map(({ kind }) => kind).slice(-2)
}

const owed = async (reference: string) => {
  const { items } = await listAlarms(shop, finance, 'zh', 'open', null)
  return items.filter((item) => item.reference === reference).map(({ kind, owedFen }) => [kind, owedFen])
}
const leave = async ({ scope }: Placed) => {
  const deleted = await deleteAccount(people, scope)
  return deleted.ok || deleted.code
}

const over = { status: ['cancelled', 'cancelled'], refundedFen: 0, stock: [10, 0, 0], sold: 0 }

test('a payment of another amount goes back as it came, and the order that it froze is over', async () => {
  const paid = await payWrong()
  expect(await look(paid)).toMatchObject({ status: ['quarantined', 'awaiting-payment'], stock: [8, 2, 0] })
  expect(await owed(paid.paymentId)).toEqual([['amount-mismatch', 100]])
  expect(await leave(paid)).toBe('orders-open')
  expect(await giveBackPayment(shop, finance, paid.paymentId, asking)).toMatchObject({ ok: true })
  const refunds = [['amount-mismatch', 100, 'succeeded', false]]
  expect(await look(paid)).toEqual({ ...over, refunds, asked: [100] })
  expect(await toldOf(paid)).toEqual(['amount-mismatch', 'refund-succeeded'])
  expect(await owed(paid.paymentId)).toEqual([])
  const { number } = await db.orderGroup.findUniqueOrThrow({ where: { id: paid.groupId } })
  expect(
    await db.auditEntry.findMany({ where: { action: 'return-payment', subjectId: number } }),
  ).toMatchObject([{ actor: finance.staff.name, reason: asking.reason, after: { amountFen: 100 } }])
  expect(await leave(paid)).toBe(true)
})

test('what was paid a second time goes back beside the order, which goes on, and the books of both sides agree', async () => {
  const paid = await payTwice()
  expect(await owed(paid.paymentId)).toEqual([['paid-twice', 4_800]])
  const goesOn = { status: ['paid', 'to-ship'], refundedFen: 0, stock: [8, 0, 2], sold: 4_000 }
  expect(await look(paid)).toEqual({ ...goesOn, refunds: [], asked: [] })
  expect(await giveBackPayment(shop, finance, paid.paymentId, asking)).toMatchObject({ ok: true })
  const refunds = [['paid-twice', 4_800, 'succeeded', false]]
  expect(await look(paid)).toEqual({ ...goesOn, refunds, asked: [4_800] })
  expect(await toldOf(paid)).toEqual(['paid-twice', 'refund-succeeded'])
  expect((await reconcileDay(shop, shanghaiDay(shop.clock.now()))).differences).toEqual([])

  expect(await cancelGroup(shop, paid.groupId)).toMatchObject({ ok: true })
  const cancelled = { status: ['refunded', 'refunded'], refundedFen: 4_800, asked: [4_800, 4_800], sold: 0 }
  expect(await look(paid)).toMatchObject(cancelled)
  const [returned] = shop.payments.listRefunds().filter(({ groupId }) => groupId === paid.groupId)
  shop.payments.settleRefund(returned!.refundId, 'failed')
  const about = { kind: 'refund', refundId: returned!.refundId }
  await receiveEvent(shop, JSON.stringify({ id: randomUUID(), kind: 'refund.failed', about }), 'signed')
  expect(await look(paid), 'sent back by a bank').toMatchObject(cancelled)
  expect(await leave(paid)).toBe('orders-open')
  expect(await findOrderDifferences(sqlOn(pool))).toEqual([])
})

test('returned by other means it is not asked of the provider, and the buyer is told that the order is over', async () => {
  const paid = await payWrong()
  expect(await giveBackPayment(shop, finance, paid.paymentId, byHand)).toMatchObject({ ok: true })
  const refunds = [['amount-mismatch', 100, 'succeeded', true]]
  expect(await look(paid)).toEqual({ ...over, refunds, asked: [] })
  expect(await toldOf(paid)).toEqual(['order-cancelled', 'refund-by-hand'])
  const [refund] = await db.refund.findMany({ where: { groupId: paid.groupId } })
  expect(refund).toMatchObject({ reference: byHand.reference, paymentId: paid.paymentId })
  expect(await leave(paid)).toBe(true)
})

test('when the provider cannot return it, it is owed until it was given back again', async () => {
  const paid = await payWrong()
  shop.payments.planRefunds('failed')
  const first = await giveBackPayment(shop, finance, paid.paymentId, asking)
  const failedId = first.ok ? first.value.refundId : ''
  const failed = ['amount-mismatch', 100, 'failed', false]
  expect(await look(paid)).toEqual({ ...over, refunds: [failed], asked: [100] })
  expect([await owed(failedId), await owed(paid.paymentId)]).toEqual([[['refund-failed', 100]], []])
  shop.clock.pass(minute)
  const second = await giveBackAgain(shop, finance, failedId, asking)
  shop.payments.planRefunds('succeeded')
  expect(await leave(paid)).toBe('orders-open')
  const again = second.ok ? second.value.refundId : ''
  shop.clock.pass(minute)
  expect(await giveBackAgain(shop, finance, again, byHand)).toMatchObject({ ok: true })
  const refunds = [failed, failed, ['amount-mismatch', 100, 'succeeded', true]]
  expect(await look(paid)).toEqual({ ...over, refunds, asked: [100, 100] })
  expect(await owed(again)).toEqual([])
  expect(await leave(paid)).toBe(true)
})

test('of several who give it back at once one does (T38)', async () => {
  const paid = await payTwice()
  const answers = await Promise.all(
    [asking, byHand, asking, byHand].map((input) => giveBackPayment(shop, finance, paid.paymentId, input)),
  )
  expect(tally(answers)).toEqual({ done: 1, 'given-back': 3 })
  expect((await look(paid)).refunds).toHaveLength(1)
})

test('the right amount that comes beside a wrong one is set aside as well, and both go back', async () => {
  const paid = await payTwice({ amountFen: fen(100) })
  const [wrong, right] = paid.paymentIds as [string, string]
  expect([await owed(wrong), await owed(right)]).toEqual([
    [['amount-mismatch', 100]],
    [['paid-twice', 4_800]],
  ])
  for (const id of paid.paymentIds)
    expect(await giveBackPayment(shop, finance, id, asking)).toMatchObject({ ok: true })
  expect(await look(paid)).toMatchObject({ ...over, asked: [100, 4_800] })
  expect(await leave(paid)).toBe(true)
})

test('another currency goes back in the provider’s dashboard, and is recorded at the order’s price', async () => {
  const paid = await payWrong({ currency: 'usd' })
  expect(await owed(paid.paymentId)).toEqual([['amount-mismatch', null]])
  expect(await giveBackPayment(shop, finance, paid.paymentId, asking)).toMatchObject({
    code: 'other-currency',
  })
  expect(await look(paid)).toMatchObject({ status: ['quarantined', 'awaiting-payment'] })
  expect(await giveBackPayment(shop, finance, paid.paymentId, byHand)).toMatchObject({ ok: true })
  const refunds = [['amount-mismatch', 4_800, 'succeeded', true]]
  expect(await look(paid)).toEqual({ ...over, refunds, asked: [] })
})

test('the forms of an alarm carry it out; what was not set aside is not given back by them', async () => {
  const paid = await payTwice()
  const [kept] = await db.payment.findMany({ where: { groupId: paid.groupId, status: 'paid' } })
  const send = (fields: Record<string, string>) =>
    giveBackFromForm(
      shop,
      finance,
      formOf({ id: '1', owedId: paid.paymentId, reason: asking.reason, ...fields }),
    )
  const returned = { intent: 'return-by-hand', reference: byHand.reference }
  expect(await send({ ...returned, reference: '' })).toMatchObject({
    errors: { reference: 'reference-needed' },
  })
  for (const owedId of [kept!.id, randomUUID()])
    expect(await send({ ...returned, owedId })).toMatchObject({ errors: { reason: 'not-refundable' } })
  expect(await send({ intent: 'return-payment', owedId: '1' })).toMatchObject({
    errors: { owedId: 'not-refundable' },
  })
  const [alarm] = await db.alarm.findMany({ where: { reference: paid.paymentId } })
  const settling = { id: String(alarm!.id), raisedAt: alarm!.raisedAt.toISOString(), note: '已处理' }
  expect(await settleAlarm(shop, finance, formOf(settling)), 'a word alone').toMatchObject({
    isOvertaken: true,
  })
  expect(await send({ intent: 'return-payment' })).toBeNull()
  expect(await send(returned)).toMatchObject({ id: '1', errors: { reason: 'given-back' } })
})
