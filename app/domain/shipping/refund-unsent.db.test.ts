import { expect, test } from 'vitest'
import { cancelOrder } from '#app/domain/orders/cancel-order.server.ts'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { giveBackAgain } from '#app/domain/payments/give-back.server.ts'
import { findOrderDifferences } from '#app/domain/sales/check-orders.server.ts'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { createPool } from '#app/platform/db.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { findShopOrder } from './find-orders.server.ts'
import { refundUnsent } from './refund-unsent.server.ts'
import { shipParcel } from './ship-parcel.server.ts'

const database = await useDatabase()
const { db, pool } = database
const shop = shopServices(database)
const careless = await useDatabase({ checksBooks: false })
const reason = '今年的小米卖完了'

/** Three units at 20.00 of one enterprise and two of another, each with 8.00 of shipping. */
async function sell(on = shop) {
  const { db } = on
  const variants = [await createVariant(db), await createVariant(db)]
  const [mine, other] = variants as [(typeof variants)[0], (typeof variants)[0]]
  const { groupId, token } = await placePaidGroup(
    on,
    { sku: mine.sku, quantity: 3 },
    { sku: other.sku, quantity: 2 },
  )
  const find = (enterpriseId: number) =>
    db.order.findFirstOrThrow({ where: { groupId, enterpriseId }, include: { lines: true, parcels: true } })
  const [order, others] = [await find(mine.enterpriseId), await find(other.enterpriseId)]
  const shipper = await createMember(db, mine.enterpriseId, 'shipper')
  const ids = {
    groupId,
    token,
    number: order.number,
    lineId: order.lines[0]!.id,
    parcelId: order.parcels[0]!.id,
  }
  return { ...ids, variantId: mine.id, shipper, others: { ...others, enterpriseId: other.enterpriseId } }
}
type Sold = Awaited<ReturnType<typeof sell>>

const refund = ({ shipper, number, lineId }: Sold, quantity: number, key = 'form') =>
  refundUnsent(shop, shipper, number, { key, reason, lines: [{ lineId, quantity }] })

async function ship(
  { shipper }: Sold,
  parcelId: string,
  lines?: Array<{ lineId: string; quantity: number }>,
) {
  const shipped = await shipParcel(shop, shipper, {
    parcelId,
    trackingNumber: 'SF1234567890123',
    courier: 'SF',
    ...(lines ? { lines } : {}),
  })
  expect(shipped).toMatchObject({ ok: true })
}

async function look({ token, number, variantId, shipper }: Sold) {
  const group = (await findOrderGroup(shop, token, 'zh'))!
  const order = group.orders.find((known) => known.number === number)!
  const stock = await db.stock.findFirstOrThrow({ where: { variantId } })
  const seen = (await findShopOrder(shop, shipper, 'zh', number))!
  const toSend = seen.parcels.filter((parcel) => !parcel.shippedAt).flatMap(({ contents }) => contents)
  return {
    status: order.status,
    refundedFen: order.refundedFen,
    stock: [stock.free, stock.sold],
    toSend: toSend.map(({ quantity }) => quantity),
  }
}

async function expectSoundBooks() {
  expect(await findStockDifferences(sqlOn(pool))).toEqual([])
  expect(await findOrderDifferences(sqlOn(pool))).toEqual([])
}

test('an enterprise without the goods gives the money back, all of it with the shipping, and the order is closed', async () => {
  const sold = await sell()
  expect(await refund(sold, 3)).toEqual({ ok: true, value: null })
  expect(await look(sold)).toEqual({ status: 'refunded', refundedFen: 6_800, stock: [10, 0], toSend: [] })
  const { orders } = (await findOrderGroup(shop, sold.token, 'zh'))!
  const dropped = orders.filter((order) => order.parcels.every((parcel) => parcel.isDropped))
  expect(dropped.map(({ number }) => number)).toEqual([sold.number])
  await expectSoundBooks()
})

test('some units are given back and the rest leaves; the form sent twice is one refund (T38)', async () => {
  const sold = await sell()
  await refund(sold, 1)
  await refund(sold, 1)
  expect(await look(sold)).toEqual({ status: 'to-ship', refundedFen: 2_000, stock: [8, 2], toSend: [2] })
  await ship(sold, sold.parcelId)
  expect(await look(sold)).toMatchObject({ status: 'shipped', stock: [8, 0] })
  await expectSoundBooks()
})

test('the buyer is told once and reads why; the audit says who and why (T106)', async () => {
  const sold = await sell()
  await refund(sold, 1)
  const group = (await findOrderGroup(shop, sold.token, 'zh'))!
  expect(group.events.find((event) => event.kind === 'out-of-stock')?.reason).toBe(reason)
  expect(group.refunds.map((given) => given.reason)).toEqual(['out-of-stock'])
  const told = await db.outboxMessage.findMany({
    where: { payload: { path: ['groupId'], equals: sold.groupId } },
  })
  const kinds = told.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'out-of-stock')).toHaveLength(1)
  expect(kinds).not.toContain('refund-requested')
  const entries = await db.auditEntry.findMany({ where: { action: 'refund-unsent', subjectId: sold.number } })
  expect(entries.map((entry) => [entry.actor, entry.reason])).toEqual([[sold.shipper.staff.name, reason]])
})

test('of a line that was partly sent just what waits can be missing, and then nothing of it waits', async () => {
  const sold = await sell()
  await ship(sold, sold.parcelId, [{ lineId: sold.lineId, quantity: 1 }])
  expect(await refund(sold, 3)).toEqual({ ok: false, code: 'too-many-units' })
  await refund(sold, 1, 'one')
  expect(await look(sold)).toEqual({
    status: 'partly-shipped',
    refundedFen: 2_000,
    stock: [8, 1],
    toSend: [1],
  })
  await refund(sold, 1, 'another')
  expect(await look(sold)).toEqual({ status: 'shipped', refundedFen: 4_000, stock: [9, 0], toSend: [] })
  await expectSoundBooks()
})

test('what was sent, nothing, and an order of another enterprise are refused (T43)', async () => {
  const sold = await sell()
  expect(await refund(sold, 0)).toEqual({ ok: false, code: 'nothing-to-refund' })
  expect(await refund(sold, -1)).toEqual({ ok: false, code: 'too-many-units' })
  const stranger = await createMember(db, sold.others.enterpriseId, 'owner')
  expect(await refund({ ...sold, shipper: stranger }, 1)).toEqual({ ok: false, code: 'not-found' })
  const foreign = { ...sold, lineId: sold.others.lines[0]!.id }
  expect(await refund(foreign, 1)).toEqual({ ok: false, code: 'too-many-units' })
  await ship(sold, sold.parcelId)
  expect(await refund(sold, 1)).toEqual({ ok: false, code: 'not-to-ship' })
  expect(await db.refund.count({ where: { groupId: sold.groupId } })).toBe(0)
})

/** Some units are missing, and the provider cannot give their money back. */
async function failToRefund(sold: Sold, quantity: number): Promise<string> {
  shop.payments.planRefunds('failed')
  await refund(sold, quantity)
  shop.payments.planRefunds('succeeded')
  const { id } = await db.refund.findFirstOrThrow({ where: { groupId: sold.groupId, status: 'failed' } })
  return id
}

test('a refund that fails leaves the money owed, and the units on sale once: they are not to be sent again', async () => {
  const sold = await sell()
  const failed = await failToRefund(sold, 1)
  expect(await look(sold)).toEqual({ status: 'to-ship', refundedFen: 0, stock: [8, 2], toSend: [2] })
  await refund(sold, 1, 'another')
  expect(await look(sold)).toMatchObject({ refundedFen: 2_000, stock: [9, 1], toSend: [1] })
  expect(await refund(sold, 2, 'more than waits')).toEqual({ ok: false, code: 'too-many-units' })
  await ship(sold, sold.parcelId)
  expect(await look(sold)).toEqual({ status: 'shipped', refundedFen: 2_000, stock: [9, 0], toSend: [] })
  const finance = await createOrganizer(db, 'finance')
  expect(await giveBackAgain(shop, finance, failed, { reason, reference: null })).toMatchObject({ ok: true })
  expect(await look(sold)).toEqual({ status: 'shipped', refundedFen: 4_000, stock: [9, 0], toSend: [] })
  await expectSoundBooks()
})

test('of two goods in a parcel the one that was missing stays here, though its refund failed', async () => {
  const goods = await createVariant(db)
  const { productId, enterpriseId } = goods
  const size = { productId, enterpriseId, label: '2kg', labelEn: '2kg', priceFen: 3_900 }
  const names = { sku: `${goods.sku}-2`, articleNumber: `${goods.articleNumber}-2` }
  const movements = { create: { delta: 10, reason: 'initial', recordedBy: 'test', recordedAt: new Date(0) } }
  const other = await db.variant.create({
    data: { ...size, ...names, stock: { create: { free: 10 } }, movements },
  })
  const items = [goods, other].map(({ sku }) => ({ sku, quantity: 2 }))
  const { groupId, token } = await placePaidGroup(shop, ...items)
  const { number, lines, parcels } = await db.order.findFirstOrThrow({
    where: { groupId },
    include: { lines: { orderBy: { variantId: 'asc' } }, parcels: true },
  })
  const [missing, there] = lines.map((line) => line.id) as [string, string]
  const shipper = await createMember(db, goods.enterpriseId, 'shipper')
  const ids = { groupId, token, number, lineId: missing, variantId: goods.id, shipper }
  const sold = { ...ids, parcelId: parcels[0]!.id } as Sold
  await failToRefund(sold, 2)
  expect(await look(sold)).toEqual({ status: 'to-ship', refundedFen: 0, stock: [10, 0], toSend: [2] })
  await ship(sold, sold.parcelId)
  expect(await look(sold)).toMatchObject({ status: 'shipped', toSend: [] })
  const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'ship-parcel', subjectId: number } })
  expect(entry.after).toMatchObject({ units: [{ lineId: there, quantity: 2 }] })
  await expectSoundBooks()
})

test('the buyer cancels what one enterprise has not sent although another has, and only that', async () => {
  const sold = await sell()
  await ship(sold, sold.parcelId)
  const cancellable = async () =>
    (await findOrderGroup(shop, sold.token, 'zh'))!.orders
      .filter((order) => order.isCancellable)
      .map(({ number }) => number)
  expect(await cancellable()).toEqual([sold.others.number])
  expect(await cancelOrder(shop, sold.groupId, sold.number)).toEqual({ ok: false, code: 'already-shipped' })
  expect(await cancelOrder(shop, sold.groupId, sold.others.number)).toEqual({ ok: true, value: null })
  expect(await cancelOrder(shop, sold.groupId, sold.others.number)).toEqual({
    ok: false,
    code: 'already-closed',
  })
  const group = (await findOrderGroup(shop, sold.token, 'zh'))!
  expect(
    Object.fromEntries(group.orders.map((order) => [order.number, [order.status, order.refundedFen]])),
  ).toEqual({
    [sold.number]: ['shipped', 0],
    [sold.others.number]: ['refunded', 4_800],
  })
  expect(await cancellable()).toEqual([])
  await expectSoundBooks()
})

test('cancelling the last part of a group gives everything back', async () => {
  const sold = await sell()
  await refund(sold, 3)
  await cancelOrder(shop, sold.groupId, sold.others.number)
  expect(await findOrderGroup(shop, sold.token, 'zh')).toMatchObject({
    status: 'refunded',
    refundedFen: 11_600,
  })
  await expectSoundBooks()
})

/** Somebody sends all of it while somebody else says that nothing is there: whether one is done and the other refused. */
async function isOneOfTwo(services: typeof shop, sold: Sold): Promise<boolean> {
  const { shipper, parcelId, number, lineId } = sold
  const answers = await Promise.allSettled([
    shipParcel(services, shipper, { parcelId, trackingNumber: 'SF1234567890123', courier: 'SF' }),
    refundUnsent(services, shipper, number, { key: 'form', reason, lines: [{ lineId, quantity: 3 }] }),
  ])
  const given = answers.map((answer) => answer.status === 'fulfilled' && answer.value.ok)
  return given.filter(Boolean).length === 1 && answers.every(({ status }) => status === 'fulfilled')
}

test('what is sent and given back at once is one of the two', async () => {
  for (let round = 0; round < 10; round += 1) expect(await isOneOfTwo(shop, await sell())).toBe(true)
  await expectSoundBooks()
})

test('control: without the lock of the group both go on, and one of them runs into the other', async () => {
  const on = shopServices(careless)
  const unlocked = createPool({ DATABASE_URL: careless.url, DATABASE_POOL_SIZE: 4 })
  const unmet = editSql(unlocked, [
    ['FROM order_group WHERE id = $1::uuid FOR NO KEY UPDATE', 'FROM order_group WHERE id = $1::uuid'],
  ])
  let isSound = true
  for (let round = 0; round < 20 && isSound; round += 1)
    isSound = await isOneOfTwo({ ...on, pool: unlocked }, await sell(on))
  await unlocked.end()
  expect([...unmet]).toEqual([])
  expect(isSound).toBe(false)
})
