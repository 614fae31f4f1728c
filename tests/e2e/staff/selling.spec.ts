import type { Browser } from '@playwright/test'
import { readableCode } from '#app/kernel/ids.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { randomPhone } from '#tests/support/people.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { inEach, readBooks } from '../support/books.ts'
import { fillDelivery, openCheckout, placeOrder, somebody } from '../support/checkout.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { collectFaults } from '../support/faults.ts'
import { acceptInvitation, applyAsEnterprise, waitForInvitation } from '../support/joining.ts'
import { expect, type Shopper, shopperOn, test } from '../support/journey.ts'
import { beginListing, chooser, fillTexts, newTitle, photo } from '../support/listing.ts'
import { findGroup } from '../support/orders.ts'
import { expectPaid, payByWallet } from '../support/paying.ts'
import { addShown, cartLine, shownSum } from '../support/shopping.ts'
import { expectSound } from '../support/soundness.ts'

/** A phone on which nobody has signed in yet. */
async function openPhone(browser: Browser): Promise<Desk> {
  const page = await (await browser.newContext()).newPage()
  return { ...shopperOn(page, 'zh'), t: messagesFor('zh'), faults: collectFaults(page) }
}

/** From the queue to the decision about an application; `act` is the button. */
async function decide({ page, visit }: Desk, stage: string, name: string, act: string): Promise<void> {
  await visit(`/organizer/applications?stage=${stage}`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expectSound(page)
  await page.getByRole('button', { name: act, exact: true }).click()
}

/** The editor writes, the reviewer accepts. */
async function publish(editor: Desk, reviewer: Desk, home: string, title: string): Promise<void> {
  const { page, t } = editor
  const words = t.listings
  await beginListing(editor, home, title)
  await chooser(page).setInputFiles([await photo('#d9a441'), await photo('#5f7f4e')])
  await expect(page.getByLabel(words.photos.alt)).toHaveCount(2)
  await page.getByLabel(words.photos.alt).first().fill('金黄的小米')
  await page.getByRole('button', { name: words.variant.add }).click()
  await fillTexts(editor)
  await expect(page.getByText(words.editor.savedAt(''))).toBeVisible()
  await page.getByRole('button', { name: words.editor.submit }).click()
  await expect(page.getByText(words.editor.waiting)).toBeVisible()
  await reviewer.visit('/organizer/listings')
  await reviewer.page.getByRole('link', { name: title }).click()
  await reviewer.page.getByRole('button', { name: words.review.accept }).click()
  await expect(reviewer.page.getByText(words.review.accepted)).toBeVisible()
}

/** Finds it, buys two and pays; ends before the order. */
async function buy(shopper: Shopper, title: string): Promise<string> {
  const { page, t, visit } = shopper
  await visit(`/search?q=${encodeURIComponent(title)}`)
  await page.getByRole('main').getByRole('link', { name: title }).first().click()
  await addShown(shopper, 2)
  await visit('/cart')
  await openCheckout(shopper)
  await fillDelivery(shopper, somebody())
  await placeOrder(shopper)
  await payByWallet(shopper, 'wechat_pay')
  const number = await expectPaid(shopper)
  await page.getByRole('link', { name: t.checkout.pay.view }).click()
  await expect(page.getByRole('heading', { name: t.orders.title(number), level: 1 })).toBeVisible()
  return number
}

async function ship({ page, t, visit }: Desk, home: string, number: string): Promise<void> {
  await visit(`${home}/orders`)
  await page.getByRole('link', { name: number }).click()
  await page.getByLabel(t.shipping.parcel.number, { exact: true }).fill('SF1234567890123')
  await page.getByRole('button', { name: t.shipping.parcel.ship }).click()
  await expect(page.getByText(t.shipping.done.shipped)).toBeVisible()
}

/** The buyer has the goods, and asks for the money of one of two. */
async function askForRefund(shopper: Shopper, title: string): Promise<void> {
  const { page, t } = shopper
  const words = t.orders.afterSale
  await page.reload()
  await page.getByRole('button', { name: t.orders.confirmReceipt }).click()
  await expect(page.getByText(t.orders.status.completed, { exact: true })).toBeVisible()
  const line = cartLine(shopper, { title, titleEn: '' })
  await line.getByText(words.open, { exact: true }).click()
  await line.getByLabel(words.kind, { exact: true }).selectOption('refund-only')
  await line.getByLabel(words.quantity, { exact: true }).fill('1')
  await line.getByLabel(words.body, { exact: true }).fill('有一袋受潮结块了')
  await line.getByRole('button', { name: words.submit }).click()
  await expect(page.getByText(words.sent)).toBeVisible()
}

async function answerRefund({ page, t, visit }: Desk, home: string, title: string): Promise<void> {
  const words = t.afterSales
  await visit(`${home}/aftersales`)
  await page.getByRole('link', { name: words.list.goods(title, '500g 袋装', 1) }).click()
  await page.getByText(words.answer.refund, { exact: true }).click()
  await page.getByLabel(words.answer.text, { exact: true }).fill('抱歉，这一袋马上退款')
  await page.getByRole('button', { name: words.answer.submit.refund }).click()
  await expect(page.getByText(words.done.refund)).toBeVisible()
}

/** What the month's page says, of an enterprise that sold nothing else. */
async function expectStatement(owner: Desk, home: string, shop: Services, number: string): Promise<void> {
  const { page, t, visit } = owner
  const { columns, states } = t.settlements
  const { id } = await findGroup(shop, number)
  const { itemsFen, shippingFen, refundedFen } = await shop.db.order.findFirstOrThrow({
    where: { groupId: id },
  })
  const books = await readBooks(shop, number)
  expect(books.paid).toEqual(inEach(books.paid, itemsFen + shippingFen))
  expect(books.refunded).toEqual(inEach(books.refunded, 1_990))
  await visit(`${home}/statements`)
  await expect(page.getByText(states.running, { exact: true })).toBeVisible()
  await expectSound(page)
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().getByRole('link').click()
  await expect(page.getByRole('link', { name: `${number}-1` }).first()).toBeVisible()
  await expectSound(page)
  // Two at 19.90, one of them kept: 2 % of that are 39.8 fen.
  const feeFen = 40
  for (const [term, amount] of [
    [columns.items, 3_980],
    [columns.shipping, shippingFen],
    [columns.refunds, -refundedFen],
    [columns.fee, -feeFen],
    [columns.net, 3_980 + shippingFen - 1_990 - feeFen],
  ] as const)
    await expect(shownSum(owner, term)).toHaveText(formatFen(fen(amount)))
}

test('an enterprise joins, sells, ships, refunds, and reads the same figures everywhere (issue 3) @phone', async ({
  browser,
  shop,
  shopper,
}) => {
  test.slow()
  const [owner, editor] = [await openPhone(browser), await openPhone(browser)]
  const reviewer = await openDesk(
    browser,
    shop,
    (await createOrganizer(shop.db, 'division-reviewer', '150430')).staff,
  )
  const city = await openDesk(browser, shop, (await createOrganizer(shop.db)).staff)
  const { joining, team } = owner.t
  const mark = readableCode(6).toLowerCase()
  const title = newTitle()

  const applied = await test.step('applies on a phone', () => applyAsEnterprise(owner))
  await test.step('is recommended and approved, at a fee of 2 %', async () => {
    await decide(reviewer, 'submitted', applied.name, joining.review.recommend)
    await expect(reviewer.page.getByText(joining.review.done.recommended)).toBeVisible()
    await city.visit('/organizer/applications?stage=recommended')
    await city.page.getByRole('link', { name: applied.name }).click()
    await city.page.getByText(joining.review.terms, { exact: true }).click()
    await city.page.getByLabel(joining.review.feePercent, { exact: true }).fill('2')
    await city.page.getByLabel(joining.review.slug, { exact: true }).fill(`shili-${mark}`)
    await city.page.getByRole('button', { name: joining.review.approve, exact: true }).click()
    await expect(city.page.getByText(joining.review.done.approved)).toBeVisible()
  })
  const home = await test.step('the owner comes in by the link on the phone', async () =>
    acceptInvitation(owner, await waitForInvitation(shop, applied.phone), `owner-${mark}`))
  await test.step('invites an editor, who comes in, too', async () => {
    const phone = randomPhone()
    await owner.visit(`${home}/team`)
    await owner.page
      .locator('label')
      .filter({ has: owner.page.locator('#role-editor') })
      .click()
    await owner.page.getByLabel(team.page.name, { exact: true }).fill('于秀兰')
    await owner.page.getByLabel(team.page.phone, { exact: true }).fill(phone)
    await owner.page.getByRole('button', { name: team.page.send }).click()
    await acceptInvitation(editor, await waitForInvitation(shop, phone), `editor-${mark}`)
  })
  await test.step('publishes goods with photos', () => publish(editor, reviewer, home, title))
  const number = await test.step('a shopper buys two', () => buy(shopper, title))
  await test.step('they are shipped', () => ship(editor, home, `${number}-1`))
  await test.step('a refund of one is asked for', () => askForRefund(shopper, title))
  await test.step('and given', () => answerRefund(editor, home, title))
  await test.step('the statement has the figures of orders, ledger, provider and refunds', async () => {
    const refunded = async () => (await readBooks(shop, number)).refunded.group
    await expect.poll(refunded).toBe(1_990)
    await expectStatement(owner, home, shop, number)
  })
  const faults = [owner, editor, reviewer, city].flatMap((desk) => desk.faults)
  expect(faults, 'what the browsers complained about').toEqual([])
})
