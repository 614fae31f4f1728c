import { expect, test } from 'vitest'
import { readSnapshot } from '#app/domain/live/read-snapshot.server.ts'
import { createRehearsals } from '#app/domain/live/rehearse.server.ts'
import { internalSnapshot } from '#app/domain/live/snapshot.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { unstated } from '#app/domain/reports/breakdown.ts'
import { readBreakdown } from '#app/domain/reports/read-breakdown.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placeGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { refundWhole } from '#tests/support/refunds.ts'
import { findRollupDifferences } from './check-rollups.server.ts'

const database = await useDatabase()
const { db, pool } = database
const shop = shopServices(database)
const goods = await createVariant(db)
const fair = await createFair(db, { hasPublicFigure: true })

/** Pieces of 20.00 with 8.00 of shipping, paid at the fair. */
async function buyOnline(quantity: number): Promise<string> {
  const { groupId } = await placeGroup(shop, { sku: goods.sku, quantity })
  await db.orderGroup.update({ where: { id: groupId }, data: { exhibitionId: fair.id } })
  await openPayment(shop, groupId)
  shop.payments.pay(groupId)
  await settleGroup(shop, groupId)
  return groupId
}

async function rehearsedSales() {
  const stream = await createRehearsals(shop).open(fair.id, 1_000, null)
  if (stream === null || stream === 'busy') throw new Error('no rehearsal')
  for await (const bytes of stream) {
    const [, data] = /data: (.*)\n/.exec(String(bytes)) ?? []
    const told = data && internalSnapshot.parse(JSON.parse(data))
    if (told && told.lastSales.length > 0) return told.lastSales
  }
  return []
}

test('shipping is in the sums, and no sale that is counted or told', async () => {
  shop.clock.set(new Date('2026-11-24T04:00:00Z'))
  const returned = await buyOnline(3)
  await buyOnline(2)
  for (const audience of ['public', 'internal'] as const) {
    const told = await readSnapshot(shop, fair.id, audience)
    expect(told?.figures.salesFen).toBe(6_000 + 4_000 + 2 * 800)
    expect(told?.lastSales.map(({ amountFen }) => amountFen).sort()).toEqual([4_000, 6_000])
  }
  expect((await rehearsedSales()).every(({ product }) => product !== null)).toBe(true)

  const given = await refundWhole(shop, { groupId: returned, key: 'back', reason: 'goodwill' })
  expect(given.ok).toBe(true)
  const part = { exhibitionId: fair.id, day: null, division: null }
  const byChannel = await readBreakdown(shop, 'zh', 'channel', part, null)
  // Two sales and a refund; what came of them for shipping is of no product.
  expect(byChannel).toMatchObject([{ key: 'online', entries: 3, salesFen: 4_800, verifiedFen: 4_800 }])
  const byProduct = await readBreakdown(shop, 'zh', 'product', part, null)
  expect(byProduct.map(({ key, entries, salesFen }) => [key === unstated, entries, salesFen])).toEqual([
    [false, 3, 4_000],
    [true, 0, 800],
  ])
  expect(await findRollupDifferences(sqlOn(pool))).toEqual([])
})
