import { afterAll, expect, test } from 'vitest'
import { cardTag, productTag } from '#app/domain/catalog/tags.ts'
import { createBus, subscribeToTags } from '#app/platform/bus.server.ts'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { log } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { followAvailability } from './availability.server.ts'

const { db, pool, url } = await useDatabase()

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
