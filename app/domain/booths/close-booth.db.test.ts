import { expect, test } from 'vitest'
import { createPool } from '#app/platform/db.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { createBooth, phoneSale, type TestBooth } from '#tests/support/booths.ts'
import { shopServices } from '#tests/support/checkout.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { watchSteps } from '#tests/support/steps.ts'
import { readBoothDay } from './booth-day.server.ts'
import type { BoothSale } from './booth-sale.ts'
import { listBoothsOfDay } from './booths-of-day.server.ts'
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
const read = (booth: TestBooth, on = day) => readBoothDay(sqlOn(pool), keyOf(booth), on)
async function close(
  booth: TestBooth,
  changes: { countedCashFen?: number; note?: string; day?: string } = {},
  services: Pick<typeof shop, 'pool' | 'clock'> = shop,
) {
  const { sums, lastEntryId, closes } = await read(booth, changes.day)
  const form = { seen: lastEntryId, closes: closes.length, countedCashFen: sums.cash }
  const counted = { day, note: '', ...form, ...changes }
  return await closeBooth(services, staff, keyOf(booth), counted)
}
async function overview({ fair, enterprise }: TestBooth) {
  const booths = await listBoothsOfDay(shop, organizer, 'zh', { exhibitionId: fair.id, day })
  return booths.find((booth) => booth.enterprise === enterprise.slug)
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

test('a close counts by tender and verifies what it covers; of a day before nothing is verified yet', async () => {
  const booth = await createBooth(db)
  await sell([
    phoneSale(booth, { tender: 'cash', amountFen: 5_000 }),
    phoneSale(booth, { tender: 'wechat' }),
    phoneSale(booth, { deviceAt: '2026-11-23T04:00:00.000Z' }),
  ])
  expect(await close(booth, { countedCashFen: 4_900 })).toMatchObject({ code: 'reason-wanted' })
  expect(await close(booth, { countedCashFen: 4_900, note: '找零多给 1 元' })).toMatchObject({ ok: true })
  expect(await readVerified(booth.fair.id)).toEqual({ all: 9_000, verified: 7_000 })
  const { entries, late, closes } = await read(booth)
  expect([entries, late]).toEqual([2, []])
  expect(closes).toMatchObject([{ number: 1, entries: 2, amountFen: 7_000 }])
})

test('a day that gets a late sale, or gives money back, is closed again: all of it is counted anew, and both stay', async () => {
  const booth = await createBooth(db)
  const first = phoneSale(booth, { tender: 'cash', amountFen: 5_000 })
  await sell([first, phoneSale(booth, { tender: 'wechat' })])
  expect(await close(booth, { countedCashFen: 4_900, note: '找零多给 1 元' })).toMatchObject({ ok: true })
  await sell([phoneSale(booth, { tender: 'cash', amountFen: 700 })])
  await voidSale(shop, staff, keyOf(booth), { ref: first.ref, reason: '退货' })
  expect(await read(booth)).toMatchObject({
    entries: 4,
    sums: { cash: 700, wechat: 2_000 },
    late: [expect.any(BigInt), expect.any(BigInt)],
  })
  expect(await overview(booth)).toMatchObject({ state: 'late', closes: 1, differenceFen: -100 })
  expect(await close(booth, { countedCashFen: 690, note: '少 1 角' })).toMatchObject({ ok: true })
  const { closes, late } = await read(booth)
  expect(late).toEqual([])
  expect(
    closes.map(({ number, entries, amountFen, expectedCashFen, countedCashFen, note }) => [
      [number, entries, amountFen, expectedCashFen, countedCashFen],
      note,
    ]),
  ).toEqual([
    [[1, 2, 7_000, 5_000, 4_900], '找零多给 1 元'],
    [[2, 4, 2_700, 700, 690], '少 1 角'],
  ])
  expect(await readVerified(booth.fair.id)).toEqual({ all: 2_700, verified: 2_700 })
  // The last close stands; nothing of the one before it is added to it.
  expect(await overview(booth)).toMatchObject({
    state: 'closed',
    closes: 2,
    differenceFen: -10,
    earlierDifferenceFen: -100,
  })
  const audit = await db.auditEntry.findFirstOrThrow({
    where: { action: 'close-booth', enterpriseId: booth.enterprise.id },
    orderBy: { id: 'desc' },
  })
  expect(audit).toMatchObject({
    before: { entries: 2, cash: 5_000, countedCashFen: 4_900 },
    after: { entries: 4, cash: 700, countedCashFen: 690 },
  })
})

test('a void of another day’s sale is verified with its sale, never before: no figure falls below what was sold', async () => {
  const booth = await createBooth(db)
  const yesterday = '2026-11-23'
  const sale = phoneSale(booth, {
    tender: 'cash',
    amountFen: 100_000,
    deviceAt: `${yesterday}T04:00:00.000Z`,
  })
  await sell([sale, phoneSale(booth, { tender: 'cash', amountFen: 300 })])
  await voidSale(shop, staff, keyOf(booth), { ref: sale.ref, reason: '退货' })
  const note = '昨天的退货从今天的钱里退'
  const list = async (on: string) =>
    (await listDaySales(shop, staff, 'zh', keyOf(booth), { day: on, after: null })).items.map((item) => [
      item.amountFen,
      item.givesBack,
      item.voided,
    ])
  // The money left today's drawer: today's list explains what today's sum lacks.
  expect(await list(day)).toEqual([
    [-100_000, yesterday, null],
    [300, null, null],
  ])
  expect(await list(yesterday)).toEqual([[100_000, null, '退货']])
  expect(await close(booth, { countedCashFen: 0, note })).toMatchObject({ ok: true })
  expect(await readVerified(booth.fair.id)).toEqual({ all: 300, verified: 300 })
  expect(await read(booth)).toMatchObject({ late: [] })
  expect(await close(booth, { day: yesterday })).toMatchObject({ ok: true })
  expect(await readVerified(booth.fair.id)).toEqual({ all: 300, verified: 300 })
  expect(await db.saleVerification.count({ where: { entry: { exhibitionId: booth.fair.id } } })).toBe(3)
})

test('without anything late a day is counted anew, with a reason', async () => {
  const booth = await createBooth(db)
  await sell([phoneSale(booth, { tender: 'cash' })])
  const wrong = { countedCashFen: 1_000, note: '数错了？' }
  expect(await close(booth, wrong)).toMatchObject({ ok: true })
  expect(await close(booth)).toMatchObject({ code: 'recount-reason-wanted' })
  expect(await close(booth, { note: '一叠钱压在账本下面' })).toMatchObject({ ok: true })
  expect(await overview(booth)).toMatchObject({
    state: 'closed',
    differenceFen: 0,
    earlierDifferenceFen: -1_000,
  })
  const empty = await createBooth(db)
  expect(await close(empty, { note: '没有' })).toMatchObject({ code: 'nothing-to-close' })
})

test('who counted the drawer before another sale came is told', async () => {
  const booth = await createBooth(db)
  await sell([phoneSale(booth)])
  const { lastEntryId } = await read(booth)
  await sell([phoneSale(booth)])
  const counted = { day, countedCashFen: 0, note: '', seen: lastEntryId, closes: 0 }
  expect(await closeBooth(shop, staff, keyOf(booth), counted)).toMatchObject({ code: 'changed' })
  expect(await close(booth)).toMatchObject({ ok: true })
  const again = { ...counted, seen: (await read(booth)).lastEntryId, note: '同一张表单' }
  expect(await closeBooth(shop, staff, keyOf(booth), again)).toMatchObject({ code: 'closed-meanwhile' })
})

test('two closings at once close once', async () => {
  const booth = await createBooth(db)
  await sell([phoneSale(booth), phoneSale(booth)])
  const answers = await Promise.all(Array.from({ length: 6 }, () => close(booth)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await read(booth)).closes).toMatchObject([{ number: 1 }])
})

test('negative control: without the lock and the index behind it the same sales are closed twice', async () => {
  const booth = await createBooth(db)
  await sell([phoneSale(booth)])
  await withOwner(ownerUrl, (owner) =>
    owner.query('DROP INDEX booth_close_exhibition_id_enterprise_id_day_number_key'),
  )
  const bare = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 4 })
  const unmet = editSql(bare, [["pg_advisory_xact_lock(hashtextextended('booth:' || key, 0))", 'key']])
  let second: Awaited<ReturnType<typeof close>> | undefined
  const watched = watchSteps({ ...shop, pool: bare }, async (_step, what) => {
    if (what.includes('INSERT INTO booth_close')) second ??= await close(booth, {}, { ...shop, pool: bare })
  })
  expect([await close(booth, {}, watched), second]).toMatchObject([{ ok: true }, { ok: true }])
  expect((await read(booth)).closes).toMatchObject([{ number: 1 }, { number: 1 }])
  expect(unmet).toEqual(new Set())
  await bare.end()
})
