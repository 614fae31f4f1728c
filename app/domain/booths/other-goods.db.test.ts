import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { otherGoods } from '#app/domain/reports/breakdown.ts'
import { entriesFile } from '#app/domain/reports/entries-file.server.ts'
import { readEntryFilter } from '#app/domain/reports/entry-filter.ts'
import { listEntries } from '#app/domain/reports/list-entries.server.ts'
import { readBreakdown } from '#app/domain/reports/read-breakdown.server.ts'
import { checkRollups } from '#app/domain/sales/check-rollups.server.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { createBooth, phoneSale, type TestBooth } from '#tests/support/booths.ts'
import { shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { readBoothDay } from './booth-day.server.ts'
import { listDaySales } from './day-sales.server.ts'
import { recordSales } from './record-sales.server.ts'
import { voidSale } from './void-sale.server.ts'

const database = await useDatabase({ poolSize: 4 })
const { db, pool } = database
const shop = shopServices(database)
const now = new Date('2026-11-24T10:00:00Z')
shop.clock.set(now)
const day = '2026-11-24'
const staff = await createOrganizer(db, 'exhibition-staff')
const city = await createOrganizer(db)

const keyOf = ({ fair, enterprise }: TestBooth) => ({ exhibitionId: fair.id, enterpriseId: enterprise.id })
const send = (sales: ReadonlyArray<unknown>) =>
  recordSales(shop, staff, { sentAt: now.toISOString(), sales: [...sales] })
const other = (booth: TestBooth, goodsName: string | null, amountFen = 1_500) =>
  phoneSale(booth, { sku: null, goodsName, amountFen, tender: 'cash' })
const byProduct = ({ fair }: TestBooth, division: string | null = null) =>
  readBreakdown({ pool }, 'zh', 'product', { exhibitionId: fair.id, day: null, division }, null)

test('goods without a listing are sold once, by their name, and count in the day and its cash-up', async () => {
  const booth = await createBooth(db)
  const sale = other(booth, '  散装奶豆腐 ')
  expect(await send([sale, sale])).toEqual([
    { ref: sale.ref, outcome: 'accepted' },
    { ref: sale.ref, outcome: 'accepted' },
  ])
  expect(await send([sale])).toEqual([{ ref: sale.ref, outcome: 'already' }])
  const entry = await db.saleEntry.findFirstOrThrow({ where: { externalRef: sale.ref } })
  expect(entry).toMatchObject({
    goodsName: '散装奶豆腐',
    variantId: null,
    productId: null,
    categoryCode: null,
  })
  const { items } = await listDaySales(shop, staff, 'en', keyOf(booth), { day, after: null })
  expect(items).toMatchObject([{ title: '散装奶豆腐', label: null, amountFen: 1_500 }])
  expect(await readBoothDay(sqlOn(pool), keyOf(booth), day)).toMatchObject({
    entries: 1,
    sums: { cash: 1_500 },
  })
  // Its void says what was taken back.
  await voidSale(shop, staff, keyOf(booth), { ref: sale.ref, reason: '退货' })
  const names = await db.saleEntry.findMany({ where: { exhibitionId: booth.fair.id } })
  expect(names.map(({ kind, goodsName }) => [kind, goodsName])).toEqual([
    ['sale', '散装奶豆腐'],
    ['correction', '散装奶豆腐'],
  ])
})

test('what a phone kept before it knew of names and undoing is taken, and a listing keeps its own name', async () => {
  const booth = await createBooth(db)
  const { goodsName: _, isUndone: __, ...old } = other(booth, null)
  const named = phoneSale(booth, { goodsName: '别的名字' })
  const answers = await send([old, named])
  expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
  const entries = await db.saleEntry.findMany({ where: { exhibitionId: booth.fair.id } })
  expect(entries.map(({ goodsName }) => goodsName)).toEqual([null, null])
})

test('the breakdown by product has a row of them, comes to the whole, and leads to its entries', async () => {
  const booth = await createBooth(db)
  const sales = [other(booth, '奶豆腐'), other(booth, null, 700), phoneSale(booth)]
  await send(sales)
  const whole = sales.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const { divisionCode } = await db.enterprise.findUniqueOrThrow({ where: { id: booth.enterprise.id } })
  for (const division of [null, divisionCode]) {
    const rows = await byProduct(booth, division)
    expect(rows.map(({ key, entries, totalFen }) => [key === otherGoods, entries, totalFen])).toEqual([
      [false, 1, booth.goods.priceFen],
      [true, 2, 2_200],
    ])
    expect(rows.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(whole)
  }
  const filter = readEntryFilter(new URLSearchParams({ product: otherGoods }), city)
  const { items } = await listEntries({ pool }, booth.fair.id, 'zh', { ...filter, after: null })
  expect(items.map(({ product, amountFen }) => [product, amountFen])).toEqual(
    expect.arrayContaining([
      ['奶豆腐', 1_500],
      [null, 700],
    ]),
  )
  expect(items).toHaveLength(2)
  expect(await checkRollups(shop, [booth.fair.id])).toBe(0)
})

test('a hostile name is cut and cleaned, and is no formula in a file (T50, T67)', async () => {
  const booth = await createBooth(db)
  const hostile = ['=HYPERLINK("http://x")', '@SUM(A1)\0', `<img src=x onerror=alert(1)>${'长'.repeat(500)}`]
  const answers = await send(hostile.map((name) => other(booth, name)))
  expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted'])
  const filter = readEntryFilter(new URLSearchParams(), city)
  const csv = await text(entriesFile({ pool }, booth.fair.id, 'zh', filter, messagesFor('zh'), 'csv'))
  expect(csv).toContain(`'=HYPERLINK`)
  expect(csv).toContain(`'@SUM(A1)`)
  expect(csv).toMatch(/<img src=x onerror=alert\(1\)>长{12},/)
})
