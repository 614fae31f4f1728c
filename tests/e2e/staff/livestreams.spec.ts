import type { Browser, Page } from '@playwright/test'
import { readableCode } from '#app/kernel/ids.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { layoutB } from '#tests/support/douyin-layouts.ts'
import { encodeGbk } from '#tests/support/gbk.ts'
import { csvText, type OrderCells, orderCells, tableOf } from '#tests/support/platform-orders.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import type { Goods } from '../support/shelf.ts'
import { addShown } from '../support/shopping.ts'
import { expectSound } from '../support/soundness.ts'

const picture = (page: Page, name: string) =>
  page.screenshot({
    path: test.info().outputPath(`${name}-${page.viewportSize()?.width}.png`),
    fullPage: true,
  })

/** The Shanghai minute of now and some hours, as a form's field has it. */
function minuteIn(hours: number): string {
  return new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(0, 16)
}

async function schedule({ page, t, visit }: Desk, title: string, hostAccount: string): Promise<string> {
  const words = t.livestreams
  await visit('/organizer/livestreams')
  await page.getByRole('link', { name: words.schedule }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.schedule })).toBeVisible()
  await expectSound(page)
  await page.getByLabel(words.fields.title, { exact: true }).fill(title)
  await page.getByLabel(words.fields.titleEn, { exact: true }).fill(`${title} (English)`)
  await page.getByLabel(words.fields.host, { exact: true }).fill('草原小满')
  await page.getByLabel(words.fields.hostAccount, { exact: true }).fill('小满')
  await page.getByLabel(words.fields.startsAt, { exact: true }).fill(minuteIn(-1))
  await page.getByLabel(words.fields.endsAt, { exact: true }).fill(minuteIn(2))
  await page.getByRole('button', { name: words.schedule }).click()
  await expect(page.getByText(words.errors['not-an-account']).first()).toBeVisible()
  await page.getByLabel(words.fields.hostAccount, { exact: true }).fill(hostAccount)
  await page.getByRole('button', { name: words.schedule }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function addProduct({ page, t }: Desk, { title, slug }: Goods): Promise<void> {
  const words = t.livestreams.goods
  await page.getByLabel(words.search).fill(slug)
  await page.getByRole('button', { name: words.find }).click()
  await page.getByRole('button', { name: words.add(title) }).click()
  await expect(page.getByRole('button', { name: words.remove(title) })).toBeVisible()
}

async function uploadOrders(
  { page, t, visit }: Desk,
  orders: ReadonlyArray<OrderCells>,
  { name, goods }: { name: string; goods: Goods },
): Promise<void> {
  const words = t.livestreams.import
  await visit('/organizer/livestreams/import')
  await page.getByLabel(words.shop, { exact: true }).selectOption({ label: goods.enterprise })
  const buffer = encodeGbk(csvText(tableOf(orders, layoutB)))
  await page.getByLabel(words.file, { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: words.upload }).click()
}

/** What it was taken for by a wrong word is taken back, and posted by the right one. */
async function takeBackAndMatch({ page, t, visit }: Desk, { title, articleNumber }: Goods): Promise<void> {
  const words = t.livestreams.matching
  await visit('/organizer/livestreams/matching?stand=posted')
  const posted = page.getByRole('list', { name: words.stands.posted.list }).getByRole('link')
  await posted.filter({ hasText: title }).first().click()
  await expect(page.getByRole('heading', { name: words.postedAs })).toBeVisible()
  await page.getByText(words.takeBack, { exact: true }).first().click()
  await page.getByRole('button', { name: words.takeBack }).click()
  await expect(page.getByText(t.livestreams.import.failures['reason-needed'])).toBeVisible()
  await expectSound(page)
  await picture(page, 'take-back')
  await page.getByLabel(words.reason, { exact: true }).fill('匹配错了商品')
  await page.getByRole('button', { name: words.takeBack }).click()
  await expect(page.getByText(words.takenBack(6))).toBeVisible()
  await page.getByLabel(words.code).fill(articleNumber)
  await page.getByRole('button', { name: words.match, exact: true }).click()
  await expect(page.getByText(words.posted(6))).toBeVisible()
}

async function openOrganizer(browser: Browser, shop: Services, language: 'zh' | 'en' = 'zh') {
  const organizer = await createOrganizer(shop.db)
  return await openDesk(browser, shop, organizer.staff, language)
}

test('a livestream is scheduled, its link sells, its exports come in, and its figures stand beside (O4) @both', async ({
  browser,
  shop,
  shelf,
  shopper,
}) => {
  const [goods] = await shelf.take({})
  const desk = await openOrganizer(browser, shop)
  const { page, t } = desk
  const words = t.livestreams
  const mark = readableCode(5)
  const account = String(Date.now()).slice(-9)
  const slug = await test.step('schedules it, with a product', async () => {
    const scheduled = await schedule(desk, `专场 ${mark}`, account)
    await addProduct(desk, goods)
    await expectSound(page)
    await page.getByText(words.metrics.enter, { exact: true }).click()
    await page.getByLabel(words.metrics.fields.payFen).fill('12,345.60')
    await page.getByLabel(words.metrics.fields.refundFen).fill('很少')
    await page.getByRole('button', { name: words.metrics.save }).click()
    await expect(page.getByText(words.errors['not-an-amount'])).toBeVisible()
    await page.getByLabel(words.metrics.fields.refundFen).fill('45')
    await page.getByLabel(words.metrics.fields.views).fill('9000')
    await page.getByRole('button', { name: words.metrics.save }).click()
    await expect(page.getByText(words.saved)).toBeVisible()
    await expect(page.getByText(words.metrics.computed.gpm)).toBeVisible()
    await expectSound(page)
    await picture(page, 'livestream')
    return scheduled
  })

  await test.step('whoever follows its link buys for it', async () => {
    const address = await page.getByRole('textbox', { name: words.links.addressOf(goods.title) }).inputValue()
    expect(new URL(address).search).toBe(`?live=${slug}`)
    await shopper.page.goto(address)
    await addShown(shopper, 1)
    const { id } = await shop.db.livestream.findUniqueOrThrow({ where: { slug } })
    await expect
      .poll(
        async () =>
          (
            await shop.db.cart.findFirst({
              orderBy: { updatedAt: 'desc' },
              // The page shows the smallest size, whichever of them was taken.
              where: { lines: { some: { variant: { product: { slug: goods.slug } } } } },
            })
          )?.attribution,
      )
      .toMatchObject({ livestreamId: id })
  })

  await test.step('an export is imported; what nobody knows waits for a word', async () => {
    const paid = minuteIn(0).replace('T', ' ')
    const externalId = `36${Date.now()}`
    const first = Date.now() % 90_000
    const orders = Array.from({ length: 6 }, (_, index) =>
      orderCells(first + index, {
        达人ID: account,
        商品ID: externalId,
        选购商品: `【赤峰好物】${goods.title}`,
        支付完成时间: `${paid}:00`,
        订单状态: index === 5 ? '已关闭' : '已发货',
        ...(index < 2 && { 商家编码: goods.articleNumber }),
      }),
    )
    await uploadOrders(desk, orders, { name: `订单-${mark}.csv`, goods })
    await expect(page.getByRole('heading', { level: 1, name: `订单-${mark}.csv` })).toBeVisible()
    await expect(page.getByText(words.import.finished(6, 0, 0))).toBeVisible({ timeout: 30_000 })
    await expectSound(page)
    await picture(page, 'imported')
    await page.getByRole('link', { name: words.import.unmatched(4) }).click()
    await expect(page.getByRole('heading', { level: 1, name: words.matching.title })).toBeVisible()
    const waiting = page
      .getByRole('list', { name: words.matching.stands.unmatched.list })
      .getByRole('link')
      .filter({ hasText: goods.title })
    await waiting.first().click()
    await expect(page.getByRole('heading', { name: words.matching.what })).toBeVisible()
    await expectSound(page)
    await picture(page, 'matching')
    await page.getByLabel(words.matching.code).fill(goods.articleNumber)
    await page.getByRole('button', { name: words.matching.match }).click()
    await expect(page.getByText(words.matching.posted(4))).toBeVisible()
    await takeBackAndMatch(desk, goods)
    await uploadOrders(desk, orders, { name: `又一次-${mark}.csv`, goods })
    await expect(page.getByText(words.import.repeated)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: `订单-${mark}.csv` })).toBeVisible()
  })

  await test.step('成交 and 退款 stand apart, and beside the live room’s', async () => {
    await desk.visit(`/organizer/livestreams/${slug}`)
    const figures = page.getByRole('region', { name: words.figures.title })
    const row = (title: string) => figures.getByRole('listitem').filter({ hasText: title })
    await expect(row(words.figures.sold)).toContainText(formatFen(fen(1_234_560)))
    await expect(row(words.figures.sold)).toContainText(formatFen(fen(60_000)))
    await expect(row(words.figures.refunded)).toContainText(formatFen(fen(10_000)))
    await expect(row(words.figures.net)).toContainText(formatFen(fen(50_000)))
    await desk.visit('/organizer/livestreams')
    await expect(page.getByRole('link').filter({ hasText: `专场 ${mark}` })).toContainText(
      formatFen(fen(50_000)),
    )
    await expectSound(page)
    await picture(page, 'schedule')
  })
  expect(
    desk.faults.filter((fault) => !fault.includes('400')),
    'what the browser complained about',
  ).toEqual([])
})

test('columns that nobody knows are asked for once; English pages are as sound @both', async ({
  browser,
  shop,
}) => {
  const desk = await openOrganizer(browser, shop, 'en')
  const { page, t, visit } = desk
  const words = t.livestreams.import
  const mark = readableCode(5)
  const headings = layoutB.map((heading) => (heading === '子订单编号' ? `小单${mark}` : heading))
  const order = orderCells(Date.now() % 90_000)
  const file = {
    name: `unknown-${mark}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(csvText(tableOf([{ ...order, [`小单${mark}`]: order.子订单编号 ?? '' }], headings))),
  }
  await visit('/organizer/livestreams/import')
  await expectSound(page)
  await picture(page, 'upload')
  // Journeys beside this one open fairs of their own: of two at once one has to be chosen.
  await page.getByLabel(words.fair).selectOption('beijing-2026')
  await page.getByLabel(words.file, { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: words.upload }).click()
  await expect(page.getByText(words.unknown)).toBeVisible()
  await expectSound(page)
  await picture(page, 'mapping')
  await expect(page.getByRole('option', { name: '收件人' })).toHaveCount(0)
  await page.getByLabel(words.fields.subOrder).selectOption(`小单${mark}`)
  await page.getByLabel(words.saveAs).fill(mark)
  await page.getByLabel(words.again).setInputFiles(file)
  await page.getByRole('button', { name: words.confirm }).click()
  await expect(page.getByText(words.finished(1, 0, 0))).toBeVisible({ timeout: 30_000 })
  for (const path of ['', '/new', '/import', '/matching']) {
    await visit(`/organizer/livestreams${path}`)
    await expectSound(page)
  }
  expect(desk.faults, 'what the browser complained about').toEqual([])
})
