import { expect, test } from 'vitest'
import { addToCart } from '#app/domain/cart/add-to-cart.server.ts'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { openGuestSession } from '#app/domain/people/sessions.server.ts'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { after, minute } from '#app/kernel/clock.ts'
import { randomToken } from '#app/kernel/ids.ts'
import { fen } from '#app/kernel/money.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { openPayment } from './open-payment.server.ts'
import type { PaymentProvider, ProviderSession } from './provider.ts'
import { refundLines } from './refund-lines.server.ts'
import { settleGroup } from './settle-group.server.ts'
import { expireGroup, sweepPayments } from './sweep-payments.server.ts'

const { db, pool } = await useDatabase()
const clock = movableClock()
const sessions = new Map<string, ProviderSession>()
const refunds = new Map<string, number>()

/** A provider in memory: what a test says of a session is what the shop reads. */
const payments: PaymentProvider = {
  name: 'memory',
  async createSession(request) {
    const sessionId = `${request.groupId}:${request.attempt}`
    const fresh: ProviderSession = {
      sessionId,
      status: 'open',
      isPaid: false,
      paymentIntentId: null,
      method: null,
      amountFen: request.totalFen,
      currency: 'cny',
      url: `https://pay.example/${sessionId}`,
      groupId: request.groupId,
      expiresAt: request.expiresAt,
    }
    const known = sessions.get(sessionId) ?? fresh
    sessions.set(sessionId, known)
    return known
  },
  findSession: async (sessionId) => sessions.get(sessionId) ?? null,
  async expireSession(sessionId) {
    const session = sessions.get(sessionId)
    if (session?.status !== 'open') return false
    sessions.set(sessionId, { ...session, status: 'expired' })
    return true
  },
  async refund({ idempotencyKey, amountFen }) {
    refunds.set(idempotencyKey, amountFen)
    return { refundId: `re_${idempotencyKey}`, status: 'succeeded', amountFen, failure: null }
  },
  findRefund: async () => null,
  readEvent: () => null,
}

const log = { error: () => undefined } as never
const env = { PUBLIC_URL: 'http://localhost:3000', CHECKOUT_MINUTES: 31, HOLD_MINUTES: 41 } as never
const services = { db, pool, clock, payments, log, env }

async function placeFor(free: number, quantity = 1) {
  const variant = await createVariant(db, { free })
  await db.stockMovement.create({
    data: {
      variantId: variant.id,
      delta: free,
      reason: 'initial',
      recordedBy: 'test',
      recordedAt: clock.now(),
    },
  })
  const { scope } = await openGuestSession(services)
  await addToCart(services, scope, { sku: variant.sku, quantity })
  const placed = await placeOrder(services, scope, {
    idempotencyKey: randomToken(),
    seenTotalFen: fen(variant.priceFen * quantity + 800),
    locale: 'zh',
    delivery: {
      recipient: '赵晓梅',
      phone: '13800138000',
      districtCode: '110108',
      street: '',
      detail: '中关村大街 1 号',
      postcode: '',
    },
    note: '',
    invoice: null,
    acceptsNoReturn: false,
    isAdult: false,
  })
  if (!placed.ok) throw new Error(placed.code)
  return { groupId: placed.value.groupId, variantId: variant.id, totalFen: placed.value.totalFen }
}

function pay(groupId: string, changes: Partial<ProviderSession> = {}) {
  const sessionId = `${groupId}:1`
  const session = sessions.get(sessionId)!
  const paid = {
    status: 'complete',
    isPaid: true,
    paymentIntentId: `pi_${groupId}`,
    method: 'alipay',
  } as const
  sessions.set(sessionId, { ...session, ...paid, ...changes })
}

const statusOf = async (id: string) => (await db.orderGroup.findUniqueOrThrow({ where: { id } })).status
const ledgerOf = async (variantId: number) => {
  const entries = await db.saleEntry.findMany({ where: { variantId } })
  return entries.map((entry) => [entry.kind, Number(entry.amountFen)])
}

test('fifty settlements at once are one sale (T13, T20)', async () => {
  const { groupId, variantId } = await placeFor(5)
  await openPayment(services, groupId)
  pay(groupId)
  await Promise.all(Array.from({ length: 50 }, () => settleGroup(services, groupId)))
  expect(await statusOf(groupId)).toBe('paid')
  expect(await ledgerOf(variantId)).toEqual([['sale', 2000]])
  const stock = await db.stock.findFirstOrThrow({ where: { variantId } })
  expect([stock.free, stock.held, stock.sold]).toEqual([4, 0, 1])
})

test('twenty clicks on pay open one session (T23)', async () => {
  const { groupId } = await placeFor(5)
  const opened = await Promise.all(Array.from({ length: 20 }, () => openPayment(services, groupId)))
  expect(new Set(opened.map((result) => (result.ok ? result.value.url : result.code))).size).toBe(1)
  expect(await db.payment.count({ where: { groupId } })).toBe(1)
})

test('cancelling races with paying: paid and refunded, or cancelled, and the stock comes back once (T08)', async () => {
  const { groupId, variantId } = await placeFor(3)
  await openPayment(services, groupId)
  pay(groupId)
  await Promise.all([
    settleGroup(services, groupId),
    ...Array.from({ length: 10 }, () => cancelGroup(services, groupId)),
  ])
  await sweepPayments(services)
  expect(await statusOf(groupId)).toBe('refunded')
  expect((await ledgerOf(variantId)).sort()).toEqual([
    ['refund', -2000],
    ['sale', 2000],
  ])
  const stock = await db.stock.findFirstOrThrow({ where: { variantId } })
  expect([stock.free, stock.held, stock.sold]).toEqual([3, 0, 0])
})

test('what is unpaid in time is expired at the provider first, then released (T22)', async () => {
  const { groupId, variantId } = await placeFor(2, 2)
  await openPayment(services, groupId)
  expect(await expireGroup(services, groupId)).toBe(false)
  clock.set(after(clock.now(), 42 * minute))
  await sweepPayments(services)
  expect(await statusOf(groupId)).toBe('expired')
  expect(sessions.get(`${groupId}:1`)?.status).toBe('expired')
  expect((await db.stock.findFirstOrThrow({ where: { variantId } })).free).toBe(2)
})

test('money after the release takes the goods back while they are there, else it is refunded whole (T21)', async () => {
  const revived = await placeFor(2)
  const late = await placeFor(1)
  await openPayment(services, revived.groupId)
  await openPayment(services, late.groupId)
  clock.set(after(clock.now(), 42 * minute))
  await sweepPayments(services)
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
  pay(revived.groupId)
  pay(late.groupId)
  await settleGroup(services, revived.groupId)
  await settleGroup(services, late.groupId)
  expect(await statusOf(revived.groupId)).toBe('paid')
  expect(await statusOf(late.groupId)).toBe('refunded')
  expect(refunds.get(`whole:${late.groupId}`)).toBe(late.totalFen)
  expect(await ledgerOf(late.variantId)).toEqual([])
})

test('twenty refunds of one unit at once give back one; the same key is the same refund (T38)', async () => {
  const { groupId, variantId } = await placeFor(5, 2)
  await openPayment(services, groupId)
  pay(groupId)
  await settleGroup(services, groupId)
  const line = await db.orderLine.findFirstOrThrow({ where: { variantId } })
  const ask = (key: string, quantity: number) =>
    refundLines(services, { groupId, key, reason: 'after-sale', lines: [{ lineId: line.id, quantity }] })
  await Promise.all(Array.from({ length: 20 }, () => ask('first', 1)))
  expect((await db.orderLine.findFirstOrThrow({ where: { variantId } })).refundedFen).toBe(2000)
  const rest = await Promise.all(Array.from({ length: 5 }, (_, index) => ask(`other-${index}`, 1)))
  expect(rest.filter((result) => result.ok)).toHaveLength(1)
  expect((await ledgerOf(variantId)).map(([, amount]) => amount)).toEqual([4000, -2000, -2000])
  expect(await statusOf(groupId)).toBe('paid')
})

test('an amount that is not the order’s is set aside, never shipped (T24)', async () => {
  const { groupId } = await placeFor(2)
  await openPayment(services, groupId)
  pay(groupId, { amountFen: fen(1) })
  await settleGroup(services, groupId)
  expect(await statusOf(groupId)).toBe('quarantined')
  expect(await db.alarm.count({ where: { kind: 'amount-mismatch' } })).toBe(1)
})

test('after all of this no unit is made or lost, and the rollups equal the ledger (T06, T75)', async () => {
  expect(await findStockDifferences(sqlOn(pool))).toEqual([])
  const [sum] = await db.$queryRaw<Array<{ ledger: bigint; rollup: bigint }>>`
    SELECT (SELECT sum(amount_fen) FROM sale_entry)::bigint AS ledger,
      (SELECT sum(amount_fen) FROM sale_rollup WHERE dimension = 'all' AND grain = 'total')::bigint AS rollup`
  expect(sum?.ledger).toBe(sum?.rollup)
})
