import sharp from 'sharp'
import { moderateReview } from '#app/domain/reviews/moderate-review.server.ts'
import { photoPath } from '#app/domain/reviews/photo.ts'
import { localPath } from '#app/kernel/locale.ts'
import { addFen, type Fen, formatFen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { phonePhoto } from '#tests/support/photos.ts'
import { refundLines } from '#tests/support/refunds.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { enterAccount } from '../support/account.ts'
import { waitUntilAlive } from '../support/alive.ts'
import { inEach, readBooks } from '../support/books.ts'
import { acceptNoReturn, fillDelivery, openCheckout, placeOrder, somebody } from '../support/checkout.ts'
import { expect, type Shopper, test } from '../support/journey.ts'
import { countFree, deliver } from '../support/orders.ts'
import { expectPaid, payByWallet, sandboxWords } from '../support/paying.ts'
import type { Goods } from '../support/shelf.ts'
import { cartLine, fillCart, shownSum } from '../support/shopping.ts'

/** Buys one of each, and stands before the paid order. Returns its number. */
async function buy(
  shopper: Shopper,
  goods: ReadonlyArray<Goods>,
  wallet: 'alipay' | 'wechat_pay' = 'wechat_pay',
): Promise<string> {
  const { page, t } = shopper
  await fillCart(shopper, goods)
  await openCheckout(shopper)
  await fillDelivery(shopper, somebody())
  if (goods.some((each) => each.storage !== 'ambient')) await acceptNoReturn(shopper)
  await placeOrder(shopper)
  await payByWallet(shopper, wallet)
  const number = await expectPaid(shopper)
  await page.getByRole('link', { name: t.checkout.pay.view }).click()
  await expect(page.getByRole('heading', { name: t.orders.title(number), level: 1 })).toBeVisible()
  return number
}

/** The line of an order page that is about these goods. */
const orderLine = cartLine

/** `shippingFen` is of the enterprise's whole order. */
async function findLine({ pool }: Services, groupId: string, { variantId }: Goods) {
  const [line] = await sqlOn(pool).$queryRaw<Array<{ lineId: string; amountFen: Fen; shippingFen: Fen }>>`
    SELECT l.id AS "lineId", l.amount_fen AS "amountFen", o.shipping_fen AS "shippingFen" FROM order_line l JOIN shop_order o ON o.id = l.order_id
    WHERE o.group_id = ${groupId}::uuid AND l.variant_id = ${variantId}`
  return line!
}

/** Something of theirs that has arrived, has no review yet, and is still sold. */
async function findUnreviewed({ pool }: Services, phone: string) {
  const [line] = await sqlOn(pool).$queryRaw<
    Array<{ lineId: string; token: string; title: string; titleEn: string; slug: string }>
  >`
    SELECT l.id AS "lineId", g.token, l.title, l.title_en AS "titleEn", p.slug
    FROM shopper s JOIN order_group g ON g.shopper_id = s.id JOIN shop_order o ON o.group_id = g.id
    JOIN order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id
    JOIN stock k ON k.variant_id = l.variant_id AND k.pool = 'online'
    WHERE s.phone = ${phone} AND o.status = 'completed' AND p.status = 'published' AND k.free > 9
      AND NOT EXISTS (SELECT 1 FROM review r WHERE r.order_line_id = l.id) LIMIT 1`
  return line!
}

test('a refunded line reaches the order page, the provider and the ledger, and every book agrees to the fen', async ({
  shopper,
  shelf,
  shop,
}) => {
  const { page, t } = shopper
  const goods = await shelf.take({}, { storage: 'chilled' }, { storage: 'frozen' })
  const number = await buy(shopper, goods)
  const { groupId } = await readBooks(shop, number)
  const { lineId, amountFen, shippingFen } = await findLine(shop, groupId, goods[1])
  // Nothing else was to come from this enterprise.
  const refundedFen = addFen(amountFen, shippingFen)
  const refunded = await refundLines(shop, {
    groupId,
    key: 'melted-on-the-way',
    reason: 'after-sale',
    lines: [{ lineId, quantity: 1 }],
  })
  expect(refunded.ok).toBe(true)

  await expect.poll(async () => (await readBooks(shop, number)).refunded.group).toBe(refundedFen)
  const books = await readBooks(shop, number)
  expect(books.paid).toEqual(inEach(books.paid, books.paid.group))
  expect(books.refunded).toEqual(inEach(books.refunded, refundedFen))

  await page.reload()
  await expect(orderLine(shopper, goods[1])).toContainText(t.orders.lineRefunded(formatFen(amountFen)))
  await expect(shownSum(shopper, t.orders.refundedTotal)).toHaveText(formatFen(refundedFen))
  const refunds = page.getByRole('region', { name: t.orders.refunds.title, exact: true })
  await expect(refunds).toContainText(t.orders.refunds.reasons['after-sale'])
  await expect(refunds).toContainText(t.orders.refunds.status.succeeded)
})

test('an unpaid order is cancelled: the goods are back, and its payment page takes no money', async ({
  shopper,
  shelf,
  shop,
}) => {
  const { page, t } = shopper
  const goods = await shelf.take({})
  const [before] = await countFree(shop, goods)
  await fillCart(shopper, goods)
  await openCheckout(shopper)
  await fillDelivery(shopper, somebody())
  await placeOrder(shopper)
  const payment = page.url()
  await page.getByRole('link', { name: sandboxWords(shopper).back }).click()
  await page.getByRole('link', { name: t.checkout.pay.view }).click()
  await page.getByText(t.orders.cancel.title, { exact: true }).click()
  await page.getByRole('button', { name: t.orders.cancel.confirm }).click()
  await expect(page.getByRole('region', { name: t.orders.groupStatus.cancelled })).toBeVisible()
  expect(await countFree(shop, goods)).toEqual([before])
  await page.goto(payment)
  await expect(page.getByRole('heading', { name: sandboxWords(shopper).expiredTitle })).toBeVisible()
})

test('a paid order is cancelled before it ships: everything is paid back and on sale again @both', async ({
  shopper,
  shelf,
  shop,
}) => {
  const { page, t } = shopper
  const goods = await shelf.take({}, { storage: 'frozen' })
  const before = await countFree(shop, goods)
  const number = await buy(shopper, goods, 'alipay')
  await page.getByText(t.orders.cancel.title, { exact: true }).click()
  await page.getByRole('button', { name: t.orders.cancel.confirm }).click()
  await expect(page.getByRole('region', { name: t.orders.refunds.title, exact: true })).toBeVisible()
  await expect.poll(async () => (await readBooks(shop, number)).refunded.provider).toBeGreaterThan(0)
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('region', { name: t.orders.groupStatus.refunded })).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
  const { paid, refunded } = await readBooks(shop, number)
  expect(refunded).toEqual(inEach(refunded, paid.group))
  expect(await countFree(shop, goods)).toEqual(before)
})

test('bad goods are reported with photos, once, and a shopper sees that the enterprise was asked @phone', async ({
  shopper,
  shelf,
  shop,
}) => {
  const { page, t, visit } = shopper
  const words = t.orders.afterSale
  const goods = await shelf.take({ storage: 'chilled' }, {})
  const number = await buy(shopper, goods)
  await expect(page.getByText(words.open, { exact: true })).toHaveCount(0)
  await deliver(shop, number)
  await visit(new URL(page.url()).pathname)
  // Without a script nothing that was chosen could stay.
  await waitUntilAlive(page)

  const line = orderLine(shopper, goods[0])
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  await line.getByText(words.open, { exact: true }).click()
  // Fresh goods do not go back for no reason.
  await expect(
    line.getByLabel(words.reason).getByRole('option', { name: words.reasons['no-longer-wanted'] }),
  ).toHaveCount(0)
  await line.getByLabel(words.reason).selectOption(words.reasons.damaged)
  await line.getByLabel(words.photos).setInputFiles([
    { name: 'box.jpg', mimeType: 'image/jpeg', buffer: photo },
    { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture at all') },
  ])
  await line.getByRole('button', { name: words.submit }).click()
  await expect(line.getByText(t.people.errors['too-short'])).toBeVisible()
  await expect(line.getByLabel(words.photos), 'what was chosen stays chosen').toHaveValue(/box\.jpg$/)
  await line.getByLabel(words.body).fill('到货时包装破了，化了一半')
  await line.getByRole('button', { name: words.submit }).click()
  await expect(line.getByText(t.people.errors['not-a-picture'])).toBeVisible()
  await line
    .getByLabel(words.photos)
    .setInputFiles([{ name: 'box.jpg', mimeType: 'image/jpeg', buffer: photo }])
  await line.getByRole('button', { name: words.submit }).click()
  await expect(page.getByRole('status').filter({ hasText: words.sent })).toBeVisible()
  await expect(line).toContainText(words.state.requested)
  await expect(line.getByText(words.open, { exact: true })).toBeHidden()
  const request = await shop.db.afterSale.findFirstOrThrow({
    where: { orderLine: { variantId: goods[0].variantId } },
  })
  expect(request.photos).toHaveLength(1)
})

test('the demonstration shopper reviews what has arrived with a photo, everybody sees it, and they buy it again', async ({
  shopper,
  shop,
}) => {
  const { page, t, visit } = shopper
  const words = t.orders.review
  await enterAccount(shopper, shop, '13800000001')
  const reviewed = await findUnreviewed(shop, '13800000001')
  await visit(`/orders/${reviewed.token}`)
  const line = orderLine(shopper, reviewed)
  // Without a script a form that comes back has lost its photos.
  await waitUntilAlive(page)
  await line.getByText(words.open, { exact: true }).click()
  await line.getByRole('button', { name: words.submit }).click()
  await expect(line.getByLabel(words.body)).toHaveAttribute('aria-invalid', 'true')
  await line.getByLabel(words.rating).selectOption(words.stars(4))
  await line.getByLabel(words.body).fill('米香很足，熬粥起油，下次还买')
  const photo = { name: '粥.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() }
  const note = { name: '说明.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture at all') }
  await line.getByLabel(words.photos).setInputFiles([photo, note])
  await line.getByRole('button', { name: words.submit }).click()
  await expect(line.getByText(t.people.errors['photo-consent-required'])).toBeVisible()
  await line.getByRole('checkbox', { name: words.photoConsent }).check()
  await line.getByRole('button', { name: words.submit }).click()
  await expect(line.getByText(note.name), 'the one that is no photo is named').toBeVisible()
  await line.getByLabel(words.photos).setInputFiles([photo])
  await line.getByRole('button', { name: words.submit }).click()
  await expect(page.getByRole('status').filter({ hasText: words.sent })).toBeVisible()
  await expect(line.getByText(words.open, { exact: true })).toBeHidden()
  const review = await shop.db.review.findUniqueOrThrow({ where: { orderLineId: reviewed.lineId } })
  expect(review.rating).toBe(4)
  const address = photoPath(review.photos[0]!)
  expect((await page.request.get(address)).status(), 'not before it was looked at').toBe(404)
  const looked = { review: review.id, was: 'pending', to: 'published', reason: '' } as const
  await moderateReview(shop, await createOrganizer(shop.db), looked)
  const shown = await page.context().newPage()
  await shown.goto(localPath(shopper.language, `/products/${reviewed.slug}#reviews`))
  const thumbnail = shown.getByRole('img', { name: t.catalog.product.photo(review.authorName, 1, 1) }).first()
  await thumbnail.scrollIntoViewIfNeeded()
  await expect
    .poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
  await thumbnail.click()
  await expect(shown).toHaveURL(new RegExp(`${address}$`))
  await shown.close()

  await page.getByRole('button', { name: t.orders.buyAgain }).click()
  await expect(page.getByRole('heading', { name: t.cart.title, level: 1 })).toBeVisible()
  await expect(cartLine(shopper, reviewed)).toBeVisible()
})
