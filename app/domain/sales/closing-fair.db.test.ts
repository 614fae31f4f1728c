import { expect, test } from 'vitest'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { readSnapshot } from '#app/domain/live/read-snapshot.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { checkOut, fillCart, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'

const database = await useDatabase({ poolSize: 20 })
const { db } = database
const shop = shopServices(database)
const fair = await createFair(db, { hasPublicFigure: true })
const goods = await createVariant(db, { free: 1_000 })
const lastMoment = new Date(fair.endsAt.getTime() - 1)
const visit = {
  exhibitionId: fair.id,
  via: 'page',
  at: new Date('2026-11-27T15:00:00Z').toISOString(),
} as const

/** Somebody who came from the fair's page orders at that moment, and pays when the fair is over. */
async function orderAt(at: Date): Promise<number | null> {
  const scope = await fillCart(shop, [{ sku: goods.sku, quantity: 1 }])
  const command = { ...(await checkOut(shop, scope)), from: visit }
  const placed = await placeOrder({ ...shop, clock: { now: () => at } }, scope, command)
  if (!placed.ok) throw new Error(placed.code)
  const { groupId } = placed.value
  await openPayment(shop, groupId)
  shop.payments.pay(groupId)
  await settleGroup(shop, groupId)
  return (await db.orderGroup.findUniqueOrThrow({ where: { id: groupId } })).exhibitionId
}

test('a fair that closes while forty order has what was ordered to its last millisecond, and nothing after (T86)', async () => {
  shop.clock.set(new Date(fair.endsAt.getTime() + 5_000))
  const moments = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? lastMoment : fair.endsAt))
  const fairs = await Promise.all(moments.map(orderAt))
  expect(fairs).toEqual(moments.map((at) => (at === lastMoment ? fair.id : null)))
  // Twenty orders of 20.00 and 8.00 of shipping, though all were paid when it was over.
  expect((await readSnapshot(shop, fair.id, 'public'))?.figures).toMatchObject({ totalFen: 56_000 })
  expect(await db.saleEntry.count({ where: { exhibitionId: null } })).toBe(40)
})
