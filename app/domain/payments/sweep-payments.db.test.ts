import { expect, test } from 'vitest'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placeGroup, shopServices } from '#tests/support/checkout.ts'
import { type TestDatabase, useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { isNightly, repeats, useWorkers } from '#tests/support/workers.ts'

const processes = 3
const database = await useDatabase()
const workers = await useWorkers(database, { processes })

const unguarded = await useDatabase({ without: [['stock', 'stock_held']] })
const careless = await useWorkers(unguarded, {
  processes,
  edits: [
    // Everybody may take what somebody else has taken …
    ['AND swept_at <= $3', 'AND now() >= $3'],
    ['LIMIT $4 FOR UPDATE SKIP LOCKED', 'LIMIT $4'],
    // … and nobody looks whether it was released meanwhile.
    ['FROM order_group WHERE id = $1::uuid FOR NO KEY UPDATE', 'FROM order_group WHERE id = $1::uuid'],
    ['AND h.status = ', `AND 'sold' >= `],
  ],
})

/** Groups that nobody paid in time: one was placed, the others are its twins, with orders, lines and holds of their own. */
async function placeExpired(on: TestDatabase, count: number): Promise<number> {
  const { db } = on
  const { id: variantId, sku } = await createVariant(db, { free: count })
  const { groupId } = await placeGroup(shopServices(on), { sku, quantity: 1 })
  const twins = count - 1
  await db.$executeRaw`
    INSERT INTO order_group SELECT twin.* FROM order_group g, generate_series(1, ${twins}::int) n, jsonb_populate_record(g,
      jsonb_build_object('id', md5(g.id::text || n)::uuid, 'number', g.number || n, 'token', g.token || n,
        'idempotency_key', g.idempotency_key || n)) twin WHERE g.id = ${groupId}::uuid`
  await db.$executeRaw`
    INSERT INTO shop_order SELECT twin.* FROM shop_order o, generate_series(1, ${twins}::int) n, jsonb_populate_record(o,
      jsonb_build_object('id', md5(o.id::text || n)::uuid, 'group_id', md5(o.group_id::text || n)::uuid,
        'number', o.number || '-' || n)) twin WHERE o.group_id = ${groupId}::uuid`
  await db.$executeRaw`
    INSERT INTO stock_hold SELECT twin.* FROM stock_hold h, generate_series(1, ${twins}::int) n, jsonb_populate_record(h,
      jsonb_build_object('id', md5(h.id::text || n)::uuid, 'group_id', md5(h.group_id::text || n)::uuid)) twin
    WHERE h.group_id = ${groupId}::uuid`
  await db.$executeRaw`
    UPDATE stock SET free = free - ${twins}::int, held = held + ${twins}::int WHERE variant_id = ${variantId}`
  return variantId
}

const holds = isNightly ? 1_000 : 350

test('three processes release expired holds, each once (T09)', { repeats }, async ({ annotate }) => {
  const variantId = await placeExpired(database, holds)
  const from = performance.now()
  await workers.runInAll('sweepPayments')
  await annotate(`${holds} swept in ${((performance.now() - from) / 1_000).toFixed(1)} s`)
  expect(await database.db.stock.findFirst({ where: { variantId } })).toMatchObject({ free: holds, held: 0 })
  const events = await database.db.orderEvent.groupBy({
    by: ['groupId'],
    where: { kind: 'expired', group: { holds: { some: { variantId } } } },
    _count: true,
  })
  expect(events).toHaveLength(holds)
  expect(events.filter((group) => group._count !== 1)).toEqual([])
})

test('control: sweeps that take no notice of each other release a hold twice (T09)', async () => {
  await placeExpired(unguarded, 100)
  await careless.runInAll('sweepPayments')
  expect(await findStockDifferences(sqlOn(unguarded.pool))).not.toEqual([])
})
