import { expect, test } from 'vitest'
import { createPool } from '#app/platform/db.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { createBooth, phoneSale, type TestBooth } from '#tests/support/booths.ts'
import { shopServices } from '#tests/support/checkout.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { watchSteps } from '#tests/support/steps.ts'
import { listCloses, readOpenDay } from './booth-day.server.ts'
import type { BoothSale } from './booth-sale.ts'
import { closeBooth } from './close-booth.server.ts'
import { listDaySales } from './day-sales.server.ts'
import { recordSales } from './record-sales.server.ts'
import { voidSale } from './void-sale.server.ts'

const database = await useDatabase({ poolSize: 12 })
const { db, pool, ownerUrl } = database
const shop = shopServices(database)
const now = new Date('2026-11-24T10:00:00Z')
const day = '2026-11-24'
shop.clock.set(now)
const staff = await createOrganizer(db, 'exhibition-staff')
const colleague = await createOrganizer(db, 'exhibition-staff')
const organizer = await createOrganizer(db)

const keyOf = ({ fair, enterprise }: TestBooth) => ({ exhibitionId: fair.id, enterpriseId: enterprise.id })
const sell = (sales: Array<BoothSale>) => recordSales(shop, staff, { sentAt: now.toISOString(), sales })
const readOpen = (booth: TestBooth, on = day) => readOpenDay(sqlOn(pool), keyOf(booth), on)
async function close(
  booth: TestBooth,
  changes: { countedCashFen?: number; note?: string; day?: string } = {},
  services: Pick<typeof shop, 'pool' | 'clock'> = shop,
) {
  const open = await readOpen(booth, changes.day)
  const counted = { day, countedCashFen: open.sums.cash, note: '', seen: open.lastEntryId, ...changes }
  return await closeBooth(services, staff, keyOf(booth), counted)
}
async function readVerified(exhibitionId: number) {
  const total = await db.saleRollup.findFirstOrThrow({
    where: { exhibitionId, dimension: 'all', grain: 'total' },
  })
  return { all: Number(total.amountFen), verified: Number(total.verifiedFen) }
}

test('a sale is voided once, by who recorded it or an organizer, and its units come back', async () => {
  const booth = await createBooth(db, { free: 5 })
  const [first, second] = [phoneSale(booth, { pieces: 2 }), phoneSale(booth)]
  await sell([first!, second!])
  const undo = (by: typeof staff, ref: string) => voidSale(shop, by, keyOf(booth), { ref, reason: '输错了' })
  expect(await undo(colleague, first!.ref)).toMatchObject({ code: 'not-yours' })
  expect(await undo(staff, second!.ref)).toMatchObject({ ok: true })
  const twice = await Promise.all([undo(organizer, first!.ref), undo(organizer, first!.ref)])
  expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await undo(staff, 'nothing')).toMatchObject({ code: 'not-found' })
  const { free } = await db.stock.findFirstOrThrow({ where: { variantId: booth.goods.id } })
  expect(free).toBe(5)
  const { items } = await listDaySales(shop, staff, 'zh', keyOf(booth), { day, after: null })
  expect(items.map(({ voided }) => voided)).toEqual(['输错了', '输错了'])
  expect(await readVerified(booth.fair.id)).toEqual({ all: 0, verified: 0 })
})

test('a close counts by tender, verifies what it covers, and leaves what comes later to the next', async () => {
  const booth = await createBooth(db)
  const cash = phoneSale(booth, { tender: 'cash', amountFen: 5_000 })
  await sell([
    cash,
    phoneSale(booth, { tender: 'wechat' }),
    phoneSale(booth, { deviceAt: '2026-11-23T04:00:00.000Z' }),
  ])
  expect(await close(booth, { countedCashFen: 4_900 })).toMatchObject({ code: 'reason-wanted' })
  expect(await close(booth, { countedCashFen: 4_900, note: '找零多给 1 元' })).toMatchObject({ ok: true })
  expect(await close(booth)).toMatchObject({ code: 'nothing-to-close' })
  // Of the day before nothing is verified yet.
  expect(await readVerified(booth.fair.id)).toEqual({ all: 9_000, verified: 7_000 })
  await sell([phoneSale(booth, { tender: 'alipay', amountFen: 700 })])
  expect(await readOpen(booth)).toMatchObject({ entries: 1, sums: { alipay: 700, cash: 0 } })
  // Money given back after the close is in the next one, though the sale was verified.
  await voidSale(shop, staff, keyOf(booth), { ref: cash.ref, reason: '退货' })
  expect(await close(booth)).toMatchObject({ ok: true })
  const closes = await listCloses(shop, keyOf(booth), day)
  expect(
    closes.map(({ amountFen, expectedCashFen, countedCashFen }) => [
      amountFen,
      expectedCashFen,
      countedCashFen,
    ]),
  ).toEqual([
    [7_000, 5_000, 4_900],
    [-4_300, -5_000, -5_000],
  ])
  expect(await readVerified(booth.fair.id)).toEqual({ all: 4_700, verified: 2_700 })
})

test('who counted the drawer before another sale came is told', async () => {
  const booth = await createBooth(db)
  await sell([phoneSale(booth)])
  const { lastEntryId } = await readOpen(booth)
  await sell([phoneSale(booth)])
  const counted = { day, countedCashFen: 0, note: '', seen: lastEntryId }
  expect(await closeBooth(shop, staff, keyOf(booth), counted)).toMatchObject({ code: 'changed' })
})

test('two closings at once close once', async () => {
  const booth = await createBooth(db)
  await sell([phoneSale(booth), phoneSale(booth)])
  const answers = await Promise.all(Array.from({ length: 6 }, () => close(booth)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await listCloses(shop, keyOf(booth), day)).toHaveLength(1)
})

test('negative control: without the lock and the index behind it the same sales are closed twice', async () => {
  const booth = await createBooth(db)
  await sell([phoneSale(booth)])
  await withOwner(ownerUrl, (owner) =>
    owner.query('DROP INDEX booth_close_exhibition_id_enterprise_id_day_last_entry_id_key'),
  )
  const bare = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 4 })
  const unmet = editSql(bare, [["pg_advisory_xact_lock(hashtextextended('booth:' || key, 0))", 'key']])
  let second: Awaited<ReturnType<typeof close>> | undefined
  const watched = watchSteps({ ...shop, pool: bare }, async (_step, what) => {
    if (what.includes('INSERT INTO booth_close')) second ??= await close(booth, {}, { ...shop, pool: bare })
  })
  expect([await close(booth, {}, watched), second]).toMatchObject([{ ok: true }, { ok: true }])
  expect(await listCloses(shop, keyOf(booth), day)).toHaveLength(2)
  expect(unmet).toEqual(new Set())
  await bare.end()
})
