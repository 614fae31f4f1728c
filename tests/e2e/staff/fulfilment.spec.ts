import type { Locator } from '@playwright/test'
import sharp from 'sharp'
import { isFrozenAtRisk } from '#app/domain/shipping/frozen-days.ts'
import { barePath, type Locale, localPath } from '#app/kernel/locale.ts'
import { formatFen } from '#app/kernel/money.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { buy, findOrderNumber, homeOf } from '../support/buying.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { expect, type Shopper, test } from '../support/journey.ts'
import { deliver } from '../support/orders.ts'
import type { Goods } from '../support/shelf.ts'
import { cartLine } from '../support/shopping.ts'
import { expectSound } from '../support/soundness.ts'

const languages: ReadonlyArray<Locale> = ['zh', 'en']

/** The page that is open, in both languages; it ends in Chinese. */
async function expectSoundInBoth({ page }: Desk): Promise<void> {
  const { pathname, search } = new URL(page.url())
  for (const language of languages.toReversed()) {
    await page.goto(localPath(language, barePath(pathname)) + search)
    await expectSound(page)
  }
}

/** The first parcel that waits leaves under this number; `units` of its one line, or all. */
async function ship({ page, t }: Desk, trackingNumber: string, units?: number): Promise<void> {
  const words = t.shipping.parcel
  await page.getByLabel(words.number, { exact: true }).fill(trackingNumber)
  if (units !== undefined) {
    await page.getByText(words.part, { exact: true }).click()
    await page.getByRole('spinbutton').fill(String(units))
  }
  await page.getByRole('button', { name: words.ship }).click()
  await expect(page.getByText(t.shipping.done.shipped)).toBeVisible()
  await expect(page.getByText(trackingNumber)).toBeVisible()
}

/** The parcel that left did so under another number. */
async function correct({ page, t }: Desk, trackingNumber: string): Promise<void> {
  const words = t.shipping.correct
  await page.getByText(words.open, { exact: true }).click()
  await page.getByLabel(words.number, { exact: true }).fill(trackingNumber)
  await page.getByLabel(words.reason, { exact: true }).fill('抄错了两位')
  await page.getByRole('button', { name: words.submit }).click()
  await expect(page.getByText(t.shipping.done.corrected)).toBeVisible()
  await expect(page.getByText(trackingNumber)).toBeVisible()
}

/** So many units of what waits are not there. */
async function refundMissing({ page, t }: Desk, units: number, reason: string): Promise<void> {
  const words = t.shipping.outOfStock
  await page.getByText(words.open, { exact: true }).click()
  await page.getByRole('spinbutton').fill(String(units))
  await page.getByLabel(words.reason, { exact: true }).fill(reason)
  await expectSound(page)
  await page.getByRole('button', { name: words.submit }).click()
  await expect(page.getByText(t.shipping.done.refunded)).toBeVisible()
}

test('an order leaves in two parcels, and its buyer follows both (E6, S8) @phone', async ({
  shopper,
  shelf,
  shop,
  browser,
}) => {
  const [goods] = await shelf.take({})
  const phone = '13912345678'
  const groupNumber = await buy(shopper, goods, 4, { phone })
  const order = new URL(shopper.page.url()).pathname
  const home = await homeOf(shop, goods)
  const number = await findOrderNumber(shop, groupNumber)
  const shipper = await createMember(shop.db, goods.enterpriseId, 'shipper')
  const desk = await openDesk(browser, shop, shipper.staff)
  const { page, t } = desk

  await desk.visit(`${home}/orders?q=${number}`)
  await expectSoundInBoth(desk)
  const search = page.getByLabel(t.shipping.list.search)
  await page.getByRole('link', { name: t.staff.filters.clear }).click()
  await expect(search).toHaveValue('')
  await page.goBack()
  await expect(search).toHaveValue(number)
  await page.getByRole('link', { name: number, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: t.shipping.order.title(number) })).toBeVisible()
  await expectSoundInBoth(desk)
  await page.getByLabel(t.shipping.parcel.number, { exact: true }).fill('sf 1234 5678 90123')
  await expect(page.getByText(t.shipping.parcel.looksLike(t.orders.couriers.SF))).toBeVisible()
  await ship(desk, 'SF1234567890132', 2)
  await correct(desk, 'SF1234567890123')
  await refundMissing(desk, 1, '今年的收成比往年少，抱歉')

  await shopper.visit(order)
  await expect(shopper.page.getByText(t.orders.inParcel(2, 4))).toBeVisible()
  await expect(shopper.page.getByText('SF1234567890123')).toBeVisible()
  await expect(shopper.page.getByText('今年的收成比往年少，抱歉')).toBeVisible()
  await expectSound(shopper.page)
  await expect(shopper.page.getByText(t.orders.status['partly-shipped'], { exact: true })).toBeVisible()

  await ship(desk, 'YT1234567890123')
  await shopper.visit(order)
  await expect(shopper.page.getByText('YT1234567890123')).toBeVisible()
  await shopper.page.getByRole('button', { name: t.orders.confirmReceipt }).click()
  await expect(shopper.page.getByText(t.orders.status.completed, { exact: true })).toBeVisible()

  await expect(page.getByText(phone)).toHaveCount(0)
  await page.getByText(t.shipping.order.showPhone, { exact: true }).click()
  await page.getByLabel(t.shipping.order.reason, { exact: true }).fill('填写快递单')
  await page.getByRole('button', { name: t.shipping.order.show, exact: true }).click()
  await expect(page.getByText(phone)).toBeVisible()
  expect(desk.faults).toEqual([])
})

test('what is to pack is printed without the menu, each order on a page of its own (E6) @phone', async ({
  shopper,
  shelf,
  shop,
  browser,
}) => {
  const [goods] = await shelf.take({})
  const number = await findOrderNumber(shop, await buy(shopper, goods, 2))
  const owner = await createMember(shop.db, goods.enterpriseId)
  const desk = await openDesk(browser, shop, owner.staff)
  const { page, t } = desk
  await desk.visit(`${await homeOf(shop, goods)}/orders?q=${number}`)
  await page.getByRole('checkbox', { name: t.shipping.list.select(number) }).check()
  await page.getByRole('button', { name: t.shipping.list.print }).click()
  const note = page.getByRole('region', { name: t.shipping.print.note })
  await expect(note).toContainText(number)
  await expectSoundInBoth(desk)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('button', { name: t.shipping.print.print })).toBeHidden()
  await expect(note).toHaveCSS('break-before', 'page')
  await desk.visit(`${await homeOf(shop, goods)}/orders/file`)
  await expectSoundInBoth(desk)
  await page
    .getByLabel(t.shipping.file.rows, { exact: true })
    .fill(`${number}\t73123456789012\nCF0,SF1234567890123`)
  await page.getByRole('button', { name: t.shipping.file.submit }).click()
  await expect(page.getByText(t.shipping.file.codes['not-found'])).toBeVisible()
  await page.getByRole('button', { name: t.shipping.file.confirm(1) }).click()
  await expect(page.getByText(t.shipping.file.done(1))).toBeVisible()
  expect(desk.faults).toEqual([])
})

/** Asks to send one piece back, with a photo. */
async function askForReturn(shopper: Shopper, goods: Goods): Promise<void> {
  const { page, t } = shopper
  const words = t.orders.afterSale
  const line = cartLine(shopper, goods)
  await line.getByText(words.open, { exact: true }).click()
  await line.getByLabel(words.kind, { exact: true }).selectOption('return-and-refund')
  await line.getByLabel(words.quantity, { exact: true }).fill('1')
  await line.getByLabel(words.body, { exact: true }).fill('收到时袋子破了，撒了一半')
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  await line
    .getByLabel(words.photos, { exact: true })
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
  await line.getByRole('button', { name: words.submit }).click()
  await expect(page.getByText(words.sent)).toBeVisible()
}

/** Not only its frame: whoever looks may have its bytes. */
async function expectDrawn(image: Locator): Promise<void> {
  await expect(image).toBeVisible()
  await image.scrollIntoViewIfNeeded()
  await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(0)
}

test('a return is asked for with a photo, accepted, sent back and paid back (E6, S8) @phone', async ({
  shopper,
  shelf,
  shop,
  browser,
}) => {
  const [goods] = await shelf.take({})
  const number = await buy(shopper, goods, 2)
  const order = new URL(shopper.page.url()).pathname
  await deliver(shop, number)
  await shopper.visit(order)
  await askForReturn(shopper, goods)

  const shipper = await createMember(shop.db, goods.enterpriseId, 'shipper')
  const desk = await openDesk(browser, shop, shipper.staff)
  const { page, t } = desk
  const words = t.afterSales
  await desk.visit(`${await homeOf(shop, goods)}/aftersales`)
  await expectSoundInBoth(desk)
  await page.getByRole('link', { name: words.list.goods(goods.title, goods.label, 1) }).click()
  await expectDrawn(page.getByRole('img', { name: words.page.photo(1) }))
  await expectSoundInBoth(desk)
  await page.getByText(words.answer.awaitReturn, { exact: true }).click()
  await page.getByLabel(words.answer.address, { exact: true }).fill('敖汉旗新惠镇 白云山 13900000000')
  await page.getByRole('button', { name: words.answer.submit['await-return'] }).click()
  await expect(page.getByText(words.done['await-return'])).toBeVisible()

  const own = t.orders.afterSale
  await shopper.visit(order)
  await expectDrawn(shopper.page.getByRole('img', { name: own.photo(1) }))
  await expect(shopper.page.getByText('敖汉旗新惠镇')).toBeVisible()
  await shopper.page.getByLabel(own.returnNumber, { exact: true }).fill('顺丰 SF1234567890123')
  await shopper.page.getByRole('button', { name: own.sendBack }).click()
  await expect(shopper.page.getByText(own.replied)).toBeVisible()

  await page.reload()
  await expect(page.getByText(words.page.reply('顺丰 SF1234567890123'))).toBeVisible()
  await page.getByText(words.answer.received, { exact: true }).click()
  await page.getByLabel(words.answer.text, { exact: true }).fill('退货收到，已退款')
  await page.getByRole('button', { name: words.answer.submit.refund }).click()
  await expect(page.getByText(words.done.refund)).toBeVisible()
  await expect(page.getByText(words.page.refund(formatFen(goods.priceFen)))).toBeVisible()

  const refunded = t.orders.lineRefunded(formatFen(goods.priceFen))
  await expect(async () => {
    await shopper.visit(order)
    await expect(cartLine(shopper, goods)).toContainText(refunded, { timeout: 1_000 })
  }).toPass()
  await expect(shopper.page.getByText('退货收到，已退款')).toBeVisible()
  expect(desk.faults).toEqual([])
})

test('an answer to a review stands on the product page at once (S10) @phone', async ({
  shopper,
  shop,
  browser,
}) => {
  const [review] = await sqlOn(shop.pool).$queryRaw<
    Array<{ id: number; slug: string; enterpriseId: number }>
  >`
    SELECT r.id, p.slug, p.enterprise_id AS "enterpriseId" FROM review r JOIN product p ON p.id = r.product_id
    WHERE r.status = 'published' AND r.reply IS NULL AND p.status = 'published'
      AND NOT EXISTS (SELECT FROM review n WHERE n.product_id = p.id AND n.id <> r.id AND n.created_at >= r.created_at)
    ORDER BY r.id DESC LIMIT 1`
  const { slug } = await shop.db.enterprise.findUniqueOrThrow({ where: { id: review!.enterpriseId } })
  await shopper.visit(`/products/${review!.slug}`)
  const editor = await createMember(shop.db, review!.enterpriseId, 'editor')
  const desk = await openDesk(browser, shop, editor.staff)
  const { page, t } = desk
  const answer = `谢谢，新米下月上市 ${review!.id}`
  await desk.visit(`/enterprise/${slug}/reviews`)
  await expectSoundInBoth(desk)
  const form = page
    .locator('details')
    .filter({ has: page.locator(`input[name=review][value="${review!.id}"]`) })
  await form.locator('summary').click()
  await form.getByRole('textbox').fill(answer)
  await form.getByRole('button', { name: t.reviewDesk.save }).click()
  await expect(page.getByText(t.reviewDesk.saved)).toBeVisible()
  await expect(async () => {
    await shopper.visit(`/products/${review!.slug}`)
    await expect(shopper.page.getByText(answer)).toBeVisible({ timeout: 1_000 })
  }).toPass()
  expect(desk.faults).toEqual([])
})

test('the organizers’ queues of requests and reviews are sound (T101) @phone', async ({ shop, browser }) => {
  const organizer = await createOrganizer(shop.db)
  const desk = await openDesk(browser, shop, organizer.staff)
  for (const path of ['/organizer/aftersales', '/organizer/reviews?stand=published']) {
    await desk.visit(path)
    await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectSoundInBoth(desk)
  }
  expect(desk.faults).toEqual([])
})

test('what is frozen is not sent into a weekend unwarned (E6) @phone', async ({ shop, browser }) => {
  const parcel = await shop.db.parcel.findFirstOrThrow({
    where: { storage: 'frozen', shippedAt: null, order: { status: 'to-ship', group: { status: 'paid' } } },
    include: { order: true },
  })
  const desk = await openDesk(
    browser,
    shop,
    (await createMember(shop.db, parcel.order.enterpriseId, 'shipper')).staff,
  )
  const { page, t } = desk
  const { slug } = await shop.db.enterprise.findUniqueOrThrow({ where: { id: parcel.order.enterpriseId } })
  const warnings = isFrozenAtRisk(shop.clock.now()) ? 1 : 0
  for (const path of [`orders?storage=frozen`, `orders/${parcel.order.number}`]) {
    await desk.visit(`/enterprise/${slug}/${path}`)
    await expect(page.getByText(parcel.order.number).first()).toBeVisible()
    await expect(page.getByText(t.shipping.parcel.frozen)).toHaveCount(warnings)
  }
  expect(desk.faults).toEqual([])
})
