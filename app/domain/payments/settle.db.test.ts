import { expect, test } from 'vitest'
import { after, minute } from '#app/kernel/clock.ts'
import { fen } from '#app/kernel/money.ts'
import { placeGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { openPayment } from './open-payment.server.ts'
import { settleGroup } from './settle-group.server.ts'
import { expireGroup, sweepPayments } from './sweep-payments.server.ts'

const database = await useDatabase()
const { db } = database
const shop = shopServices(database)
const { clock, payments } = shop

async function placeFor(free: number, quantity = 1) {
  const { id: variantId, sku } = await createVariant(db, { free })
  const { groupId, totalFen } = await placeGroup(shop, { sku, quantity })
  return { groupId, variantId, totalFen }
}

const statusOf = async (id: string) => (await db.orderGroup.findUniqueOrThrow({ where: { id } })).status
const ledgerOf = async (variantId: number) => {
  const entries = await db.saleEntry.findMany({ where: { variantId } })
  return entries.map((entry) => [entry.kind, Number(entry.amountFen)])
}

test('fifty settlements at once are one sale (T13, T20)', async () => {
  const { groupId, variantId } = await placeFor(5)
  await openPayment(shop, groupId)
  payments.pay(groupId)
  await Promise.all(Array.from({ length: 50 }, () => settleGroup(shop, groupId)))
  expect(await statusOf(groupId)).toBe('paid')
  expect(await ledgerOf(variantId)).toEqual([['sale', 2000]])
  const stock = await db.stock.findFirstOrThrow({ where: { variantId } })
  expect([stock.free, stock.held, stock.sold]).toEqual([4, 0, 1])
})

test('twenty clicks on pay open one session (T23)', async () => {
  const { groupId } = await placeFor(5)
  const opened = await Promise.all(Array.from({ length: 20 }, () => openPayment(shop, groupId)))
  expect(new Set(opened.map((result) => (result.ok ? result.value.url : result.code))).size).toBe(1)
  expect(await db.payment.count({ where: { groupId } })).toBe(1)
})

test('what is unpaid in time is expired at the provider first, then released (T22)', async () => {
  const { groupId, variantId } = await placeFor(2, 2)
  await openPayment(shop, groupId)
  expect(await expireGroup(shop, groupId)).toBe(false)
  clock.set(after(clock.now(), 42 * minute))
  await sweepPayments(shop)
  expect(await statusOf(groupId)).toBe('expired')
  expect(payments.findLatest(groupId)?.status).toBe('expired')
  expect((await db.stock.findFirstOrThrow({ where: { variantId } })).free).toBe(2)
})

test('money after the release takes the goods back while they are there, else it is refunded whole (T21)', async () => {
  const revived = await placeFor(2)
  const late = await placeFor(1)
  await openPayment(shop, revived.groupId)
  await openPayment(shop, late.groupId)
  clock.set(after(clock.now(), 42 * minute))
  await sweepPayments(shop)
  await db.stock.updateMany({ where: { variantId: late.variantId }, data: { free: 0 } })
  await db.stockMovement.create({
    data: {
      variantId: late.variantId,
      delta: -1,
      reason: 'adjustment',
      recordedBy: 'test',
      recordedAt: clock.now(),
    },
  })
  payments.pay(revived.groupId)
  payments.pay(late.groupId)
  await settleGroup(shop, revived.groupId)
  await settleGroup(shop, late.groupId)
  expect(await statusOf(revived.groupId)).toBe('paid')
  expect(await statusOf(late.groupId)).toBe('refunded')
  expect(payments.listRefunds().map(({ groupId, amountFen }) => [groupId, amountFen])).toContainEqual([
    late.groupId,
    late.totalFen,
  ])
  expect(await ledgerOf(late.variantId)).toEqual([])
})

test('an amount that is not the order’s is set aside, never shipped (T24)', async () => {
  const { groupId } = await placeFor(2)
  await openPayment(shop, groupId)
  payments.pay(groupId, { amountFen: fen(1) })
  await settleGroup(shop, groupId)
  expect(await statusOf(groupId)).toBe('quarantined')
  expect(await db.alarm.count({ where: { kind: 'amount-mismatch' } })).toBe(1)
})

test('a second payment of a paid group is seen, and left to a person', async () => {
  const { groupId, variantId } = await placeFor(5)
  await openPayment(shop, groupId)
  await db.payment.updateMany({ where: { groupId }, data: { status: 'failed' } })
  await openPayment(shop, groupId)
  const findSession: typeof payments.findSession = async (id) => {
    const session = await payments.findSession(id)
    return session && { ...session, status: 'complete', isPaid: true, paymentIntentId: `pi_${id}` }
  }
  expect(await settleGroup({ ...shop, payments: { ...payments, findSession } }, groupId)).toBe('paid')
  const [first, second] = await db.payment.findMany({ where: { groupId }, orderBy: { attempt: 'asc' } })
  expect([first?.status, second?.status]).toEqual(['paid', 'quarantined'])
  expect(await ledgerOf(variantId)).toEqual([['sale', 2000]])
  expect(await db.alarm.count({ where: { kind: 'paid-twice', reference: second?.id ?? '' } })).toBe(1)
})
