import { expect, test } from 'vitest'
import { checkRollups } from '#app/domain/sales/check-rollups.server.ts'
import { createPool } from '#app/platform/db.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { createBooth, phoneSale, type TestBooth } from '#tests/support/booths.ts'
import { shopServices } from '#tests/support/checkout.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { watchSteps } from '#tests/support/steps.ts'
import { readBoothDay } from './booth-day.server.ts'
import type { BoothSale, SaleAnswer } from './booth-sale.ts'
import { listDaySales } from './day-sales.server.ts'
import { recordSales } from './record-sales.server.ts'
import { voidSale } from './void-sale.server.ts'

const database = await useDatabase({ poolSize: 12 })
const { db, pool, ownerUrl } = database
const shop = shopServices(database)
const now = new Date('2026-11-24T18:00:00Z')
shop.clock.set(now)
const staff = await createOrganizer(db, 'exhibition-staff')
const colleague = await createOrganizer(db, 'exhibition-staff')

const keyOf = ({ fair, enterprise }: TestBooth) => ({ exhibitionId: fair.id, enterpriseId: enterprise.id })
const send = (sales: ReadonlyArray<BoothSale>, by = staff) =>
  recordSales(shop, by, { sentAt: now.toISOString(), sales: [...sales] })
const undone = (sale: BoothSale) => ({ ...sale, isUndone: true })
const outcomes = (answers: ReadonlyArray<SaleAnswer>) => answers.map(({ outcome }) => outcome)
const readEntries = (booth: TestBooth) =>
  db.saleEntry.findMany({ where: { exhibitionId: booth.fair.id }, orderBy: { id: 'asc' } })
const freeOf = async ({ goods }: TestBooth) =>
  (await db.stock.findFirstOrThrow({ where: { variantId: goods.id } })).free

test('a sale that was taken back counts nothing, whichever copy comes first and however often', async () => {
  for (const order of ['sold first', 'undone first', 'in one upload', 'at once']) {
    const booth = await createBooth(db, { free: 5 })
    const sale = phoneSale(booth, { tender: 'cash', pieces: 2 })
    if (order === 'sold first') {
      expect(outcomes(await send([sale]))).toEqual(['accepted'])
      expect(await freeOf(booth)).toBe(3)
    }
    if (order === 'in one upload')
      expect(outcomes(await send([undone(sale), sale]))).toEqual(['undone', 'undone'])
    if (order === 'at once')
      await Promise.all([send([sale]), send([undone(sale)]), send([undone(sale)]), send([sale])])
    expect([order, outcomes(await send([undone(sale)]))]).toEqual([order, ['undone']])
    // A copy that was under way all the time changes nothing.
    expect(outcomes(await send([sale]))).toEqual(['already'])
    const [sold, back, ...more] = await readEntries(booth)
    expect([more, Number(sold!.amountFen) + Number(back!.amountFen)]).toEqual([[], 0])
    // Both of one moment: the evening's sale, taken back after midnight, leaves no cash in one day and a hole in the next.
    expect(back).toMatchObject({ kind: 'correction', correctsId: sold!.id, occurredAt: sold!.occurredAt })
    expect(await freeOf(booth)).toBe(5)
    const { sums } = await readBoothDay(sqlOn(pool), keyOf(booth), '2026-11-24')
    expect(sums).toMatchObject({ cash: 0 })
    const { items } = await listDaySales(shop, staff, 'zh', keyOf(booth), { day: '2026-11-24', after: null })
    expect(items).toMatchObject([{ voided: '' }])
    expect(await checkRollups(shop, [booth.fair.id])).toBe(0)
  }
})

test('1,000 sales of which every fourth is taken back, each sent up to five times in any order, come to the rest', async () => {
  const booth = await createBooth(db, { free: 2_000 })
  const sales = Array.from({ length: 1_000 }, (_, index) =>
    phoneSale(booth, { amountFen: 100 + index, isUndone: index % 4 === 0 }),
  )
  // Of what was taken back some copies were sent before, and are late.
  const copies = sales.flatMap((sale) => [
    sale,
    ...Array.from({ length: Math.floor(Math.random() * 5) }, () => ({ ...sale, isUndone: false })),
  ])
  const waiting = copies.map((sale) => ({ sale, at: Math.random() })).sort((a, b) => a.at - b.at)
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (waiting.length > 0) await send(waiting.splice(0, 50).map(({ sale }) => sale))
    }),
  )
  const left = sales.filter(({ isUndone }) => !isUndone)
  const total = await db.saleRollup.findFirstOrThrow({
    where: { exhibitionId: booth.fair.id, dimension: 'all', grain: 'total' },
  })
  expect([total.entries, Number(total.amountFen)]).toEqual([
    1_250,
    left.reduce((sum, { amountFen }) => sum + amountFen, 0),
  ])
  expect(await freeOf(booth)).toBe(2_000 - left.length)
  expect(await checkRollups(shop, [booth.fair.id])).toBe(0)
}, 60_000)

test('nobody takes back what a colleague recorded, nor what was sold at another booth', async () => {
  const [booth, other] = [await createBooth(db), await createBooth(db)]
  const sale = phoneSale(booth)
  await send([sale])
  expect(await send([undone(sale)], colleague)).toMatchObject([{ outcome: 'refused', reason: 'not-yours' }])
  const elsewhere = phoneSale(other, { ref: sale.ref, isUndone: true })
  expect(await send([elsewhere])).toMatchObject([{ outcome: 'refused', reason: 'unknown-booth' }])
  expect(await readEntries(booth)).toHaveLength(1)
  expect(outcomes(await send([undone(sale)]))).toEqual(['undone'])
})

test('taken back at the till and on the day’s page at once, it is taken back once', async () => {
  const booth = await createBooth(db, { free: 5 })
  const sale = phoneSale(booth, { pieces: 2 })
  await send([sale])
  const byPage = () => voidSale(shop, staff, keyOf(booth), { ref: sale.ref, reason: '输错了' })
  await Promise.all([byPage(), send([undone(sale)]), byPage(), send([undone(sale)])])
  expect(await readEntries(booth)).toHaveLength(2)
  expect(await freeOf(booth)).toBe(5)
})

test('negative control: without the lock and the indexes behind it the same sale is taken back twice', async () => {
  const booth = await createBooth(db)
  const sale = phoneSale(booth)
  await send([sale])
  await withOwner(ownerUrl, (owner) =>
    owner.query('DROP INDEX sale_entry_corrected_once, sale_entry_source_external_ref_key'),
  )
  const bare = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 4 })
  const unmet = editSql(bare, [["pg_advisory_xact_lock(hashtextextended('booth:' || key, 0))", 'key']])
  const undo = (services: typeof shop) =>
    voidSale(services, staff, keyOf(booth), { ref: sale.ref, reason: null })
  let second: Awaited<ReturnType<typeof undo>> | undefined
  const watched = watchSteps({ ...shop, pool: bare }, async (_step, what) => {
    if (what.includes('WITH gone AS')) second ??= await undo({ ...shop, pool: bare })
  })
  expect([await undo(watched), second]).toMatchObject([{ ok: true }, { ok: true }])
  expect(await readEntries(booth)).toHaveLength(3)
  expect(unmet).toEqual(new Set())
  await bare.end()
})
