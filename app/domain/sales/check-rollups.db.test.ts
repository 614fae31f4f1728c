import { expect, test } from 'vitest'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { checkRollups, findRollupDifferences } from './check-rollups.server.ts'

const database = await useDatabase({ checksBooks: false })
const shop = shopServices(database)

test('a rollup that is not the sum of the ledger raises an alarm, and is left as it is', async () => {
  const { sku, enterpriseId } = await createVariant(database.db)
  await placePaidGroup(shop, { sku, quantity: 1 })
  expect(await findRollupDifferences(sqlOn(database.pool))).toEqual([])

  const where = { dimension: 'enterprise', key: String(enterpriseId), grain: 'total' }
  await database.db.saleRollup.updateMany({ where, data: { amountFen: { increment: 1 } } })
  await database.db.saleRollup.deleteMany({ where: { dimension: 'district' } })
  expect(await checkRollups(shop)).toBe(3)
  expect(await findRollupDifferences(sqlOn(database.pool))).toContainEqual(
    expect.objectContaining({ ...where, ledger: '1 1 2800 1 2800', rollup: '1 1 2801 1 2800' }),
  )
  expect(await database.db.alarm.count({ where: { kind: 'rollup-difference' } })).toBe(3)
})
