import type { Page } from '@playwright/test'
import { inEach, readBooks } from '../support/books.ts'
import { fillDelivery, goToPayment, openCheckout, placeOrder, somebody } from '../support/checkout.ts'
import { expect, type Shopper, shopperOn, test } from '../support/journey.ts'
import { countFree, findGroup, letExpire } from '../support/orders.ts'
import {
  chooseMethod,
  expectPaid,
  openPaymentPage,
  payByCard,
  payByWallet,
  readNumber,
  sandboxWords,
} from '../support/paying.ts'
import { findSession, turnSwitch } from '../support/sandbox.ts'
import { cartLine, fillCart } from '../support/shopping.ts'

test('the same checkout sent from two tabs is one order and one payment (T23)', async ({
  shopper,
  shelf,
  shop,
  context,
}) => {
  const buyer = somebody()
  const tabs = [shopper, shopperOn(await context.newPage(), shopper.language)]
  await fillCart(shopper, await shelf.take({}))
  for (const tab of tabs) {
    await tab.visit('/cart')
    await openCheckout(tab)
    await fillDelivery(tab, buyer)
  }
  for (const tab of tabs) await placeOrder(tab)
  expect(new Set(tabs.map(({ page }) => page.url())).size).toBe(1)
  expect(await shop.db.orderGroup.count({ where: { phone: buyer.phone } })).toBe(1)
})

test('a declined card says why, and the next one pays', async ({ shopper, shelf, shop }) => {
  await goToPayment(shopper, shelf)
  const words = sandboxWords(shopper)
  const alert = shopper.page.getByRole('alert')
  await chooseMethod(shopper, 'card')
  await payByCard(shopper, '4000 0000 0000 0002')
  await expect(alert).toHaveText(words.errors.card_declined)
  await payByCard(shopper, '4000 0000 0000 9995')
  await expect(alert).toHaveText(words.errors.insufficient_funds)
  await payByCard(shopper, '4242 4242 4242 4242')
  const number = await expectPaid(shopper)
  const { paid } = await readBooks(shop, number)
  expect(paid).toEqual(inEach(paid, paid.group))
})

test('a card whose bank asks back pays once the question is answered @both', async ({ shopper, shelf }) => {
  await goToPayment(shopper, shelf)
  const { page } = shopper
  const words = sandboxWords(shopper)
  await chooseMethod(shopper, 'card')
  await payByCard(shopper, '4000 0025 0000 3155')
  await page.getByRole('button', { name: words.challengeFail }).click()
  await expect(page.getByRole('alert')).toHaveText(words.errors.payment_intent_authentication_failure)
  await payByCard(shopper, '4000 0025 0000 3155')
  await page.getByRole('button', { name: words.challengeComplete }).click()
  await expectPaid(shopper)
})

test('who leaves the wallet finds the order unpaid, and pays it later from its page @phone', async ({
  shopper,
  shelf,
}) => {
  await goToPayment(shopper, shelf)
  const { page, t, visit } = shopper
  await chooseMethod(shopper, 'wechat_pay')
  await page.getByRole('link', { name: sandboxWords(shopper).walletLeave }).click()
  await expect(page.getByText(t.checkout.pay.notPaidText)).toBeVisible()
  await page.getByRole('link', { name: t.checkout.pay.view }).click()
  await expect(page.getByRole('region', { name: t.orders.groupStatus['awaiting-payment'] })).toBeVisible()
  const order = new URL(page.url()).pathname

  // The cart is empty, and knows what became of it.
  await visit('/cart')
  await expect(page.getByRole('link', { name: t.orders.pay })).toHaveAttribute('href', /\/pay$/)
  await visit(order)
  await page.getByRole('link', { name: t.orders.pay }).click()
  await openPaymentPage(shopper)
  await payByWallet(shopper, 'wechat_pay')
  await expectPaid(shopper)
})

test('a payment that fails in the wallet costs nothing, and can be tried again', async ({
  shopper,
  shelf,
}) => {
  await goToPayment(shopper, shelf)
  const { page } = shopper
  const words = sandboxWords(shopper)
  await chooseMethod(shopper, 'alipay')
  await page.getByRole('button', { name: words.walletFail }).click()
  await expect(page.getByRole('alert')).toHaveText(words.errors.payment_intent_payment_attempt_failed)
  await page.getByRole('button', { name: words.walletPay }).click()
  await expectPaid(shopper)
})

/** The wallet's page on the phone that scans the code. */
async function scanCode({ page, ...shopper }: Shopper): Promise<Page> {
  const code = page.getByRole('link', { name: sandboxWords({ page, ...shopper }).qrLabel })
  const phone = await page.context().newPage()
  await phone.goto((await code.getAttribute('href')) ?? '')
  return phone
}

test('the phone that scanned the code pays, and the screen follows', async ({ shopper, shelf }) => {
  await goToPayment(shopper, shelf)
  const { page } = shopper
  const words = sandboxWords(shopper)
  await chooseMethod(shopper, 'wechat_pay')
  const phone = await scanCode(shopper)
  await phone.getByRole('button', { name: words.walletPay }).click()
  await expect(phone.getByText(words.phoneDone)).toBeVisible()
  await page.getByRole('link', { name: words.paidOnPhone }).click()
  await expectPaid(shopper)
})

test('who closes the page and pays on the phone has paid: the webhook alone settles the order (T19)', async ({
  shopper,
  shelf,
  shop,
}) => {
  await goToPayment(shopper, shelf)
  const { page, t } = shopper
  const words = sandboxWords(shopper)
  await page.getByRole('link', { name: words.back }).click()
  await expect(page.getByRole('heading', { name: t.checkout.pay.notPaid })).toBeVisible()
  const number = await readNumber(shopper)
  await openPaymentPage(shopper)
  await chooseMethod(shopper, 'alipay')
  const phone = await scanCode(shopper)
  await page.close()
  await phone.getByRole('button', { name: words.walletPay }).click()
  await expect(phone.getByText(words.phoneDone)).toBeVisible()
  await expect.poll(async () => (await findGroup(shop, number)).status).toBe('paid')
  const { paid } = await readBooks(shop, number)
  expect(paid).toEqual(inEach(paid, paid.group))
})

test('a payment page whose time is over leads back to the shop, which opens another', async ({
  shopper,
  shelf,
  shop,
}) => {
  await goToPayment(shopper, shelf)
  const { page, t } = shopper
  const words = sandboxWords(shopper)
  await page.getByRole('link', { name: words.back }).click()
  const number = await readNumber(shopper)
  await openPaymentPage(shopper)
  await turnSwitch(shop, 'expire', { session: await findSession(shop, number) })
  await page.getByRole('link', { name: words.methods.card }).click()
  await expect(page.getByRole('heading', { name: words.expiredTitle, level: 1 })).toBeVisible()
  await page.getByRole('link', { name: words.backToShop }).click()
  await expect(page.getByText(t.checkout.pay.failed)).toBeVisible()
  await openPaymentPage(shopper)
  await chooseMethod(shopper, 'card')
  await payByCard(shopper, '6200 0000 0000 0005')
  await expectPaid(shopper)
})

test('an order that was not paid in time says so, gives the goods back, and can be bought again', async ({
  shopper,
  shelf,
  shop,
}) => {
  const goods = await goToPayment(shopper, shelf)
  const { page, t } = shopper
  const held = await countFree(shop, goods)
  await page.getByRole('link', { name: sandboxWords(shopper).back }).click()
  await expect(page.getByRole('button', { name: t.checkout.pay.submit })).toBeVisible()
  await letExpire(shop, await readNumber(shopper))
  expect(await countFree(shop, goods)).toEqual(held.map((free) => free + 1))

  // The page was open all the while.
  await page.getByRole('button', { name: t.checkout.pay.submit }).click()
  await expect(page.getByRole('region', { name: t.orders.groupStatus.expired })).toContainText(
    t.orders.statusText.expired,
  )
  await page.getByRole('button', { name: t.orders.buyAgain }).click()
  for (const each of goods) await expect(cartLine(shopper, each)).toBeVisible()
  await openCheckout(shopper)
  await fillDelivery(shopper, somebody())
  await placeOrder(shopper)
})
