import { expect, test } from 'vitest'
import { recordSales } from '#app/domain/booths/record-sales.server.ts'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { createDatabase, createPool } from '#app/platform/db.server.ts'
import { createBooth, phoneSale, type TestBooth } from '#tests/support/booths.ts'
import { checkOut, fillCart, shopServices } from '#tests/support/checkout.ts'
import { type TestDatabase, useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { watchSteps } from '#tests/support/steps.ts'

const now = new Date('2026-11-24T10:00:00Z')

/** A shop with the last unit of something, of which a booth and an order may try to take it. */
async function openShop(database: TestDatabase) {
  const { db } = database
  const shop = shopServices(database)
  shop.clock.set(now)
  const staff = await createOrganizer(db, 'exhibition-staff')
  const freeOf = async (variantId: number, pool = 'online') =>
    (await db.stock.findUniqueOrThrow({ where: { variantId_pool: { variantId, pool } } })).free
  return {
    db,
    shop,
    freeOf,
    sell: (sales: ReturnType<typeof phoneSale>[], services: Pick<typeof shop, 'pool' | 'clock'> = shop) =>
      recordSales(services, staff, { sentAt: now.toISOString(), sales }),
    /** What an order of one unit would do. */
    async order({ goods }: TestBooth) {
      const scope = await fillCart(shop, [{ sku: goods.sku, quantity: 1 }])
      const command = await checkOut(shop, scope)
      return async () => (await placeOrder(shop, scope, command)).ok
    },
    takenAtBooth: ({ goods }: TestBooth) =>
      db.stockMovement.count({ where: { variantId: goods.id, reason: 'booth-sale' } }),
  }
}

const database = await useDatabase({ poolSize: 12 })
const { db, sell, order, freeOf, takenAtBooth } = await openShop(database)

test('a booth sells of the exhibition’s pool where there is one; what it sold past it is told, not refused', async () => {
  const booth = await createBooth(db, { free: 10 })
  const at = { variantId: booth.goods.id, pool: 'exhibition' }
  await db.stock.create({ data: { ...at, free: 3 } })
  await db.stockMovement.create({
    data: { ...at, delta: 3, reason: 'moved', recordedBy: 'test', recordedAt: now },
  })
  const answers = await sell([
    phoneSale(booth, { pieces: 2 }),
    phoneSale(booth, { pieces: 2 }),
    phoneSale(booth),
  ])
  expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted'])
  expect([await freeOf(booth.goods.id, 'exhibition'), await freeOf(booth.goods.id)]).toEqual([0, 10])
  const alarm = await db.alarm.findFirstOrThrow({ where: { reference: `${booth.goods.id}:exhibition` } })
  expect(alarm).toMatchObject({ kind: 'pool-short', detail: { missing: 2 } })
})

test('a booth and an order race for the last unit of a pool: one gets it (T11)', async () => {
  const results = []
  for (let round = 0; round < 20; round += 1) {
    const booth = await createBooth(db, { free: 1 })
    const place = await order(booth)
    const [isOrdered] = await Promise.all([place(), sell([phoneSale(booth)])])
    results.push({
      winners: Number(isOrdered) + (await takenAtBooth(booth)),
      free: await freeOf(booth.goods.id),
    })
  }
  expect(results).toEqual(results.map(() => ({ winners: 1, free: 0 })))
})

test('negative control: without lock and condition both get it (T11)', async () => {
  const bare = await useDatabase({ without: [['stock', 'stock_free']] })
  const pool = createPool({ DATABASE_URL: bare.url, DATABASE_POOL_SIZE: 4 })
  const unmet = editSql(pool, [
    ['ORDER BY s.variant_id FOR NO KEY UPDATE OF s', 'ORDER BY s.variant_id'],
    ['AND s.pool = t.pool AND s.free >= t.quantity', 'AND s.pool = t.pool'],
  ])
  const open = await openShop({ ...bare, pool, db: createDatabase(pool) })
  const booth = await createBooth(open.db, { free: 1 })
  const place = await open.order(booth)
  let isOrdered = false
  const watched = watchSteps(open.shop, async (_step, what) => {
    if (what.includes('UPDATE stock s SET free = s.free - t.quantity')) isOrdered = await place()
  })
  await open.sell([phoneSale(booth)], watched)
  expect([isOrdered, await open.takenAtBooth(booth), await open.freeOf(booth.goods.id)]).toEqual([
    true,
    1,
    -1,
  ])
  expect(unmet).toEqual(new Set())
  await pool.end()
})
