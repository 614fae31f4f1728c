import { expect, test } from 'vitest'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createFair } from '#tests/support/fairs.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { findLastRollupCheck, readBookChecks } from './book-views.server.ts'
import { checkAllRollups, checkRunningFairs } from './check-books.server.ts'
import { reconcileDay, reconcileEndedDays } from './reconcile-day.server.ts'
import { runCheck } from './run-check.server.ts'

const database = await useDatabase({ checksBooks: false })
const { db } = database
const shop = shopServices(database)
const today = shanghaiDay(shop.clock.now())

test('a day without a difference says so, and both sides come to the same', async () => {
  const goods = await createVariant(db)
  await placePaidGroup(shop, { sku: goods.sku, quantity: 2 })
  expect(await reconcileDay(shop, today)).toEqual({
    paid: { oursFen: 4_800, theirsFen: 4_800 },
    refunded: { oursFen: 0, theirsFen: 0 },
    differences: [],
  })
})

test('an amount that is not the same, and a payment that one side does not know, are listed and alarmed', async () => {
  const goods = await createVariant(db)
  const wrong = await placePaidGroup(shop, { sku: goods.sku, quantity: 1 })
  const lost = await placePaidGroup(shop, { sku: goods.sku, quantity: 1 })
  const paymentOf = (groupId: string) => db.payment.findFirstOrThrow({ where: { groupId, status: 'paid' } })
  const [first, second] = [await paymentOf(wrong.groupId), await paymentOf(lost.groupId)]
  await db.payment.update({ where: { id: first.id }, data: { amountFen: { increment: 1 } } })
  await db.payment.update({ where: { id: second.id }, data: { paymentIntentId: 'pi_of_nobody' } })
  const { differences } = await reconcileDay(shop, today)
  expect(differences.map(({ id, oursFen, theirsFen }) => [id, oursFen, theirsFen])).toEqual(
    expect.arrayContaining([
      [first.paymentIntentId, 2_801, 2_800],
      ['pi_of_nobody', 2_800, null],
      [second.paymentIntentId, null, 2_800],
    ]),
  )
  expect(differences).toHaveLength(3)
  expect(await db.alarm.count({ where: { kind: 'provider-difference', resolvedAt: null } })).toBe(3)
  const { days } = await readBookChecks(shop)
  expect(days).toMatchObject([{ day: today, differences: 3 }])
})

test('every few minutes the running fairs are checked alone, and the last result is kept (T75)', async () => {
  const fair = await createFair(db)
  const at = { pool: shop.pool, clock: { now: () => new Date('2026-11-24T04:00:00Z') } }
  const sum = { exhibitionId: fair.id, channel: 'onsite', dimension: 'all', key: 'all', grain: 'total' }
  const other = await createFair(db)
  const past = { startsAt: new Date('2026-01-01T00:00:00Z'), endsAt: new Date('2026-01-02T00:00:00Z') }
  await db.exhibition.update({ where: { id: other.id }, data: past })
  await checkAllRollups(at)
  await db.saleRollup.create({
    data: { ...sum, bucket: new Date(0), entries: 1, quantity: 1, amountFen: 100 },
  })
  await checkRunningFairs(at)
  expect(await findLastRollupCheck(shop, fair.id)).toMatchObject({ differences: 1 })
  // What was read of the running fairs says nothing of the others.
  expect(await findLastRollupCheck(shop, other.id)).toMatchObject({ differences: 0 })
  expect((await readBookChecks(shop)).last).toMatchObject([{ kind: 'rollups', differences: 0 }])
  await checkAllRollups(at)
  expect((await readBookChecks(shop)).last).toMatchObject([{ kind: 'rollups', differences: 1 }])
  expect(await db.alarm.count({ where: { kind: 'rollup-difference' } })).toBe(1)
})

test('a day that could not be compared has its turn again, once', async () => {
  const aDay = 86_400_000
  const later = { now: () => new Date(shop.clock.now().getTime() + 3 * aDay) }
  const asked: Array<string> = []
  const provider = (isDown: boolean) => ({
    ...shop.payments,
    async listMoney(from: Date, to: Date) {
      asked.push(shanghaiDay(new Date(to.getTime() - 1)))
      if (isDown) throw new Error('down')
      return await shop.payments.listMoney(from, to)
    },
  })
  const chore = (isDown: boolean) =>
    reconcileEndedDays({ pool: shop.pool, clock: later, payments: provider(isDown) })
  const [first, second, third] = [0, 1, 2].map((days) =>
    shanghaiDay(new Date(shop.clock.now().getTime() + days * aDay)),
  )
  await expect(chore(true)).rejects.toThrow('down')
  expect(asked.splice(0)).toEqual([first])
  await chore(false)
  expect(asked.splice(0)).toEqual([first, second, third])
  await chore(false)
  expect(asked).toEqual([])
})

test('no day that is to come is checked, nor one that is none', async () => {
  for (const day of ['2999-01-01', '2026-13-41', ''])
    expect(await runCheck(shop, formOf({ intent: 'provider', day }))).toMatchObject({ code: 'badDay' })
})
