import { expect, test } from 'vitest'
import { countTodos } from '#app/domain/enterprises/count-todos.server.ts'
import { listEnterprises } from '#app/domain/enterprises/enterprise-list.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import { readAll } from '#tests/support/read-all.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { findShopOrder } from './find-orders.server.ts'
import { listShopOrders } from './list-orders.server.ts'
import { readOrderFilter } from './order-filter.ts'
import { showPhone } from './show-phone.server.ts'

const database = await useDatabase()
const { db } = database
const services = { ...database, clock: { now: () => new Date('2026-11-25T02:00:00Z') } }

/** Orders of one enterprise, each paid an hour after the one before, in the state given. */
async function createOrders(statuses: ReadonlyArray<string>) {
  const numbers: Array<string> = []
  const goods = await createVariant(db)
  for (const [hour, orderStatus] of statuses.entries()) {
    const { id, orders } = await createOrderGroup(db, { orderStatus, goods })
    const paidAt = new Date(Date.UTC(2026, 10, 20, hour))
    await db.orderGroup.update({ where: { id }, data: { paidAt } })
    numbers.push(orders[0]!.number)
  }
  return { numbers, shipper: await createMember(db, goods.enterpriseId, 'shipper') }
}

async function readNumbers(query: string, shipper: Awaited<ReturnType<typeof createOrders>>['shipper']) {
  const filter = readOrderFilter(new URLSearchParams(query))
  const orders = await readAll((after) => listShopOrders(services, shipper, 'zh', filter, after))
  return orders.map(({ number }) => number)
}

test('what has waited longest comes first, of what was sent the newest, and every order once (T89)', async () => {
  const statuses = [...Array(23).fill('to-ship'), ...Array(22).fill('completed'), 'cancelled']
  const { numbers, shipper } = await createOrders(statuses)
  expect(await readNumbers('', shipper)).toEqual(numbers.slice(0, 23))
  expect(await readNumbers('stand=shipped', shipper)).toEqual(numbers.slice(23, 45).reverse())
  expect(await readNumbers('stand=all', shipper)).toEqual(numbers.toReversed())
})

test('the address filters by storage and by number; what it does not know is what there is to do', async () => {
  const { numbers, shipper } = await createOrders(['to-ship', 'to-ship'])
  await db.parcel.updateMany({ where: { order: { number: numbers[1]! } }, data: { storage: 'frozen' } })
  expect(await readNumbers('storage=frozen', shipper)).toEqual([numbers[1]])
  expect(await readNumbers(`q=${numbers[0]}`, shipper)).toEqual([numbers[0]])
  expect(await readNumbers('stand=nonsense&storage=hot&after=zzz', shipper)).toEqual(numbers)
})

test('orders are found by a part of their recipient or of their goods, however it is written', async () => {
  const { numbers, shipper } = await createOrders(['to-ship', 'to-ship', 'completed'])
  const ofFirst = { orders: { some: { number: numbers[0]! } } }
  await db.orderGroup.updateMany({ where: ofFirst, data: { recipient: '欧阳100%满意' } })
  const line = {
    where: { order: { number: numbers[2]! } },
    data: { title: '奈曼沙地西瓜', titleEn: 'Naiman melon' },
  }
  await db.orderLine.updateMany(line)
  expect(await readNumbers('q=阳100%25', shipper)).toEqual([numbers[0]])
  expect(await readNumbers('q=_', shipper)).toEqual([])
  expect(await readNumbers('q=沙地&stand=all', shipper)).toEqual([numbers[2]])
  expect(await readNumbers('q=naiman&stand=all', shipper)).toEqual([numbers[2]])
  expect(await readNumbers('q=沙地', shipper)).toEqual([])
  expect(await readNumbers('q=赵晓&stand=all', shipper)).toEqual([numbers[2], numbers[1]])
})

test('a size is a word of the goods, and only what begins as all numbers do is a number', async () => {
  const { numbers, shipper } = await createOrders(['to-ship', 'to-ship'])
  const ofFirst = { order: { number: numbers[0]! } }
  await db.orderLine.updateMany({
    where: ofFirst,
    data: { variantLabel: '500g×2 袋装', variantLabelEn: 'Two bags of 500g' },
  })
  expect(await readNumbers('q=500G', shipper)).toEqual([numbers[0]])
  expect(await readNumbers('q=500g&stand=all', shipper)).toEqual([numbers[0]])
  expect(await readNumbers('q=cf', shipper)).toEqual(numbers)
  expect(await readNumbers(`q=${numbers[1]!.toLowerCase()}`, shipper)).toEqual([numbers[1]])
})

test('what waits for longer than buyers are told is marked, and what was sent is not', async () => {
  const { shipper } = await createOrders(['to-ship', 'to-ship', 'shipped'])
  const clock = { now: () => new Date('2026-11-22T00:30:00Z') }
  const all = readOrderFilter(new URLSearchParams('stand=all'))
  const { items } = await listShopOrders({ ...services, clock }, shipper, 'zh', all, null)
  expect(items.map(({ status, isLate }) => [status, isLate])).toEqual([
    ['shipped', false],
    ['to-ship', false],
    ['to-ship', true],
  ])
  // Each product’s page promises its own hours.
  await db.product.updateMany({ where: { enterpriseId: shipper.enterpriseId }, data: { dispatchHours: 120 } })
  const patient = await listShopOrders({ ...services, clock }, shipper, 'zh', all, null)
  expect(patient.items.map(({ isLate }) => isLate)).toEqual([false, false, false])
})

test('the list marks as late what the figures of the day count as late, to the second', async () => {
  const { shipper } = await createOrders(['to-ship', 'partly-shipped', 'shipped'])
  const organizer = await createOrganizer(db)
  const filter = readOrderFilter(new URLSearchParams('stand=all'))
  const late = {
    text: '',
    division: '',
    isSuspended: false,
    documents: '',
    isLate: true,
    after: null,
  } as const
  const lateAt = async (instant: string) => {
    const at = { ...services, clock: { now: () => new Date(instant) } }
    const { items } = await listShopOrders(at, shipper, 'zh', filter, null)
    const { late: counted } = await countTodos(at, shipper)
    const enterprises = await listEnterprises(at, organizer, late)
    const own = enterprises.items.find(({ slug }) => slug === shipper.slug)
    return [items.filter(({ isLate }) => isLate).length, counted.toShip, own?.lateOrders ?? 0]
  }
  // The first was paid at midnight, with 48 hours to leave.
  expect(await lateAt('2026-11-22T00:00:00.000Z')).toEqual([0, 0, 0])
  expect(await lateAt('2026-11-22T00:00:00.001Z')).toEqual([1, 1, 1])
  expect(await lateAt('2026-11-22T01:00:00.000Z')).toEqual([1, 1, 1])
  expect(await lateAt('2026-11-22T01:00:00.001Z')).toEqual([2, 2, 2])
  expect(await lateAt('2026-11-22T02:00:00.001Z')).toEqual([2, 2, 2])
})

test("the staff's pages show enough of a buyer's number to recognise it, and no more (T97)", async () => {
  const { numbers, shipper } = await createOrders(['to-ship'])
  const shown = [
    await listShopOrders(services, shipper, 'zh', readOrderFilter(new URLSearchParams()), null),
    await findShopOrder(services, shipper, 'zh', numbers[0]!),
  ].map((view) => JSON.stringify(view))
  expect(shown[1]).toContain('138****8000')
  for (const view of shown) expect(view).not.toContain('13800138000')
})

test('a list has no row of another enterprise (T44)', async () => {
  const [mine, theirs] = [await createOrders(['to-ship']), await createOrders(['to-ship'])]
  expect(await readNumbers('stand=all', mine.shipper)).toEqual(mine.numbers)
  expect(await readNumbers(`q=${theirs.numbers[0]}&stand=all`, mine.shipper)).toEqual([])
})

test("a buyer's number is shown for a reason that stays in the audit, and to its own enterprise only (T97)", async () => {
  const [mine, theirs] = [await createOrders(['to-ship']), await createOrders(['to-ship'])]
  const [number] = mine.numbers
  expect(await showPhone(services, theirs.shipper, number!, '填写快递单')).toBeNull()
  expect(await showPhone(services, mine.shipper, number!, '填写快递单')).toBe('13800138000')
  const entries = await db.auditEntry.findMany({ where: { action: 'show-phone', subjectId: number! } })
  expect(entries.map(({ staffId, reason }) => [staffId, reason])).toEqual([
    [mine.shipper.staff.staffId, '填写快递单'],
  ])
})
