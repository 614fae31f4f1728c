import { expect, test } from 'vitest'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createMember } from '#tests/support/staff.ts'
import { shipFile } from './ship-file.server.ts'

const database = await useDatabase()
const shop = shopServices(database)
const { db } = database

/** Orders of one enterprise, and somebody who ships them. */
async function sell(count: number) {
  const { sku, enterpriseId } = await createVariant(db)
  const numbers: Array<string> = []
  for (let index = 0; index < count; index += 1) {
    const { groupId } = await placePaidGroup(shop, { sku, quantity: 1 })
    numbers.push((await db.order.findFirstOrThrow({ where: { groupId } })).number)
  }
  return { numbers, shipper: await createMember(db, enterpriseId, 'shipper') }
}

test('a file ships what is right and reports the rest by row; the same file twice changes nothing', async () => {
  const [mine, theirs] = [await sell(3), await sell(1)]
  const text = [
    '订单号,快递单号',
    `${mine.numbers[0]},SF1234567890123`,
    `${mine.numbers[1]},7.3E+13`,
    `${theirs.numbers[0]},SF1234567890124`,
    `${mine.numbers[2]},YT1234567890123`,
    `${mine.numbers[2]},YT1234567890124`,
  ].join('\r\n')
  const faults = [
    { row: 3, number: mine.numbers[1], code: 'number-rounded' },
    { row: 4, number: theirs.numbers[0], code: 'not-found' },
  ]
  const first = await shipFile(shop, mine.shipper, text)
  const twice = { row: 6, number: mine.numbers[2], code: 'already-shipped' }
  expect(first).toEqual({ ok: true, value: { shipped: 2, repeated: 0, faults: [...faults, twice] } })
  const again = await shipFile(shop, mine.shipper, text)
  expect(again).toEqual({ ok: true, value: { shipped: 0, repeated: 2, faults: [...faults, twice] } })
  expect(await db.auditEntry.count({ where: { action: 'ship-parcel' } })).toBe(2)
})

test('an order with two parcels wants to be told which', async () => {
  const { numbers, shipper } = await sell(1)
  const order = await db.order.findUniqueOrThrow({ where: { number: numbers[0]! }, include: { lines: true } })
  const { id: _, refundedFen: _none, ...line } = order.lines[0]!
  await db.parcel.create({ data: { orderId: order.id, storage: 'frozen' } })
  const other = await createVariant(db)
  await db.orderLine.create({ data: { ...line, variantId: other.id, storage: 'frozen' } })
  expect(await shipFile(shop, shipper, `${numbers[0]},SF1234567890123`)).toMatchObject({
    value: { faults: [{ code: 'which-parcel' }] },
  })
  expect(await shipFile(shop, shipper, `${numbers[0]},SF1234567890123,冷冻`)).toMatchObject({
    value: { shipped: 1 },
  })
  expect((await db.order.findUniqueOrThrow({ where: { number: numbers[0]! } })).status).toBe('partly-shipped')
  await db.orderLine.deleteMany({ where: { variantId: other.id } })
})

test('no line, and more than can be read at once, are said', async () => {
  const { shipper } = await sell(1)
  expect(await shipFile(shop, shipper, '订单号,快递单号\n')).toMatchObject({ code: 'nothing' })
  expect(await shipFile(shop, shipper, 'A1,SF1234567890123\n'.repeat(501))).toMatchObject({ code: 'tooMany' })
})
