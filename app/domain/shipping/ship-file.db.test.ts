import { expect, test } from 'vitest'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { writeWorkbook } from '#app/platform/sheets/write-sheet.server.ts'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createMember } from '#tests/support/staff.ts'
import { answerShipFile } from './ship-file-forms.server.ts'

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

/** The file of a form; `confirmed` as the page of its plan sends it back. */
function formOf(content: string | Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData()
  if (typeof content === 'string') form.set('rows', content)
  else form.set('file', new File([content], 'shipped.xlsx'))
  return form
}

async function plan(shipper: Shipper, content: string | Uint8Array<ArrayBuffer>) {
  const answer = await answerShipFile(shop, shipper, formOf(content))
  if (!answer.plan) throw new Error(answer.failure)
  return answer.plan
}

async function confirm(shipper: Shipper, planned: Awaited<ReturnType<typeof plan>>) {
  const ready = planned.flatMap(({ outcome, shipment }) => (outcome === 'ship' && shipment ? [shipment] : []))
  const form = new FormData()
  form.set('intent', 'ship')
  form.set('shown', JSON.stringify(ready))
  return await answerShipFile(shop, shipper, form)
}
type Shipper = Awaited<ReturnType<typeof sell>>['shipper']

const countShipped = () => db.parcel.count({ where: { shippedAt: { not: null } } })

test('a file says what each row would do and changes nothing; confirmed, what is right leaves, once', async () => {
  const [mine, theirs] = [await sell(3), await sell(1)]
  const text = [
    '订单号,快递单号',
    `${mine.numbers[0]},SF1234567890123`,
    `${mine.numbers[1]},7.3E+13`,
    `${theirs.numbers[0]},SF1234567890124`,
    `${mine.numbers[2]},YT1234567890123`,
    `${mine.numbers[2]},YT1234567890124`,
  ].join('\r\n')
  const outcomes = async () => (await plan(mine.shipper, text)).map(({ row, outcome }) => [row, outcome])
  const [before, planned] = [await countShipped(), await plan(mine.shipper, text)]
  expect(planned.map(({ row, outcome }) => [row, outcome])).toEqual([
    [2, 'ship'],
    [3, 'number-rounded'],
    [4, 'not-found'],
    [5, 'ship'],
    [6, 'already-shipped'],
  ])
  expect(planned[0]?.shipment).toMatchObject({ recipient: '赵晓梅', courier: 'SF', parcel: 'ambient' })
  expect(await countShipped()).toBe(before)
  expect(await confirm(mine.shipper, planned)).toEqual({ shipped: { shipped: 2, repeated: 0, faults: [] } })
  expect(await confirm(mine.shipper, planned)).toEqual({ shipped: { shipped: 0, repeated: 2, faults: [] } })
  expect((await outcomes()).map(([, outcome]) => outcome)).toEqual([
    'repeated',
    'number-rounded',
    'not-found',
    'repeated',
    'already-shipped',
  ])
  expect(await db.auditEntry.count({ where: { action: 'ship-parcel' } })).toBe(2)
})

test('what changed since the plan was shown is reported, and rows of another enterprise ship nothing (T70)', async () => {
  const [mine, theirs] = [await sell(1), await sell(1)]
  const planned = await plan(mine.shipper, `${mine.numbers[0]},SF1234567890123`)
  await cancelGroup(shop, (await db.order.findUniqueOrThrow({ where: { number: mine.numbers[0]! } })).groupId)
  expect(await confirm(mine.shipper, planned)).toMatchObject({
    shipped: { shipped: 0, faults: [{ row: 1, number: mine.numbers[0] }] },
  })
  const stolen = await plan(theirs.shipper, `${theirs.numbers[0]},SF1234567890123`)
  expect(await confirm(mine.shipper, stolen)).toMatchObject({ shipped: { faults: [{ code: 'not-found' }] } })
  const forged = new FormData()
  forged.set('intent', 'ship')
  forged.set('shown', '[{"row":1}]')
  expect(await answerShipFile(shop, mine.shipper, forged)).toEqual({ failure: 'nothing' })
})

test('a workbook is read by its headings', async () => {
  const { numbers, shipper } = await sell(1)
  const columns = ['收货人', '订单号', '物流公司', '运单号'].map((heading) => ({ heading, width: 16 }))
  const rows = [['赵晓梅', numbers[0]!, '顺丰', 'SF1234567890123']]
  const bytes = new Uint8Array(await writeWorkbook({ name: '1', columns, rows }))
  const [row] = await plan(shipper, bytes)
  expect(row).toMatchObject({ row: 2, outcome: 'ship', shipment: { courier: 'SF' } })
})

test('an order with two parcels wants to be told which', async () => {
  const { numbers, shipper } = await sell(1)
  const order = await db.order.findUniqueOrThrow({ where: { number: numbers[0]! }, include: { lines: true } })
  const { id: _, refundedFen: _none, ...line } = order.lines[0]!
  await db.parcel.create({ data: { orderId: order.id, storage: 'frozen' } })
  const other = await createVariant(db)
  await db.orderLine.create({ data: { ...line, variantId: other.id, storage: 'frozen' } })
  expect(await plan(shipper, `${numbers[0]},SF1234567890123`)).toMatchObject([{ outcome: 'which-parcel' }])
  const planned = await plan(shipper, `${numbers[0]},SF1234567890123,冷冻`)
  expect(await confirm(shipper, planned)).toMatchObject({ shipped: { shipped: 1 } })
  expect((await db.order.findUniqueOrThrow({ where: { number: numbers[0]! } })).status).toBe('partly-shipped')
  await db.orderLine.deleteMany({ where: { variantId: other.id } })
})

test('no line, and more than can be read at once, are said', async () => {
  const { shipper } = await sell(1)
  const ask = (text: string) => answerShipFile(shop, shipper, formOf(text))
  expect(await ask('订单号,快递单号\n')).toEqual({ failure: 'nothing' })
  expect(await ask('A1,SF1234567890123\n'.repeat(501))).toEqual({ failure: 'tooMany' })
  const broken = new Uint8Array([0x50, 0x4b, 3, 4, 5])
  expect(await answerShipFile(shop, shipper, formOf(broken))).toEqual({ failure: 'notASheet' })
})
