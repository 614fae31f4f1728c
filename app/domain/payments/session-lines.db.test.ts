import { expect, test } from 'vitest'
import { addFen, timesFen } from '#app/kernel/money.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placeGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { listSessionLines } from './session-lines.server.ts'

const database = await useDatabase()
const { db, pool } = database
const shop = shopServices(database)

type Lines = Awaited<ReturnType<typeof listSessionLines>>
const sumOf = (lines: Lines) => addFen(...lines.map((line) => timesFen(line.amountFen, line.quantity)))

test('the lines of a payment add up to its total, also when two sellers have one name', async () => {
  const [one, other] = [await createVariant(db), await createVariant(db)]
  await db.enterprise.updateMany({ data: { name: '草原合作社' } })
  const { groupId: id, totalFen } = await placeGroup(
    shop,
    { sku: one.sku, quantity: 1 },
    { sku: other.sku, quantity: 2 },
  )
  const lines = await listSessionLines(sqlOn(pool), { id, locale: 'zh', totalFen })
  expect(lines.map((line) => [line.amountFen, line.quantity])).toEqual([
    [2_000, 1],
    [2_000, 2],
    [1_600, 1],
  ])
  expect(sumOf(lines)).toBe(totalFen)
})

test('more than fifty lines become one line an order, and the same total (T26)', async () => {
  const items = []
  while (items.length <= 50) items.push({ sku: (await createVariant(db)).sku, quantity: 1 })
  const { groupId: id, totalFen } = await placeGroup(shop, ...items)
  const lines = await listSessionLines(sqlOn(pool), { id, locale: 'en', totalFen })
  expect(lines.at(-1)?.title).toBe('Shipping')
  expect(sumOf(lines)).toBe(totalFen)
})
