import { expect, test } from 'vitest'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { checkOrders, findOrderDifferences } from './check-orders.server.ts'

const database = await useDatabase({ checksBooks: false })
const shop = shopServices(database)

test('a yuan of an order that is not in the ledger raises an alarm', async () => {
  const [paid, other] = [await createVariant(database.db), await createVariant(database.db)]
  await placePaidGroup(shop, { sku: paid.sku, quantity: 1 }, { sku: other.sku, quantity: 1 })
  expect(await findOrderDifferences(sqlOn(database.pool))).toEqual([])

  const { enterpriseId } = paid
  await database.db.order.updateMany({ where: { enterpriseId }, data: { refundedFen: 100 } })
  expect(await findOrderDifferences(sqlOn(database.pool))).toEqual([
    { enterpriseId, ordersFen: '2700', ledgerFen: '2800' },
  ])
  expect(await checkOrders(shop)).toBe(1)
  expect(await database.db.alarm.count({ where: { kind: 'order-difference', resolvedAt: null } })).toBe(1)
})
