import { expect, test } from 'vitest'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { minute } from '#app/kernel/clock.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placePaidGroup, shopServices, tally } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { refundLines } from '#tests/support/refunds.ts'
import { createMember } from '#tests/support/staff.ts'
import { repeats, useWorkers, type Workers } from '#tests/support/workers.ts'
import { findShopOrder } from './find-orders.server.ts'
import { shipParcel } from './ship-parcel.server.ts'

const database = await useDatabase()
const workers = await useWorkers(database)
const careless = await useWorkers(database, {
  edits: [
    ['FROM order_group WHERE id = $1::uuid FOR NO KEY UPDATE', 'FROM order_group WHERE id = $1::uuid'],
    ['WHERE id = $5::uuid AND shipped_at IS NULL', 'WHERE id = $5::uuid'],
  ],
})
const shop = shopServices(database)
const { db, pool } = database
const label = { trackingNumber: 'SF1234567890123', courier: 'SF' as const }

/** Three units of one product, paid; and somebody of its enterprise who ships. */
async function sell(units = 3) {
  const { sku, enterpriseId, id: variantId } = await createVariant(db)
  const { groupId, token } = await placePaidGroup(shop, { sku, quantity: units })
  const order = await db.order.findFirstOrThrow({
    where: { groupId },
    include: { parcels: true, lines: true },
  })
  const shipper = await createMember(db, enterpriseId, 'shipper')
  const ids = { groupId, token, variantId, number: order.number }
  return { ...ids, shipper, parcelId: order.parcels[0]!.id, lineId: order.lines[0]!.id }
}
type Sold = Awaited<ReturnType<typeof sell>>

const statusOf = async ({ number }: Sold) => (await db.order.findUniqueOrThrow({ where: { number } })).status
const countAudit = ({ number }: Sold) =>
  db.auditEntry.count({ where: { action: 'ship-parcel', subjectId: number } })

test('what was sold leaves the stock, the shopper is told, and the audit says who did it (T106)', async () => {
  const sold = await sell()
  expect(await shipParcel(shop, sold.shipper, { ...label, parcelId: sold.parcelId })).toMatchObject({
    ok: true,
  })
  expect(await statusOf(sold)).toBe('shipped')
  const stock = await db.stock.findFirstOrThrow({ where: { variantId: sold.variantId } })
  expect([stock.free, stock.sold]).toEqual([7, 0])
  expect(await findStockDifferences(sqlOn(pool))).toEqual([])
  const group = (await findOrderGroup(shop, sold.token, 'zh'))!
  expect(group.orders[0]?.parcels[0]).toMatchObject(label)
  expect(group.events.at(-1)?.kind).toBe('shipped')
  expect(await db.outboxMessage.count({ where: { dedupeKey: `order-shipped:${sold.parcelId}` } })).toBe(1)
  const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectId: sold.number } })
  expect(entry).toMatchObject({
    actor: sold.shipper.staff.name,
    after: { trackingNumber: label.trackingNumber },
  })
})

test('a part leaves first and the rest later, each with its number, and the shopper sees both', async () => {
  const sold = await sell()
  const lines = [{ lineId: sold.lineId, quantity: 2 }]
  await shipParcel(shop, sold.shipper, { ...label, parcelId: sold.parcelId, lines })
  expect(await statusOf(sold)).toBe('partly-shipped')
  const order = (await findShopOrder(shop, sold.shipper, 'zh', sold.number))!
  const rest = order.parcels.find((parcel) => parcel.shippedAt === null)!
  expect(rest.contents.map(({ quantity }) => quantity)).toEqual([1])
  shop.clock.pass(minute)
  await shipParcel(shop, sold.shipper, { ...label, parcelId: rest.id, trackingNumber: 'SF0000000000002' })
  expect(await statusOf(sold)).toBe('shipped')
  const seen = (await findOrderGroup(shop, sold.token, 'zh'))!.orders[0]!
  expect(seen.parcels.map((parcel) => [parcel.trackingNumber, parcel.contents[0]?.quantity])).toEqual([
    [label.trackingNumber, 2],
    ['SF0000000000002', 1],
  ])
  expect(await findStockDifferences(sqlOn(pool))).toEqual([])
})

test('units that were paid back before they left are not sent, and are on sale again', async () => {
  const sold = await sell()
  await shipParcel(shop, sold.shipper, {
    ...label,
    parcelId: sold.parcelId,
    lines: [{ lineId: sold.lineId, quantity: 1 }],
  })
  const whole = { lines: [{ lineId: sold.lineId, quantity: 3 }], reason: 'goodwill' as const }
  expect(await refundLines(shop, { groupId: sold.groupId, key: 'all', ...whole })).toMatchObject({ ok: true })
  const stock = await db.stock.findFirstOrThrow({ where: { variantId: sold.variantId } })
  expect([stock.free, stock.sold]).toEqual([9, 0])
  expect(await statusOf(sold)).toBe('shipped')
  expect(await findStockDifferences(sqlOn(pool))).toEqual([])
})

test('a parcel of another enterprise does not exist, and one that was cancelled stays (T43)', async () => {
  const [mine, theirs] = [await sell(), await sell()]
  const stolen = await shipParcel(shop, mine.shipper, { ...label, parcelId: theirs.parcelId })
  expect(stolen).toMatchObject({ ok: false, code: 'not-found' })
  expect(await findShopOrder(shop, mine.shipper, 'zh', theirs.number)).toBeNull()
  await db.order.update({ where: { number: mine.number }, data: { status: 'cancelled' } })
  expect(await shipParcel(shop, mine.shipper, { ...label, parcelId: mine.parcelId })).toMatchObject({
    ok: false,
    code: 'not-to-ship',
  })
})

test('the same number again changes nothing; another number is refused', async () => {
  const sold = await sell()
  const ship = (trackingNumber: string) =>
    shipParcel(shop, sold.shipper, { ...label, parcelId: sold.parcelId, trackingNumber })
  expect(await ship('SF1234567890123')).toEqual({ ok: true, value: { isRepeated: false } })
  expect(await ship('SF1234567890123')).toEqual({ ok: true, value: { isRepeated: true } })
  expect(await ship('SF0000000000009')).toMatchObject({ ok: false, code: 'already-shipped' })
  expect(await countAudit(sold)).toBe(1)
})

/** Two people, in two processes, each with a label of their own in hand. */
async function shipTwice(by: Workers, sold: Sold) {
  const numbers = ['SF1111111111111', 'SF2222222222222']
  return await Promise.all(
    numbers.map((trackingNumber) =>
      by.run('shipParcel', sold.shipper, { ...label, parcelId: sold.parcelId, trackingNumber }),
    ),
  )
}

test('two who ship one parcel at once send one parcel', { repeats }, async () => {
  const sold = await sell()
  expect(tally(await shipTwice(workers, sold))).toEqual({ done: 1, 'already-shipped': 1 })
  expect(await countAudit(sold)).toBe(1)
})

test('control: without the lock and the condition, both have sent it', async () => {
  const sent: Array<number> = []
  for (let round = 0; round < 20 && !sent.includes(2); round += 1) {
    const sold = await sell()
    await shipTwice(careless, sold)
    sent.push(await countAudit(sold))
  }
  expect(sent).toContain(2)
})
