import { expect, test } from 'vitest'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placeGroup, type Shop } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { runningClock } from '#tests/support/people.ts'
import { openSession, openTill } from '#tests/support/till.ts'
import { isNightly, repeats, useWorkers } from '#tests/support/workers.ts'

const database = await useDatabase()
const till = await openTill(database, { clock: runningClock(), refundDelayMs: 0 })
const workers = await useWorkers(database, { paymentsUrl: till.paymentsUrl })

const unguarded = await useDatabase({ without: [['stock', 'stock_held']] })
const careless = await useWorkers(unguarded, {
  edits: [
    ['FROM order_group WHERE id = $1::uuid FOR NO KEY UPDATE', 'FROM order_group WHERE id = $1::uuid'],
    ['FROM shop_order WHERE group_id = $1::uuid FOR UPDATE', 'FROM shop_order WHERE group_id = $1::uuid'],
    // True of every hold, whatever has become of it.
    ['AND h.status = ', `AND 'sold' >= `],
  ],
})

/** In one process the shopper cancels, in the other again, while the shop hears of money that may just have come. */
async function race(groupId: string, isPaidBefore: boolean): Promise<void> {
  const pay = () =>
    openSession(till, groupId).then(
      (sessionId) => till.sandbox.pay(sessionId),
      () => 'nothing to pay for',
    )
  if (isPaidBefore) await pay()
  const cancels = [workers.run('cancelGroup', groupId), workers.run('cancelGroup', groupId)]
  await Promise.all([...cancels, workers.run('settleGroup', groupId), isPaidBefore ? null : pay()])
}

async function placeMany(on: Pick<Shop, 'db' | 'pool'>, count: number): Promise<Array<string>> {
  const { sku } = await createVariant(on.db, { free: count })
  const placed = await Promise.all(
    Array.from({ length: count }, () => placeGroup({ ...till, ...on }, { sku, quantity: 1 })),
  )
  return placed.map(({ groupId }) => groupId)
}

test('who cancels twice while paying gets the goods, or the money back, and never both (T08)', {
  repeats,
}, async () => {
  const groupIds = await placeMany(database, isNightly ? 200 : 70)
  await Promise.all(groupIds.map((groupId, index) => race(groupId, index % 2 === 0)))
  await workers.runInAll('sweepPayments')

  const groups = await database.db.orderGroup.findMany({
    where: { id: { in: groupIds } },
    include: { holds: true, refunds: true, payments: { where: { status: 'paid' } } },
  })
  for (const { status, holds, payments, refunds, totalFen } of groups) {
    const keptFen = payments.length * totalFen - refunds.reduce((sum, refund) => sum + refund.amountFen, 0)
    expect([
      ['paid', 'sold', totalFen],
      ['refunded', 'released', 0],
      ['cancelled', 'released', 0],
    ]).toContainEqual([status, holds[0]?.status, keptFen])
  }
})

test('control: without the lock of the group, goods come back as often as somebody cancels (T08)', async () => {
  const groupIds = await placeMany(unguarded, 5)
  const cancels = groupIds.flatMap((groupId) =>
    Array(10)
      .fill(groupId)
      .map((id) => careless.run('cancelGroup', id)),
  )
  await Promise.allSettled(cancels)
  expect(await findStockDifferences(sqlOn(unguarded.pool))).not.toEqual([])
})
