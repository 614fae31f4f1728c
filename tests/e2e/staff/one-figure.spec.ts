import type { Browser, Page } from '@playwright/test'
import { boothPath } from '#app/domain/booths/remembered-booth.ts'
import { breakdowns } from '#app/domain/reports/breakdown.ts'
import { readBreakdown } from '#app/domain/reports/read-breakdown.server.ts'
import type { StaffScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { readableCode } from '#app/kernel/ids.ts'
import type { Services } from '#app/platform/services.server.ts'
import { layoutB } from '#tests/support/douyin-layouts.ts'
import { encodeGbk } from '#tests/support/gbk.ts'
import { samplePaper } from '#tests/support/papers.ts'
import { csvText, orderCells, tableOf } from '#tests/support/platform-orders.ts'
import { createOrganizer, createStaff } from '#tests/support/staff.ts'
import { waitUntilAlive } from '../support/alive.ts'
import { waitUntilKept } from '../support/booth.ts'
import { fillDelivery, openCheckout, placeOrder, somebody } from '../support/checkout.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import { chooseMethod, expectPaid, payByCard } from '../support/paying.ts'
import type { Goods } from '../support/shelf.ts'
import { addShown } from '../support/shopping.ts'

const rows = 5_000

/** Everything that a fair sells, by four ways and from five windows, is one figure wherever it is read. */
test('two booths, a livestream, a contract and an order come to one figure, on the wall within two seconds', async ({
  browser,
  shop,
  shelf,
  shopper,
}) => {
  test.setTimeout(300_000)
  const [first, second] = await shelf.take({}, {})
  const city = await createOrganizer(shop.db)
  const desk = await openDesk(browser, shop, city.staff)
  const slug = `one-figure-${readableCode(5).toLowerCase()}`
  const today = shanghaiDay(new Date())
  const { t } = desk

  await test.step('an organizer creates the fair and assigns two booths', async () => {
    await createFairOn(desk, slug, today)
    for (const [index, goods] of [first, second].entries()) await assign(desk, slug, goods, `A0${index + 1}`)
  })
  const fair = await shop.db.exhibition.findUniqueOrThrow({ where: { slug } })
  const total = () => readTotal(shop, fair.id)
  const wall = (await openDesk(browser, shop, await createStaff(shop.db, 'viewer'))).page
  await wall.goto(`/organizer/exhibitions/${slug}/wall`)
  /** The wall says what the ledger holds, at most two seconds after it does. */
  const expectOnWall = async (atLeast: number) => {
    await expect.poll(async () => (await total()).all, { timeout: 60_000 }).toBeGreaterThanOrEqual(atLeast)
    const shown = `${(Math.floor((await total()).all / 100_000) / 10).toFixed(1)}万元`
    await expect(wall.locator('.wall-total')).toContainText(shown, { timeout: 2_000 })
  }

  await test.step('two phones sell, one of them without a network for a while', async () => {
    const [one, two] = [
      await openTill(browser, shop, slug, first),
      await openTill(browser, shop, slug, second),
    ]
    await sell(one, first, t.booths.tenders.wechat)
    await expectOnWall(1_000_000)
    await waitUntilKept(two.page, new URL(two.page.url()).pathname)
    await two.page.context().setOffline(true)
    await sell(two, second, t.booths.tenders.cash)
    await sell(two, second, t.booths.tenders.alipay)
    const before = (await total()).all
    // It uploads by itself.
    await two.page.context().setOffline(false)
    await expectOnWall(before + 2_000_000)
    for (const { page } of [one, two]) await closeDay(page, t)
  })

  await test.step(`an export of ${rows} rows in GBK comes in, and again without a change`, async () => {
    const before = (await total()).all
    const mark = `69${Date.now()}`
    const orders = Array.from({ length: rows }, (_, index) => {
      const number = `${mark}${String(index).padStart(4, '0')}`
      return orderCells(index, {
        主订单编号: number,
        子订单编号: number,
        商家编码: first.articleNumber,
        订单应付金额: ((1_000 + index) / 100).toFixed(2),
        支付完成时间: shanghaiSecond(new Date()),
      })
    })
    const added = orders.length * 1_000 + (rows * (rows - 1)) / 2
    const source = { slug, shop: first.enterprise }
    await importOrders(desk, source, orders, `${slug}.csv`)
    await expectOnWall(before + added)
    // The same bytes under another name are known by their content.
    await importOrders(desk, source, orders, `${slug}-again.csv`, `${slug}.csv`)
    const later = orderCells(rows, {
      主订单编号: `${mark}9999`,
      子订单编号: `${mark}9999`,
      商家编码: first.articleNumber,
      订单应付金额: '20,000.00',
      支付完成时间: shanghaiSecond(new Date()),
    })
    await importOrders(desk, source, [...orders, later], `${slug}-longer.csv`)
    await expectOnWall(before + added + 2_000_000)
    expect((await total()).all).toBe(before + added + 2_000_000)
  })

  await test.step('a contract is recorded by one and verified by another', async () => {
    const before = (await total()).all
    const path = await recordContract(desk, slug, first)
    await expectOnWall(before + 2_000_000)
    const finance = await createOrganizer(shop.db, 'finance')
    const { page } = await openDesk(browser, shop, finance.staff)
    await page.goto(path)
    await page.getByRole('button', { name: t.contracts.page.verify }).click()
    await expect(page.getByText(t.contracts.page.done.verify)).toBeVisible()
  })

  await test.step('who comes by the fair’s code buys online', async () => {
    const before = (await total()).all
    await shopper.page.goto(`/products/${second.slug}?fair=${slug}&via=qr-code`)
    await addShown(shopper, 1)
    await shopper.visit('/cart')
    await openCheckout(shopper)
    await fillDelivery(shopper, somebody())
    await placeOrder(shopper)
    await chooseMethod(shopper, 'card')
    await payByCard(shopper, '4242424242424242')
    await expectPaid(shopper)
    await expectOnWall(before + 1)
  })

  await test.step('the total is the sum of its parts in every breakdown, the API, the export and the report', async () => {
    const { all, verified } = await total()
    expect(verified).toBe(all)
    for (const by of breakdowns) {
      // Hours are of a day: all of it is of today.
      const window = { exhibitionId: fair.id, day: by === 'hour' ? today : null, division: null }
      const parts = await readBreakdown(shop, 'zh', by, window, null)
      expect(
        parts.reduce((sum, { totalFen }) => sum + totalFen, 0),
        by,
      ).toBe(all)
    }
    const counters = await shopper.page.request.get(`/api/v1/exhibitions/${slug}/counters`)
    expect((await counters.json()).figures.totalFen).toBe(all)
    const file = await desk.page.request.get(`/organizer/exhibitions/${slug}/entries/entries.csv`)
    expect(sumOfColumn(await file.text(), t.analysis.list.columns.amount)).toBe(all)
    const frozen = await freeze(desk, shop, slug)
    expect(Number(frozen.salesFen + frozen.signedFen)).toBe(all)
  })
  expect(desk.faults).toEqual([])
})

async function createFairOn({ page, t, visit }: Desk, slug: string, today: string): Promise<void> {
  const words = t.fairs.form
  await visit('/organizer/exhibitions/new')
  await page.getByLabel(words.name, { exact: true }).fill(`一数展会 ${slug}`)
  await page.getByLabel(words.slug, { exact: true }).fill(slug)
  await page.getByLabel(words.startsOn, { exact: true }).fill(today)
  await page.getByLabel(words.endsOn, { exact: true }).fill(shanghaiDay(new Date(Date.now() + 172_800_000)))
  await page.getByLabel(words.city, { exact: true }).fill('北京市')
  await page.getByLabel(words.isPublished).check()
  await page.getByLabel(words.hasPublicFigure).check()
  await page.getByRole('button', { name: words.save }).click()
  await expect(page).toHaveURL(new RegExp(`/organizer/exhibitions/${slug}`))
}

async function assign({ page, t, visit }: Desk, slug: string, goods: Goods, booth: string): Promise<void> {
  const words = t.fairs.booths
  await visit(`/organizer/exhibitions/${slug}/exhibitors`)
  await page.getByLabel(words.search).fill(goods.enterprise)
  await page.getByRole('button', { name: words.find }).click()
  await page.getByLabel(words.boothOf(goods.enterprise), { exact: true }).first().fill(booth)
  await page.getByRole('button', { name: words.assignLabel(goods.enterprise) }).click()
  await expect(page.getByText(words.done.assigned)).toBeVisible()
}

async function openTill(browser: Browser, shop: Services, slug: string, goods: Goods): Promise<Desk> {
  const staff: StaffScope = await createStaff(shop.db, 'exhibition-staff')
  const till = await openDesk(browser, shop, staff)
  const enterprise = await shop.db.enterprise.findUniqueOrThrow({ where: { id: goods.enterpriseId } })
  await till.visit(boothPath({ fair: slug, enterprise: enterprise.slug }))
  // Without a script its sales go to the server, whatever the network is.
  await waitUntilAlive(till.page)
  return till
}

/** As many pieces as make a sale that a wall can show: more than ten thousand yuan. */
async function sell({ page, t }: Desk, goods: Goods, tender: string): Promise<void> {
  await page.locator(`a[href$="sku=${goods.sku}"]`).click()
  await page
    .getByRole('textbox', { name: t.booths.line.pieces })
    .fill(String(Math.ceil(1_000_000 / goods.priceFen)))
  await page.getByRole('button', { name: tender }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function closeDay(page: Page, t: Desk['t']): Promise<void> {
  const words = t.booths
  await page.getByRole('link', { name: words.till.day }).click()
  await page.getByLabel(words.day.counted).fill('0')
  await page.getByLabel(words.day.note).fill('现金已交财务')
  await page.getByRole('button', { name: words.day.submit }).click()
  await expect(page.getByText(words.day.closeDone)).toBeVisible()
}

async function importOrders(
  { page, t, visit }: Desk,
  { slug, shop }: { slug: string; shop: string },
  orders: Parameters<typeof tableOf>[0],
  name: string,
  heading = name,
): Promise<void> {
  const words = t.livestreams.import
  await visit('/organizer/livestreams/import')
  await page.getByLabel(words.shop, { exact: true }).selectOption({ label: shop })
  await page.getByLabel(words.fair, { exact: true }).selectOption(slug)
  const buffer = encodeGbk(csvText(tableOf(orders, layoutB)))
  await page.getByLabel(words.file, { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: words.upload }).click()
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

async function recordContract({ page, t, visit }: Desk, slug: string, goods: Goods): Promise<string> {
  const words = t.contracts
  await visit('/organizer/contracts/new')
  // Without a script a form that comes back has lost its file.
  await waitUntilAlive(page)
  await page.getByLabel(words.fields.title, { exact: true }).fill('食堂采购')
  await page.getByLabel(words.fields.buyer, { exact: true }).fill('海淀区某食堂')
  await page.getByLabel(words.fields.enterprise, { exact: true }).selectOption({ label: goods.enterprise })
  await page.getByLabel(words.fields.exhibition, { exact: true }).selectOption(slug)
  const scan = { name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from(samplePaper(slug)) }
  await page.getByLabel(words.fields.scan, { exact: true }).setInputFiles(scan)
  await page.getByRole('button', { name: words.save }).click()
  await expect(page.getByRole('alert')).toContainText(words.fields.amount)
  await expect(page.getByLabel(words.fields.scan, { exact: true })).toHaveValue(/\.pdf$/)
  await page.getByLabel(words.fields.amount, { exact: true }).fill('2万')
  await page.getByRole('button', { name: words.save }).click()
  await expect(page.getByRole('heading', { level: 1, name: '食堂采购' })).toBeVisible()
  return new URL(page.url()).pathname
}

async function freeze({ page, t, visit }: Desk, { db }: Services, slug: string) {
  const words = t.reports.freeze
  await visit(`/organizer/exhibitions/${slug}/reports`)
  await page.getByLabel(words.label, { exact: true }).fill('第一天')
  await page.getByLabel(words.cutOff, { exact: true }).fill(minuteNow())
  await page.getByRole('button', { name: words.submit }).click()
  await expect(page.getByRole('heading', { level: 2, name: '第一天' })).toBeVisible()
  return await db.pressFigure.findFirstOrThrow({ where: { exhibition: { slug } } })
}

/** The Shanghai minute that it is, as a form takes it. */
function minuteNow(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16)
}

/** As an export of a platform has it. */
function shanghaiSecond(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

/** In fen. */
function sumOfColumn(csv: string, heading: string): number {
  const [head = '', ...lines] = csv
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
  const column = head.split(',').indexOf(heading)
  return lines.reduce((sum, line) => sum + Math.round(Number(line.split(',')[column]) * 100), 0)
}

async function readTotal({ db }: Services, exhibitionId: number): Promise<{ all: number; verified: number }> {
  const sums = await db.saleRollup.findMany({ where: { exhibitionId, dimension: 'all', grain: 'total' } })
  const sum = (of: (row: (typeof sums)[number]) => bigint) =>
    sums.reduce((total, row) => total + Number(of(row)), 0)
  return { all: sum((row) => row.amountFen), verified: sum((row) => row.verifiedFen) }
}
