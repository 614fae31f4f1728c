import { expect, test } from 'vitest'
import { day } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { completeOrders, confirmReceipt } from './confirm-receipt.server.ts'

const { db, pool } = await useDatabase()
const clock = movableClock()
const services = { pool, clock }

async function send(orderStatus = 'shipped') {
  const { id, orders } = await createOrderGroup(db, { orderStatus })
  const { id: orderId, enterpriseId, number, lines } = orders[0]!
  await db.parcel.updateMany({ where: { orderId }, data: { shippedAt: clock.now() } })
  const read = async () => {
    const { status, parcels } = await db.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { parcels: true },
    })
    const events = await db.orderEvent.count({ where: { orderId, kind: 'completed' } })
    return [status, parcels[0]?.deliveredAt ?? null, events]
  }
  return { groupId: id, enterpriseId, number, lineId: lines[0]!.id, read }
}

test('the buyer says once that the goods have come, of an own order that was sent', async () => {
  const [sent, stranger, waiting] = [await send(), await send(), await send('to-ship')]
  await confirmReceipt(services, stranger.groupId, sent.number)
  expect(await sent.read()).toEqual(['shipped', null, 0])
  await Promise.all([1, 2].map(() => confirmReceipt(services, sent.groupId, sent.number)))
  expect(await sent.read()).toEqual(['completed', clock.now(), 1])
  await confirmReceipt(services, waiting.groupId, waiting.number)
  expect((await waiting.read())[0]).toBe('to-ship')
})

test('fifteen days after it left an order is complete, unless something is asked about it', async () => {
  const [quiet, asked] = [await send(), await send()]
  const request = { kind: 'refund-only', reason: 'missing', body: '没有收到', quantity: 1 }
  const { lineId: orderLineId, enterpriseId } = asked
  await db.afterSale.create({
    data: { ...request, orderLineId, enterpriseId, createdAt: clock.now(), deadlineAt: clock.now() },
  })
  clock.pass(14 * day)
  await completeOrders(services)
  expect((await quiet.read())[0]).toBe('shipped')
  clock.pass(day)
  await Promise.all([completeOrders(services), completeOrders(services)])
  expect(await quiet.read()).toEqual(['completed', clock.now(), 1])
  expect((await asked.read())[0]).toBe('shipped')
})
