import { describe, expect, test } from 'vitest'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { standingOf } from '#app/domain/orders/lifecycle.ts'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { minute } from '#app/kernel/clock.ts'
import { fen } from '#app/kernel/money.ts'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { refundAmount, refundLines, refundWhole } from '#tests/support/refunds.ts'
import { shipGroup } from '#tests/support/shipping.ts'
import { receiveEvent } from './receive-event.server.ts'

const database = await useDatabase()
const { db } = database
const shop = shopServices(database)
const { payments } = shop

/** Two units at 20.00 of each of two enterprises, each with 8.00 of shipping: 96.00 in all. */
async function buy() {
  const variants = [await createVariant(db), await createVariant(db)]
  const { groupId, token } = await placePaidGroup(shop, ...variants.map(({ sku }) => ({ sku, quantity: 2 })))
  const orders = await db.order.findMany({
    where: { groupId },
    include: { lines: true },
    orderBy: { number: 'asc' },
  })
  const lineIds = orders.flatMap((order) => order.lines.map((line) => line.id))
  return { groupId, token, lineIds, variants, ask: { groupId, key: 'first', reason: 'goodwill' as const } }
}
type Bought = Awaited<ReturnType<typeof buy>>

/** What each line, and each order with its shipping, has given back as the shopper sees it. */
async function look({ token }: Bought) {
  const group = (await findOrderGroup(shop, token, 'zh'))!
  return {
    status: group.status,
    standing: standingOf(
      group.status,
      group.orders.map((order) => order.status),
    ),
    refundedFen: group.refundedFen,
    orders: group.orders.map((order) => [order.status, order.refundedFen]),
    refunds: group.refunds.map((refund) => refund.status),
  }
}

async function readLedger({ variants }: Bought) {
  const enterpriseId = { in: variants.map((variant) => variant.enterpriseId) }
  const sums = await db.saleEntry.groupBy({
    by: ['kind'],
    where: { enterpriseId },
    _sum: { amountFen: true },
  })
  return Object.fromEntries(sums.map(({ kind, _sum }) => [kind, Number(_sum.amountFen)]))
}

async function freeOf({ variants }: Bought) {
  const stock = await db.stock.findMany({
    where: { variantId: { in: variants.map(({ id }) => id) } },
    orderBy: { variantId: 'asc' },
  })
  return stock.map(({ free }) => free)
}

/** The provider has decided, and rings. */
async function settle({ groupId }: Bought, status: 'succeeded' | 'failed') {
  const { refundId } = payments.listRefunds().find((refund) => refund.groupId === groupId)!
  payments.settleRefund(refundId, status)
  for (const id of ['evt_1', 'evt_2']) {
    const event = {
      id: `${id}:${refundId}:${status}`,
      kind: 'refund.updated',
      about: { kind: 'refund', refundId },
    }
    await receiveEvent(shop, JSON.stringify(event), 'signed')
  }
}

describe('an amount', () => {
  test('is shared by the lines, taken from the ledger, and given once per key', async () => {
    const bought = await buy()
    const ask = { ...bought.ask, lineIds: bought.lineIds, amountFen: fen(1_001) }
    expect(await refundAmount(shop, ask)).toEqual(await refundAmount(shop, ask))
    expect((await look(bought)).orders).toEqual([
      ['to-ship', 501],
      ['to-ship', 500],
    ])
    expect(await readLedger(bought)).toEqual({ sale: 9_600, refund: -1_001 })
  })

  test('stays within what is left of its lines, whatever was given back before', async () => {
    const bought = await buy()
    const lineIds = bought.lineIds.slice(0, 1)
    await refundLines(shop, { ...bought.ask, lines: [{ lineId: lineIds[0]!, quantity: 1 }] })
    const ask = (key: string, amountFen: number) =>
      refundAmount(shop, { ...bought.ask, key, lineIds, amountFen: fen(amountFen) })
    expect(await ask('too much', 2_001)).toMatchObject({ code: 'too-much' })
    expect(await ask('all', 2_000)).toMatchObject({ ok: true })
    expect(await ask('more', 1)).toMatchObject({ code: 'too-much' })
    expect((await look(bought)).orders[0]).toEqual(['to-ship', 4_000])
  })
})

describe('units', () => {
  test('go back on sale when they were not sent; the last of an order takes its shipping along', async () => {
    const bought = await buy()
    await refundLines(shop, { ...bought.ask, lines: [{ lineId: bought.lineIds[0]!, quantity: 2 }] })
    expect(await freeOf(bought)).toEqual([10, 8])
    expect((await look(bought)).orders).toEqual([
      ['refunded', 4_800],
      ['to-ship', 0],
    ])
    expect(await readLedger(bought)).toEqual({ sale: 9_600, refund: -4_800 })
  })

  test('stay where they are once they were sent, and so does the shipping', async () => {
    const bought = await buy()
    await shipGroup(shop, bought.groupId)
    await refundLines(shop, {
      ...bought.ask,
      lines: bought.lineIds.map((lineId) => ({ lineId, quantity: 2 })),
    })
    expect(await freeOf(bought)).toEqual([8, 8])
    expect(await look(bought)).toMatchObject({ status: 'paid', refundedFen: 8_000 })
  })
})

test('cancelling after a refund gives back the rest, not the whole again', async () => {
  const bought = await buy()
  await refundAmount(shop, { ...bought.ask, lineIds: bought.lineIds, amountFen: fen(500) })
  await refundLines(shop, {
    ...bought.ask,
    key: 'unit',
    lines: [{ lineId: bought.lineIds[0]!, quantity: 1 }],
  })
  expect(await cancelGroup(shop, bought.groupId)).toMatchObject({ ok: true })
  expect(await look(bought)).toMatchObject({ status: 'refunded', refundedFen: 9_600 })
  expect(await freeOf(bought)).toEqual([10, 10])
  expect(await readLedger(bought)).toEqual({ sale: 9_600, refund: -9_600 })
})

describe('a refund that the provider has not decided (T39)', () => {
  async function cancelPending() {
    const bought = await buy()
    payments.planRefunds('pending')
    await cancelGroup(shop, bought.groupId)
    payments.planRefunds('succeeded')
    return bought
  }
  const pending = {
    status: 'refunding',
    standing: 'refunding',
    refundedFen: 0,
    orders: Array(2).fill(['cancelled', 0]),
    refunds: ['pending'],
  }

  test('is nowhere called refunded before the event, and once after it', async () => {
    const bought = await cancelPending()
    expect(await look(bought)).toEqual(pending)
    expect(await readLedger(bought)).toEqual({ sale: 9_600 })
    await settle(bought, 'succeeded')
    expect(await look(bought)).toEqual({
      status: 'refunded',
      standing: 'refunded',
      refundedFen: 9_600,
      orders: Array(2).fill(['refunded', 4_800]),
      refunds: ['succeeded'],
    })
    expect(await readLedger(bought)).toEqual({ sale: 9_600, refund: -9_600 })
  })

  test('goes to a person when it fails, who gives the money back in another attempt', async () => {
    const bought = await cancelPending()
    await settle(bought, 'failed')
    expect(await look(bought)).toEqual({ ...pending, status: 'paid', standing: 'owed', refunds: ['failed'] })
    const [refund] = await db.refund.findMany({ where: { groupId: bought.groupId } })
    expect(await db.alarm.count({ where: { kind: 'refund-failed', reference: refund!.id } })).toBe(1)
    expect(await cancelGroup(shop, bought.groupId)).toEqual({ ok: false, code: 'already-closed' })
    shop.clock.pass(minute)
    await refundWhole(shop, { ...bought.ask, key: 'second attempt' })
    expect(await look(bought)).toMatchObject({ status: 'refunded', refunds: ['failed', 'succeeded'] })
    expect(await readLedger(bought)).toEqual({ sale: 9_600, refund: -9_600 })
  })

  test('puts units on sale once, however often their refund fails', async () => {
    const bought = await buy()
    const ask = (key: string) =>
      refundLines(shop, { ...bought.ask, key, lines: [{ lineId: bought.lineIds[0]!, quantity: 1 }] })
    payments.planRefunds('failed')
    await ask('first')
    await ask('second')
    payments.planRefunds('succeeded')
    expect(await ask('third')).toMatchObject({ ok: true })
    expect(await freeOf(bought)).toEqual([9, 8])
    expect((await look(bought)).orders[0]).toEqual(['to-ship', 2_000])
  })

  test('is owed again when a bank returns it days after it succeeded', async () => {
    const bought = await cancelPending()
    await settle(bought, 'succeeded')
    await settle(bought, 'failed')
    expect(await look(bought)).toEqual({ ...pending, status: 'paid', standing: 'owed', refunds: ['failed'] })
    expect(await readLedger(bought)).toEqual({ sale: 9_600, refund: -9_600, correction: 9_600 })
    await refundWhole(shop, { ...bought.ask, key: 'second attempt' })
    expect(await look(bought)).toMatchObject({ status: 'refunded', refundedFen: 9_600 })
  })
})

test('who buys and cancels makes nothing popular; money without goods takes nothing from it', async () => {
  const soldOf = async ({ variants }: Bought) => {
    const ids = variants.map(({ productId }) => productId)
    const products = await db.product.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
    return products.map(({ salesCount }) => salesCount)
  }
  const bought = await buy()
  expect(await soldOf(bought)).toEqual([2, 2])
  await refundAmount(shop, { ...bought.ask, lineIds: bought.lineIds, amountFen: fen(500) })
  expect(await soldOf(bought)).toEqual([2, 2])
  await refundLines(shop, { ...bought.ask, key: 'one', lines: [{ lineId: bought.lineIds[0]!, quantity: 1 }] })
  expect(await soldOf(bought)).toEqual([1, 2])
  await cancelGroup(shop, bought.groupId)
  expect(await soldOf(bought)).toEqual([0, 0])

  payments.planRefunds('pending')
  const returned = await buy()
  await cancelGroup(shop, returned.groupId)
  await settle(returned, 'succeeded')
  await settle(returned, 'failed')
  expect(await soldOf(returned)).toEqual([2, 2])
  payments.planRefunds('succeeded')
})
