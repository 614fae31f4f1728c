import { expect, test } from 'vitest'
import { checkOut, fillCart, shopServices, tally } from '#tests/support/checkout.ts'
import { type TestDatabase, useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { isNightly, repeats, useWorkers, type Workers } from '#tests/support/workers.ts'

const connections = 25
const database = await useDatabase()
const workers = await useWorkers(database, { connections })

const unguarded = await useDatabase({ without: [['stock', 'stock_free']] })
const careless = await useWorkers(unguarded, {
  connections,
  edits: [
    [' AND s.free >= l.quantity', ''],
    ['ORDER BY s.variant_id FOR NO KEY UPDATE', 'ORDER BY random() FOR NO KEY UPDATE'],
  ],
})

/** Everybody has the goods in the cart and the total before the eyes; then all of them submit at once. */
async function rush(on: TestDatabase, by: Workers, carts: ReadonlyArray<Parameters<typeof fillCart>[1]>) {
  const shop = shopServices(on)
  const buyers = await Promise.all(
    carts.map(async (items) => {
      const scope = await fillCart(shop, items)
      return { scope, command: await checkOut(shop, scope) }
    }),
  )
  return await Promise.all(
    buyers.map(({ scope, command }) =>
      by.run('placeOrder', scope, command).catch(({ code }) => ({ ok: false as const, code })),
    ),
  )
}

async function rushForOne(on: TestDatabase, by: Workers, quantities: ReadonlyArray<number>) {
  const { id: variantId, sku } = await createVariant(on.db, { free: 100 })
  const answers = await rush(
    on,
    by,
    quantities.map((quantity) => [{ sku, quantity }]),
  )
  const { free } = await on.db.stock.findFirstOrThrow({ where: { variantId } })
  const { _sum } = await on.db.orderLine.aggregate({ where: { variantId }, _sum: { quantity: true } })
  return { answers, free, sold: _sum.quantity ?? 0 }
}

async function rushForTwo(on: TestDatabase, by: Workers, carts: number) {
  const [one, other] = [
    await createVariant(on.db, { free: carts }),
    await createVariant(on.db, { free: carts }),
  ]
  const forth = [one, other].map(({ sku }) => ({ sku, quantity: 1 }))
  const answers = await rush(
    on,
    by,
    Array.from({ length: carts }, (_, index) => (index % 2 === 0 ? forth : forth.toReversed())),
  )
  return tally(answers)
}

test('400 buyers of 100 units: 100 orders, and 300 hear that it is sold out (T01)', { repeats }, async () => {
  const { answers, free, sold } = await rushForOne(database, workers, Array(400).fill(1))
  expect(tally(answers)).toEqual({ done: 100, 'out-of-stock': 300 })
  expect([free, sold]).toEqual([0, 100])
})

test('control: the same rush oversells without the condition in the hold (T01, T02)', async () => {
  const { sold } = await rushForOne(unguarded, careless, Array(200).fill(1))
  expect(sold).toBeGreaterThan(100)
})

test('nobody is refused who could have been served (T02)', { repeats }, async () => {
  const wanted = Array.from({ length: 100 }, () => 1 + Math.floor(Math.random() * 5))
  const { answers, free, sold } = await rushForOne(database, workers, wanted)
  expect(free + sold).toBe(100)
  const refused = wanted.filter((_, index) => !answers[index]?.ok)
  expect(Math.min(...refused)).toBeGreaterThan(free)
})

test('two-line carts in opposite order never wait for each other in a circle (T05)', {
  repeats,
}, async () => {
  const carts = isNightly ? 1_000 : 350
  expect(await rushForTwo(database, workers, carts)).toEqual({ done: carts })
})

test('control: rows locked in random order deadlock (T05)', async () => {
  expect(await rushForTwo(unguarded, careless, 60)).toHaveProperty('40P01')
})
