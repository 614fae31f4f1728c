import { expect, test } from 'vitest'
import { messagesFor } from '#app/messages/messages.server.ts'
import { readSheet } from '#app/platform/sheets/read-sheet.server.ts'
import { writeSheet } from '#app/platform/sheets/write-sheet.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createMember } from '#tests/support/staff.ts'
import { readOrderFilter } from './order-filter.ts'
import { readTrackingTable } from './tracking-file.ts'
import { findNextToShip, listNumbersToShip } from './waiting-orders.server.ts'
import { takeWaybills } from './waybills.server.ts'

const database = await useDatabase()
const { db } = database
const services = { ...database, clock: movableClock() }
const t = messagesFor('zh')
const { title: name, headings } = t.shipping.waybills
const words = { name, headings, goods: t.shipping.list.units, storage: t.catalog.storage }
const reason = '打印今天的快递面单'

/** Paid orders of one enterprise, one hour after the other. */
async function sell(...orders: ReadonlyArray<{ orderStatus?: string; recipient?: string; status?: string }>) {
  const goods = await createVariant(db)
  const numbers: Array<string> = []
  for (const [hour, order] of orders.entries()) {
    const made = await createOrderGroup(db, { orderStatus: 'to-ship', ...order, goods })
    await db.orderGroup.update({
      where: { id: made.id },
      data: { paidAt: new Date(Date.UTC(2026, 10, 20, hour)) },
    })
    numbers.push(made.orders[0]!.number)
  }
  return { numbers, goods, shipper: await createMember(db, goods.enterpriseId, 'shipper') }
}

async function take({ shipper }: Awaited<ReturnType<typeof sell>>, numbers: ReadonlyArray<string>) {
  const taken = await takeWaybills(services, shipper, 'zh', words, { numbers, reason })
  if (!taken.ok) throw new Error(taken.code)
  return taken.value
}

test('a parcel is a row with all that a carrier asks for, and each order has a row in the audit (T97, T106)', async () => {
  const sold = await sell({}, {}, { orderStatus: 'shipped' })
  const sheet = await take(sold, sold.numbers)
  expect(sheet.rows).toHaveLength(2)
  const goods = `${sold.goods.product.title} 1kg × 1`
  const address = '北京市 海淀区 赵晓梅 家，1 号楼'
  expect(sheet.rows[0]).toEqual([
    sold.numbers[0],
    '赵晓梅',
    '13800138000',
    address,
    goods,
    1,
    '常温',
    '赵晓梅 的留言',
    null,
    null,
  ])
  const where = { action: 'take-waybill', enterpriseId: sold.goods.enterpriseId }
  const entries = await db.auditEntry.findMany({ where, orderBy: { id: 'asc' } })
  const { staffId } = sold.shipper.staff
  expect(entries.map((entry) => [entry.subjectId, entry.staffId, entry.reason])).toEqual(
    sold.numbers.slice(0, 2).map((number) => [number, staffId, reason]),
  )
})

test('no order of another enterprise is in it, nor one that is not to ship, and then no row is written (T44)', async () => {
  const [mine, theirs] = [await sell({ orderStatus: 'cancelled' }), await sell({})]
  const asked = { numbers: [...mine.numbers, ...theirs.numbers], reason }
  expect(await takeWaybills(services, mine.shipper, 'zh', words, asked)).toEqual({
    ok: false,
    code: 'nothing-to-ship',
  })
  expect(await db.auditEntry.count({ where: { enterpriseId: mine.goods.enterpriseId } })).toBe(0)
})

test('without a tick it has the orders to ship that the list shows, the longest waiting first', async () => {
  const sold = await sell({}, { orderStatus: 'shipped' }, {})
  const list = (query: string) =>
    listNumbersToShip(services, sold.shipper, readOrderFilter(new URLSearchParams(query)), 300)
  expect(await list('stand=all')).toEqual([sold.numbers[0], sold.numbers[2]])
  expect(await list(`q=${sold.numbers[2]}`)).toEqual([sold.numbers[2]])
  expect(await list('storage=frozen')).toEqual([])
})

test('after one order comes the one that has waited longest of the others', async () => {
  const sold = await sell({}, {}, { orderStatus: 'shipped' })
  const next = (number: string) => findNextToShip(services, sold.shipper, number)
  const [first, second, sent] = sold.numbers as [string, string, string]
  expect([await next(first), await next(second), await next(sent)]).toEqual([second, first, first])
  expect(await findNextToShip(services, (await sell({})).shipper, first)).not.toBe(second)
})

test.each(['xlsx', 'csv'] as const)(
  'a %s has no formula of a buyer’s, and filled in with a number it ships its order (T67)',
  async (format) => {
    const sold = await sell({ recipient: '=1+1' })
    const sheet = await take(sold, sold.numbers)
    const filled = sheet.rows.map((row) => [...row.slice(0, -2), '中通快递', '73123456789012'])
    const read = await readSheet(new Uint8Array(await writeSheet(format, { ...sheet, rows: filled })))
    if (!read.ok) throw new Error(read.code)
    expect(read.value[1]?.cells[1]).toBe("'=1+1")
    expect(readTrackingTable(read.value)).toEqual({
      rows: [
        {
          row: 2,
          number: sold.numbers[0],
          trackingNumber: '73123456789012',
          courier: 'ZTO',
          storage: 'ambient',
        },
      ],
      faults: [],
    })
  },
)
