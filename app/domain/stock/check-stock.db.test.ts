import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { checkStock } from './check-stock.server.ts'

const { db, pool } = await useDatabase()
const services = { pool, clock: movableClock() }

test('a unit from nowhere raises one alarm, and again when it was settled without a mend (T06)', async () => {
  const { id: variantId } = await createVariant(db)
  expect(await checkStock(services)).toBe(0)
  await db.stock.updateMany({ where: { variantId }, data: { free: { increment: 1 } } })
  expect([await checkStock(services), await checkStock(services)]).toEqual([1, 1])
  const alarms = () => db.alarm.findMany({ where: { kind: 'stock-difference', resolvedAt: null } })
  expect(await alarms()).toMatchObject([
    { reference: `${variantId}:online`, detail: { physical: 10, free: 11, held: 0, sold: 0 } },
  ])
  await db.alarm.updateMany({ data: { resolvedAt: services.clock.now() } })
  await checkStock(services)
  expect(await alarms()).toHaveLength(1)
  await db.stock.updateMany({ where: { variantId }, data: { free: { decrement: 1 } } })
  expect(await checkStock(services)).toBe(0)
})
