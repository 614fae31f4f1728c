import { expect, test } from 'vitest'
import { fen } from '#app/kernel/money.ts'
import { placeGroup, tally } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { runningClock } from '#tests/support/people.ts'
import { shipGroup } from '#tests/support/shipping.ts'
import { openSession, openTill, type Till } from '#tests/support/till.ts'
import { repeats, useWorkers, type Workers } from '#tests/support/workers.ts'
import { settleGroup } from './settle-group.server.ts'

const database = await useDatabase()
const till = await openTill(database, { clock: runningClock(), refundDelayMs: 0 })
const workers = await useWorkers(database, { paymentsUrl: till.paymentsUrl })

const unguarded = await useDatabase({
  without: [
    ['order_line', 'order_line_refunds'],
    ['shop_order', 'shop_order_totals'],
    ['order_group', 'order_group_totals'],
  ],
})
const carelessTill = await openTill(unguarded, { clock: runningClock(), refundDelayMs: 0 })
const careless = await useWorkers(unguarded, {
  paymentsUrl: carelessTill.paymentsUrl,
  edits: [['FROM order_group WHERE id = $1::uuid FOR NO KEY UPDATE', 'FROM order_group WHERE id = $1::uuid']],
})

/** A paid line of five units at 20.00 that was sent, beside a dear one: the provider would give back more than the line. */
async function buy(on: Till) {
  const [five, dear] = [await createVariant(on.db), await createVariant(on.db, { priceFen: 50_000 })]
  const items = [
    { sku: five.sku, quantity: 5 },
    { sku: dear.sku, quantity: 1 },
  ]
  const { groupId } = await placeGroup(on, ...items)
  on.sandbox.pay(await openSession(on, groupId))
  await settleGroup(on, groupId)
  await shipGroup(on, groupId)
  const find = () => on.db.orderLine.findFirstOrThrow({ where: { variantId: five.id } })
  return { groupId, lineId: (await find()).id, readRefunded: async () => (await find()).refundedFen }
}

/** Twenty people in two processes: some give back a unit, some an amount that is worth as much. */
function giveBackAtOnce(
  by: Workers,
  { groupId, lineId }: Awaited<ReturnType<typeof buy>>,
  keyOf: (index: number) => string,
) {
  return Array.from({ length: 20 }, (_, index) => {
    const command = { groupId, key: keyOf(index), reason: 'after-sale' as const }
    return index % 2 === 0
      ? by.run('refundLines', { ...command, lines: [{ lineId, quantity: 1 }] })
      : by.run('refundAmount', { ...command, lineIds: [lineId], amountFen: fen(2_000) })
  })
}

test('twenty refunds of one line at once give back what was paid for it, and no more (T38)', {
  repeats,
}, async () => {
  const bought = await buy(till)
  await Promise.all(giveBackAtOnce(workers, bought, String))
  expect(await bought.readRefunded()).toBe(10_000)
})

test('twenty refunds with one key are one refund (T38)', { repeats }, async () => {
  const bought = await buy(till)
  const answers = await Promise.all(giveBackAtOnce(workers, bought, () => 'the same'))
  expect(tally(answers)).toEqual({ done: 20 })
  expect(await bought.readRefunded()).toBe(2_000)
  expect(await database.db.refund.count({ where: { groupId: bought.groupId } })).toBe(1)
})

test('control: without the lock of the group, a line gives back more than was paid for it (T38)', async () => {
  const bought = await buy(carelessTill)
  await Promise.allSettled(giveBackAtOnce(careless, bought, String))
  expect(await bought.readRefunded()).toBeGreaterThan(10_000)
})
