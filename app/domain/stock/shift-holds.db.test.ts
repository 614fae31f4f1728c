import { expect, test } from 'vitest'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { sweepPayments } from '#app/domain/payments/sweep-payments.server.ts'
import { hour } from '#app/kernel/clock.ts'
import { placeGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'

const database = await useDatabase()
const { db } = database
const shop = shopServices(database)

/** How goods leave the shop while somebody has a claim on them. Rows of products are never deleted. */
const departures = [
  ['nothing of them is left', async () => undefined],
  ['the product was taken down', (id: number) => takeDown(id)],
  [
    'the variant was given up',
    (id: number) => db.variant.update({ where: { id }, data: { isActive: false } }),
  ],
  ['the enterprise was suspended', (id: number) => suspend(id)],
] as const

const endings = [
  ['cancelled', (groupId: string) => cancelGroup(shop, groupId)],
  ['expired', () => expire()],
  ['refunded', (groupId: string) => payAndCancel(groupId)],
] as const

test.each(
  endings.flatMap((ending) =>
    departures.map((departure) => [ending[0], departure[0], ending[1], departure[1]] as const),
  ),
)('the goods of a group that is %s come back although %s (T07)', async (status, _departure, end, leave) => {
  const { id: variantId, sku } = await createVariant(db, { free: 2 })
  const { groupId } = await placeGroup(shop, { sku, quantity: 2 })
  await leave(variantId)
  await end(groupId)
  expect((await db.orderGroup.findUniqueOrThrow({ where: { id: groupId } })).status).toBe(status)
  expect(await db.stock.findFirstOrThrow({ where: { variantId } })).toMatchObject({
    free: 2,
    held: 0,
    sold: 0,
  })
})

async function takeDown(id: number) {
  await db.product.updateMany({ where: { variants: { some: { id } } }, data: { status: 'taken-down' } })
}

async function suspend(id: number) {
  const where = { products: { some: { variants: { some: { id } } } } }
  await db.enterprise.updateMany({ where, data: { status: 'suspended', suspendedAt: shop.clock.now() } })
}

async function expire() {
  shop.clock.pass(hour)
  await sweepPayments(shop)
}

async function payAndCancel(groupId: string) {
  await openPayment(shop, groupId)
  shop.payments.pay(groupId)
  await settleGroup(shop, groupId)
  await cancelGroup(shop, groupId)
}
