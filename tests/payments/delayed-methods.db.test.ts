import { expect, test } from 'vitest'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { expireGroup } from '#app/domain/payments/sweep-payments.server.ts'
import { minute } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { openTill, placeAndOpen } from '#tests/support/till.ts'

const till = await openTill(await useDatabase())
const { db, sandbox, clock } = till
sandbox.delayMethod('alipay', 'by-hand')

const statusOf = async (id: string) => (await db.orderGroup.findUniqueOrThrow({ where: { id } })).status
const stockOf = async (variantId: number) => {
  const { free, held, sold } = await db.stock.findFirstOrThrow({ where: { variantId } })
  return { free, held, sold }
}

async function payLater() {
  const order = await placeAndOpen(till, 1)
  sandbox.pay(order.sessionId, { method: 'alipay' })
  expect(await settleGroup(till, order.groupId)).toBe('confirming')
  return order
}

test('complete is not paid: nothing is fulfilled, released or paid again before the money is there (T18)', async () => {
  const { groupId, sessionId, variantId } = await payLater()
  clock.pass(42 * minute)
  expect(await expireGroup(till, groupId)).toBe(false)
  expect(await openPayment(till, groupId)).toMatchObject({ ok: false, code: 'closed' })
  expect(await statusOf(groupId)).toBe('awaiting-payment')
  expect(await stockOf(variantId)).toEqual({ free: 0, held: 1, sold: 0 })
  sandbox.settlePayment(sessionId, 'succeeded')
  await Promise.all([settleGroup(till, groupId), settleGroup(till, groupId)])
  expect(await statusOf(groupId)).toBe('paid')
  expect(await stockOf(variantId)).toEqual({ free: 0, held: 0, sold: 1 })
})

test('money that in the end did not come frees the goods, though no event said so (T18)', async () => {
  const { groupId, sessionId, variantId } = await payLater()
  sandbox.settlePayment(sessionId, 'failed')
  expect(await settleGroup(till, groupId)).toBe('not-paid')
  expect(await db.payment.findFirstOrThrow({ where: { groupId } })).toMatchObject({ status: 'failed' })
  expect(await openPayment(till, groupId), 'another way may be tried').toMatchObject({ ok: true })
  clock.pass(42 * minute)
  expect(await expireGroup(till, groupId)).toBe(true)
  expect(await stockOf(variantId)).toEqual({ free: 1, held: 0, sold: 0 })
})
