import { expect, test } from 'vitest'
import { deliverOutbox } from '#app/domain/notifications/deliver-outbox.server.ts'
import { setMorningMessage } from '#app/domain/staff/set-morning-message.server.ts'
import { day, hour, minute } from '#app/kernel/clock.ts'
import { createSmsOutbox } from '#app/platform/sms.server.ts'
import { log } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup } from '#tests/support/goods.ts'
import { movableClock, randomPhone, testEnv } from '#tests/support/people.ts'
import { createMember } from '#tests/support/staff.ts'
import { tellMornings } from './tell-mornings.server.ts'

// Orders and statements of nothing: their sums are not what is tested.
const { db, pool } = await useDatabase({ checksBooks: false })
const clock = movableClock()
const services = { db, pool, clock, log, env: testEnv, sms: createSmsOutbox(db, clock) }

/** Forward to that Shanghai time of the next day. */
function moveTo(time: number) {
  const sinceMidnight = (clock.now().getTime() + 8 * hour) % day
  clock.pass(day - sinceMidnight + time)
}

async function createPerson(enterpriseId: number, role: 'owner' | 'editor' | 'shipper') {
  const { staff } = await createMember(db, enterpriseId, role)
  const phone = randomPhone()
  await db.staff.update({ where: { id: staff.staffId }, data: { phone } })
  return { staff, phone }
}

/** One order to ship, its goods leaving within 48 hours, and one invoice asked for. */
async function createWork() {
  const { orders } = await createOrderGroup(db, { orderStatus: 'to-ship' })
  const { id: orderId, enterpriseId, totalFen } = orders[0]!
  await db.order.update({ where: { id: orderId }, data: { paidAt: clock.now() } })
  await db.invoice.create({ data: { orderId, enterpriseId, amountFen: totalFen, requestedAt: clock.now() } })
  const owner = await createPerson(enterpriseId, 'owner')
  const shipper = await createPerson(enterpriseId, 'shipper')
  return { owner, shipper }
}

async function textsOf(phone: string): Promise<Array<string>> {
  await deliverOutbox(services)
  const messages = await db.smsMessage.findMany({ where: { phone }, orderBy: { id: 'asc' } })
  return messages.map(({ body }) => body.replace(/^.*今天：|http.*$/g, ''))
}

test('at eight each is told what waits for their role, once a day, however many processes and runs there are', async () => {
  const { owner, shipper } = await createWork()
  moveTo(8 * hour - minute)
  await tellMornings(services)
  expect(await textsOf(owner.phone)).toEqual([])
  clock.pass(minute)
  await Promise.all([tellMornings(services), tellMornings(services), tellMornings(services)])
  clock.pass(hour)
  await tellMornings(services)
  expect(await textsOf(owner.phone)).toEqual(['待发货 1 单，待开票 1 张。'])
  expect(await textsOf(shipper.phone)).toEqual(['待发货 1 单。'])
  moveTo(10 * hour)
  await tellMornings(services)
  expect(await textsOf(shipper.phone)).toHaveLength(1)
  moveTo(8 * hour)
  await tellMornings(services)
  expect((await textsOf(shipper.phone)).at(-1)).toBe('待发货 1 单（1 单超时）。')
})

test('nobody is told of nothing, of another enterprise, or against their wish', async () => {
  const { owner, shipper } = await createWork()
  const { orders } = await createOrderGroup(db, { orderStatus: 'completed' })
  const idle = await createPerson(orders[0]!.enterpriseId, 'owner')
  await setMorningMessage(services, shipper.staff, false)
  await setMorningMessage(services, shipper.staff, false)
  expect(
    await db.auditEntry.count({
      where: { action: 'set-morning-message', subjectId: shipper.staff.staffId },
    }),
  ).toBe(1)
  moveTo(8 * hour)
  await tellMornings(services)
  expect(await textsOf(idle.phone)).toEqual([])
  expect(await textsOf(shipper.phone)).toEqual([])
  expect(await textsOf(owner.phone)).toEqual(['待发货 1 单，待开票 1 张。'])
})

test('a statement is told of on the morning after it was closed and after it was paid, and no later', async () => {
  const { orders } = await createOrderGroup(db, { orderStatus: 'completed' })
  const { enterpriseId } = orders[0]!
  const owner = await createPerson(enterpriseId, 'owner')
  moveTo(8 * hour)
  const sums = { itemsFen: 100, shippingFen: 0, refundsFen: 0, feeFen: 0, netFen: 100 }
  const closed = { closedAt: clock.now(), closedBy: owner.staff.staffId }
  const { id } = await db.statement.create({
    data: { enterpriseId, period: '2026-10', ...sums, ...closed },
  })
  await tellMornings(services)
  expect(await textsOf(owner.phone)).toEqual([])
  moveTo(8 * hour)
  await tellMornings(services)
  expect(await textsOf(owner.phone)).toEqual(['结算单已出。'])
  await db.statement.update({
    where: { id },
    data: { paidAt: clock.now(), paidBy: owner.staff.staffId, paidReference: 'HD20261103' },
  })
  moveTo(9 * hour)
  await tellMornings(services)
  moveTo(8 * hour)
  await tellMornings(services)
  expect(await textsOf(owner.phone)).toEqual(['结算单已出。', '结算款已付。'])
})

test('a page of enterprises costs one statement to read and one to write', async () => {
  for (let made = 0; made < 5; made += 1) await createWork()
  moveTo(8 * hour)
  let statements = 0
  const counted = new Proxy(pool, {
    get(target, name) {
      if (name === 'query' || name === 'connect') statements += 1
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  await tellMornings({ pool: counted, clock })
  expect(statements).toBe(2)
})
