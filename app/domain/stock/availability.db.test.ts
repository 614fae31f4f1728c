import { afterAll, expect, test } from 'vitest'
import { cardTag, productTag } from '#app/domain/catalog/tags.ts'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { createBus, subscribeToTags } from '#app/platform/bus.server.ts'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { checkOut, fillCart, log, shopServices } from '#tests/support/checkout.ts'
import { countWaiting, useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { followAvailability } from './availability.server.ts'

const database = await useDatabase()
const { db, pool, url, ownerUrl } = database
const shop = shopServices(database)

const dropped: Array<string> = []
const bus = createBus({ DATABASE_URL: url }, log)
subscribeToTags(
  bus,
  (tags) => dropped.push(...tags),
  () => undefined,
)
await bus.start()
afterAll(() => bus.stop())

/** Changes the free units of a variant, and returns which tags were dropped by it. */
async function tagsOf(variantId: number, after: number): Promise<Array<string>> {
  dropped.length = 0
  await withTransaction(pool, async (tx) => {
    const [row] = await tx.$queryRaw<Array<{ before: number }>>`
      UPDATE stock s SET free = ${after} FROM stock old
      WHERE s.variant_id = ${variantId} AND old.variant_id = s.variant_id RETURNING old.free AS before`
    await followAvailability(tx, [{ variantId, before: row?.before ?? 0, after, minQuantity: 1 }])
  })
  await sqlOn(pool).$executeRaw`SELECT pg_notify('cache_tags', 'end')`
  await expect.poll(() => dropped.at(-1)).toBe('end')
  return dropped.slice(0, -1)
}

test('pages are dropped when what they say of stock is no longer true, and only then', async () => {
  const { id, slug, productId } = await createVariant(db, { free: 100 })
  const isInStock = async () => (await db.product.findUniqueOrThrow({ where: { id: productId } })).isInStock

  expect(await tagsOf(id, 98)).toEqual([])
  // "Only 9 left" stands on its own page, not in lists.
  expect(await tagsOf(id, 9)).toEqual([productTag(slug)])
  expect(await tagsOf(id, 0)).toEqual([productTag(slug), cardTag(slug)])
  expect(await isInStock()).toBe(false)
  expect(await tagsOf(id, 100)).toEqual([productTag(slug), cardTag(slug)])
  expect(await isInStock()).toBe(true)
})

test('when the last units of two sizes go at the same moment, nothing is left, and the product says so', async () => {
  const { id, sku, productId, enterpriseId } = await createVariant(db, { free: 1 })
  const other = await db.variant.create({
    data: {
      productId,
      enterpriseId,
      sku: `${sku}-2`,
      articleNumber: `${sku}-2`,
      label: '2kg',
      labelEn: '2kg',
      priceFen: 3_900,
      stock: { create: { free: 1 } },
      movements: { create: { delta: 1, reason: 'initial', recordedBy: 'test', recordedAt: new Date(0) } },
    },
  })
  const orders = await Promise.all(
    [sku, other.sku].map(async (each) => {
      const scope = await fillCart(shop, [{ sku: each, quantity: 1 }])
      return { scope, command: await checkOut(shop, scope) }
    }),
  )
  // Both have written their stock before either gets at the product.
  const placing = await withTransaction(pool, async (tx) => {
    await tx.$executeRaw`SELECT FROM product WHERE id = ${productId} FOR NO KEY UPDATE`
    const both = orders.map(({ scope, command }) => placeOrder(shop, scope, command))
    await expect.poll(() => countWaiting(ownerUrl)).toBe(2)
    return both
  })
  expect((await Promise.all(placing)).map(({ ok }) => ok)).toEqual([true, true])
  expect((await db.product.findUniqueOrThrow({ where: { id: productId } })).isInStock).toBe(false)
  expect(
    (await db.stock.findMany({ where: { variantId: { in: [id, other.id] } } })).map(({ free }) => free),
  ).toEqual([0, 0])
})
