import type { Services } from '#app/platform/services.server.ts'
import { fillDelivery, goToPayment, openCheckout, somebody } from '../support/checkout.ts'
import { expect, type Shopper, test } from '../support/journey.ts'
import { expectPaid, openPaymentPage, payByWallet } from '../support/paying.ts'
import { clearFaults, findSession, turnSwitch } from '../support/sandbox.ts'
import type { Shelf } from '../support/shelf.ts'
import { fillCart } from '../support/shopping.ts'
import { expectSound } from '../support/soundness.ts'

// One after the other: a switch of the sandbox is turned for everybody.
test.describe.configure({ mode: 'serial' })

test.afterEach(async ({ shop }) => {
  await clearFaults(shop)
  await turnSwitch(shop, 'delayed-methods', { method: 'alipay', outcome: 'off' })
})

test('while the provider does not answer, the order is kept, the page says so, and later it is paid (T28) @alone', async ({
  shopper,
  shelf,
  shop,
}) => {
  const { page, t } = shopper
  // The shop tries a few times before it gives up.
  const patiently = { timeout: 30_000 }
  await fillCart(shopper, await shelf.take({}))
  await openCheckout(shopper)
  await fillDelivery(shopper, somebody())
  await turnSwitch(shop, 'faults', {
    operation: 'checkout.sessions.create',
    kind: 'status',
    status: 503,
    times: 50,
  })
  await page.getByRole('button', { name: t.checkout.submit }).click()
  await expect(page.getByRole('heading', { name: t.checkout.pay.title, level: 1 })).toBeVisible(patiently)
  await page.getByRole('button', { name: t.checkout.pay.submit }).click()
  await expect(page.getByRole('alert')).toHaveText(t.checkout.pay.unavailable, patiently)
  await expectSound(page)
  await clearFaults(shop)
  await openPaymentPage(shopper)
  await payByWallet(shopper, 'wechat_pay')
  await expectPaid(shopper)
})

/** Pays by a method whose money is a while on its way. Returns how to say what became of it. */
async function payLater(shopper: Shopper, shelf: Shelf, shop: Services) {
  const { page, t } = shopper
  await goToPayment(shopper, shelf)
  await turnSwitch(shop, 'delayed-methods', { method: 'alipay', outcome: 'by-hand' })
  await payByWallet(shopper, 'alipay')
  await expect(page.getByRole('heading', { name: t.checkout.pay.confirming, level: 1 })).toBeVisible()
  const token = new URL(page.url()).pathname.split('/')[2] ?? ''
  const session = await findSession(shop, token)
  return (outcome: 'succeeded' | 'failed') => turnSwitch(shop, 'settle-payment', { session, outcome })
}

test('a payment that takes its time is being confirmed, never failed, and the page follows by itself (T18) @alone', async ({
  shopper,
  shelf,
  shop,
}) => {
  const end = await payLater(shopper, shelf, shop)
  await expectSound(shopper.page)
  await end('succeeded')
  await expectPaid(shopper)
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('the page of a payment that takes its time follows by itself without JavaScript (T102) @alone', async ({
    shopper,
    shelf,
    shop,
  }) => {
    const end = await payLater(shopper, shelf, shop)
    await end('succeeded')
    await expectPaid(shopper)
  })
})

test('a payment that fails after all says so, and can be made again (T18) @alone', async ({
  shopper,
  shelf,
  shop,
}) => {
  const { page, t } = shopper
  const end = await payLater(shopper, shelf, shop)
  await end('failed')
  await expect(page.getByText(t.checkout.pay.failed)).toBeVisible()
  await openPaymentPage(shopper)
  await payByWallet(shopper, 'wechat_pay')
  await expectPaid(shopper)
})
