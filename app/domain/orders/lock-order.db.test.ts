import type pg from 'pg'
import { expect, test } from 'vitest'
import { answerRequest } from '#app/domain/after-sales/answer-request.server.ts'
import { escalateRequests } from '#app/domain/after-sales/escalate.server.ts'
import { submitRefund } from '#app/domain/payments/submit-refund.server.ts'
import { day } from '#app/kernel/clock.ts'
import { fen } from '#app/kernel/money.ts'
import { createPool } from '#app/platform/db.server.ts'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql, type SqlEdit } from '#tests/support/edit-sql.ts'
import { createVariant } from '#tests/support/goods.ts'
import { deadlock, runBehind } from '#tests/support/locks.ts'
import { refundAmount } from '#tests/support/refunds.ts'
import { shipGroup } from '#tests/support/shipping.ts'
import { createMember } from '#tests/support/staff.ts'
import { completeOrders, confirmReceipt } from './confirm-receipt.server.ts'
import { requestAfterSale } from './request-after-sale.server.ts'

const database = await useDatabase()
const { db, ownerUrl } = database
const shop = shopServices(database)
const groupLock = 'FROM order_group WHERE id = $1::uuid FOR NO KEY UPDATE'

/** Through connections of its own, on which this piece of the shop's SQL is another. */
async function runEdited<T>(edit: SqlEdit, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 3 })
  const unmet = editSql(pool, [edit])
  try {
    return await work(pool)
  } finally {
    await pool.end()
    expect([...unmet]).toEqual([])
  }
}

/** Two units that were sent, of which a part of the money is on its way back: the provider has just returned it. */
async function send() {
  const { sku, enterpriseId } = await createVariant(db)
  const { groupId } = await placePaidGroup(shop, { sku, quantity: 2 })
  await shipGroup(shop, groupId)
  const order = await db.order.findFirstOrThrow({ where: { groupId }, include: { lines: true } })
  const lineId = order.lines[0]!.id
  shop.payments.planRefunds('pending')
  const command = { groupId, key: 'late', reason: 'goodwill', lineIds: [lineId] } as const
  await refundAmount(shop, { ...command, amountFen: fen(500) })
  shop.payments.planRefunds('succeeded')
  const refund = await db.refund.findFirstOrThrow({ where: { groupId } })
  shop.payments.settleRefund(refund.providerRefundId!, 'succeeded')
  return { groupId, enterpriseId, orderId: order.id, number: order.number, lineId, refundId: refund.id }
}
type Sent = Awaited<ReturnType<typeof send>>

const request = { kind: 'return-and-refund', reason: 'damaged', body: '袋子破了', quantity: 1 } as const
const parcelOf = ({ orderId }: Sent) => `SELECT FROM parcel WHERE order_id = '${orderId}' FOR UPDATE`

/** What somebody does to the order that a refund is being booked on, and where it is held up. */
const acts: ReadonlyArray<
  [what: string, held: (sent: Sent) => string, act: (pool: pg.Pool, sent: Sent) => Promise<unknown>]
> = [
  [
    'the buyer confirms the receipt',
    parcelOf,
    (pool, { groupId, number }) => confirmReceipt({ ...shop, pool }, groupId, number),
  ],
  [
    'the order is taken for received',
    parcelOf,
    async (pool) => {
      shop.clock.pass(16 * day)
      await completeOrders({ ...shop, pool })
    },
  ],
  [
    'the buyer asks about a line',
    () => 'LOCK TABLE after_sale IN SHARE MODE',
    (pool, { groupId, lineId }) =>
      requestAfterSale({ ...shop, pool }, groupId, { ...request, lineId, photos: [] }),
  ],
]

async function actMeanwhile(pool: pg.Pool, [, held, act]: (typeof acts)[number]) {
  const sent = await send()
  await runBehind(
    ownerUrl,
    held(sent),
    () => act(pool, sent),
    () => submitRefund({ ...shop, pool }, sent.refundId),
  )
  const { status, refundedFen } = await db.order.findUniqueOrThrow({ where: { id: sent.orderId } })
  return [status, refundedFen, await db.afterSale.count({ where: { orderLineId: sent.lineId } })]
}

test.each(acts)('%s while the provider has given money back', async (...row) => {
  const asked = row[0] === 'the buyer asks about a line'
  expect(await actMeanwhile(database.pool, row)).toEqual([
    asked ? 'shipped' : 'completed',
    500,
    asked ? 1 : 0,
  ])
})

test('control: with a lock of the group for which whoever points at it waits, the two wait for each other', async () => {
  const edit = [groupLock, 'FROM order_group WHERE id = $1::uuid FOR UPDATE'] as const
  await expect(runEdited(edit, (pool) => actMeanwhile(pool, acts[0]!))).rejects.toMatchObject(deadlock)
})

/** A return is over in the moment in which its enterprise refuses it: how it stands, and what the enterprise is told. */
async function endMeanwhile(pool: pg.Pool) {
  const { groupId, enterpriseId, lineId } = await send()
  await requestAfterSale(shop, groupId, { ...request, lineId, photos: [] })
  const { id } = await db.afterSale.findFirstOrThrow({ where: { orderLineId: lineId } })
  const owner = await createMember(db, enterpriseId)
  await answerRequest(shop, owner, id, { kind: 'await-return', text: '敖汉旗新惠镇 白云山 13900000000' })
  shop.clock.pass(11 * day)
  const [, answered] = await runBehind(
    ownerUrl,
    'LOCK TABLE order_event IN SHARE MODE',
    () => escalateRequests({ ...shop, pool }),
    () => answerRequest({ ...shop, pool }, owner, id, { kind: 'refuse', text: '没有收到退货' }),
  )
  const { status } = await db.afterSale.findUniqueOrThrow({ where: { id } })
  return [status, answered.ok || answered.code]
}

test('a return that ends while its enterprise refuses it is one of both', async () => {
  expect(await endMeanwhile(database.pool)).toEqual(['not-returned', 'already-answered'])
})

test('control: without the lock of the group the refusal is written over its end', async () => {
  const edit = [groupLock, 'FROM order_group WHERE id = $1::uuid'] as const
  expect(await runEdited(edit, endMeanwhile)).toEqual(['refused', true])
})
