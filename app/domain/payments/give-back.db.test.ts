import { expect, test } from 'vitest'
import { listAlarms } from '#app/domain/notifications/list-alarms.server.ts'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { findOrderDifferences } from '#app/domain/sales/check-orders.server.ts'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { minute } from '#app/kernel/clock.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placePaidGroup, shopServices, tally } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { giveBackAgain } from './give-back.server.ts'

const database = await useDatabase()
const { db, pool } = database
const shop = shopServices(database)
const finance = await createOrganizer(db, 'finance')
const retry = { reason: '买家换了新的银行卡', reference: null }
const byHand = { reason: '已由财务对公转账', reference: '工行回单 20261128001' }

/** Two units at 20.00 and 8.00 of shipping, cancelled by the buyer; the provider could not return the money. */
async function fail() {
  const { sku } = await createVariant(db)
  const { groupId, token } = await placePaidGroup(shop, { sku, quantity: 2 })
  shop.payments.planRefunds('failed')
  await cancelGroup(shop, groupId)
  shop.payments.planRefunds('succeeded')
  const { id, status } = await db.refund.findFirstOrThrow({ where: { groupId } })
  expect(status).toBe('failed')
  shop.clock.pass(minute)
  return { groupId, token, refundId: id }
}
type Failed = Awaited<ReturnType<typeof fail>>

const openAlarms = ({ refundId }: Failed) =>
  db.alarm.count({ where: { kind: 'refund-failed', reference: refundId, resolvedAt: null } })
const look = async ({ token }: Failed) => {
  const { status, refundedFen, refunds } = (await findOrderGroup(shop, token, 'zh'))!
  return { status, refundedFen, refunds: refunds.map((refund) => [refund.status, refund.isByHand]) }
}
const toldOf = async ({ groupId }: Failed) => {
  const messages = await db.outboxMessage.findMany({
    where: { payload: { path: ['groupId'], equals: groupId } },
    orderBy: { id: 'asc' },
  })
  return messages.map(({ kind }) => kind).slice(-2)
}

test('asked for once more, the provider returns the money, and the alarm is settled with a row in the audit', async () => {
  const failed = await fail()
  expect(await openAlarms(failed)).toBe(1)
  const { items } = await listAlarms(shop, finance, 'zh', 'open', null)
  expect(items.find(({ reference }) => reference === failed.refundId)?.owedFen).toBe(4_800)
  expect(await giveBackAgain(shop, finance, failed.refundId, retry)).toMatchObject({ ok: true })
  expect(await look(failed)).toEqual({
    status: 'refunded',
    refundedFen: 4_800,
    refunds: [
      ['failed', false],
      ['succeeded', false],
    ],
  })
  expect(await openAlarms(failed)).toBe(0)
  expect(await toldOf(failed)).toEqual(['refund-requested', 'refund-succeeded'])
  const { number } = await db.orderGroup.findUniqueOrThrow({ where: { id: failed.groupId } })
  const [entry] = await db.auditEntry.findMany({ where: { action: 'retry-refund', subjectId: number } })
  expect(entry).toMatchObject({
    actor: finance.staff.name,
    reason: retry.reason,
    after: { amountFen: 4_800 },
  })
})

test('paid by other means it is a refund like any, with its reference, and the provider is not asked', async () => {
  const failed = await fail()
  const asked = shop.payments.listRefunds().length
  expect(await giveBackAgain(shop, finance, failed.refundId, byHand)).toMatchObject({ ok: true })
  expect(shop.payments.listRefunds()).toHaveLength(asked)
  expect(await look(failed)).toMatchObject({
    status: 'refunded',
    refunds: [
      ['failed', false],
      ['succeeded', true],
    ],
  })
  expect((await toldOf(failed)).at(-1)).toBe('refund-by-hand')
  const [refund] = await db.refund.findMany({ where: { groupId: failed.groupId, status: 'succeeded' } })
  expect(refund).toMatchObject({ reference: byHand.reference, providerRefundId: null })
  expect(await db.auditEntry.count({ where: { action: 'refund-by-hand', reason: byHand.reason } })).toBe(1)
  expect(await openAlarms(failed)).toBe(0)
  expect(await findOrderDifferences(sqlOn(pool))).toEqual([])
  expect(await findStockDifferences(sqlOn(pool))).toEqual([])
})

test('of several who give it back at once one does (T38)', async () => {
  const failed = await fail()
  const answers = await Promise.all(
    [retry, byHand, retry, byHand].map((input) => giveBackAgain(shop, finance, failed.refundId, input)),
  )
  expect(tally(answers)).toEqual({ done: 1, 'given-back': 3 })
  expect(await look(failed)).toMatchObject({ status: 'refunded', refundedFen: 4_800 })
})

test('when it fails again there is an alarm again; what did not fail cannot be given back here', async () => {
  const failed = await fail()
  shop.payments.planRefunds('failed')
  const again = await giveBackAgain(shop, finance, failed.refundId, retry)
  shop.payments.planRefunds('succeeded')
  const second = { ...failed, refundId: again.ok ? again.value.refundId : '' }
  expect([await openAlarms(failed), await openAlarms(second)]).toEqual([0, 1])
  expect(await giveBackAgain(shop, finance, failed.refundId, byHand)).toMatchObject({ code: 'given-back' })
  const third = await giveBackAgain(shop, finance, second.refundId, byHand)
  expect(third).toMatchObject({ ok: true })
  const settled = third.ok ? third.value.refundId : ''
  expect(await giveBackAgain(shop, finance, settled, byHand)).toMatchObject({ code: 'not-refundable' })
})
