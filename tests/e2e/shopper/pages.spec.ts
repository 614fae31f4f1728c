import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { enterAccount } from '../support/account.ts'
import {
  acceptNoReturn,
  fillDelivery,
  goToPayment,
  openCheckout,
  placeOrder,
  somebody,
} from '../support/checkout.ts'
import { expect, test } from '../support/journey.ts'
import { deliver, findGroup, letExpire } from '../support/orders.ts'
import {
  chooseMethod,
  expectPaid,
  openPaymentPage,
  payByCard,
  readNumber,
  sandboxWords,
} from '../support/paying.ts'
import { addToCart, fillCart } from '../support/shopping.ts'
import { expectSound } from '../support/soundness.ts'

const everybodys = [
  '/',
  '/divisions',
  '/divisions/aohan',
  '/categories/grain',
  '/products?storage=frozen&sort=price-asc',
  '/products?min=99999',
  '/search',
  '/search?q=aohan xiaomi',
  '/search?q=qqqqqqqq',
  '/exhibitions',
  '/exhibitions/beijing-2023',
  '/exhibitions/beijing-2026',
  '/help/pairing',
  '/help/privacy',
  '/orders/find',
  '/dev/outbox',
  '/nowhere',
]

const shoppers = [
  '/account',
  '/account/orders',
  '/account/addresses',
  '/account/addresses/new',
  '/account/favourites',
  '/account/invoice-titles',
  '/account/privacy',
  '/account/sign-out',
  '/account/closed',
  '/account/orders/nowhere',
]

/** Products whose pages have the most to say: alcohol, sold out, protected origin, many reviews, most pictures. */
async function listTellingProducts({ pool }: Services): Promise<Array<string>> {
  const rows = await sqlOn(pool).$queryRaw<Array<{ path: string }>>`
    (SELECT '/products/' || slug AS path FROM product WHERE is_alcohol ORDER BY sales_count DESC LIMIT 1) UNION
    (SELECT '/products/' || slug FROM product WHERE NOT is_in_stock ORDER BY id LIMIT 1) UNION
    (SELECT '/products/' || slug FROM product WHERE gi_name IS NOT NULL ORDER BY rating_count DESC LIMIT 1) UNION
    (SELECT '/products/' || slug FROM product JOIN product_picture t ON t.product_id = product.id
      GROUP BY slug ORDER BY count(*) DESC, slug LIMIT 1) UNION
    (SELECT '/enterprises/' || slug FROM enterprise ORDER BY id LIMIT 1)`
  return rows.map(({ path }) => path)
}

/** Orders of theirs in every state that the demonstration has. */
async function listTellingOrders({ pool }: Services, phone: string): Promise<Array<string>> {
  const rows = await sqlOn(pool).$queryRaw<Array<{ path: string }>>`
    SELECT DISTINCT ON (g.status, o.status, a.status, f.status) '/orders/' || g.token AS path
    FROM shopper s JOIN order_group g ON g.shopper_id = s.id JOIN shop_order o ON o.group_id = g.id
    JOIN order_line l ON l.order_id = o.id LEFT JOIN after_sale a ON a.order_line_id = l.id
    LEFT JOIN refund f ON f.group_id = g.id
    WHERE s.phone = ${phone} ORDER BY g.status, o.status, a.status, f.status, g.token`
  const paths = [...new Set(rows.map(({ path }) => path))]
  return [...paths, `${paths[0]}/invoice`]
}

for (const language of ['zh', 'en'] as const) {
  test.describe(() => {
    test.use({ language })
    test.slow()

    test(`the pages of everybody are sound, ${language} (T101) @both`, async ({ shopper, shop }) => {
      for (const path of [...everybodys, ...(await listTellingProducts(shop))]) {
        await shopper.visit(path)
        await expectSound(shopper.page)
      }
    })

    test(`the pages of an account are sound, ${language} (T101) @both`, async ({ shopper, shelf, shop }) => {
      const { page, t, visit } = shopper
      await visit('/account/sign-in')
      await expectSound(page)
      await page.getByRole('button', { name: t.account.signIn.requestCode }).click()
      await expect(page.getByLabel(t.account.signIn.phone)).toHaveAttribute('aria-invalid', 'true')
      await expectSound(page)
      await enterAccount(shopper, shop, '13800000001')
      for (const path of [...shoppers, ...(await listTellingOrders(shop, '13800000001'))]) {
        await visit(path)
        await expectSound(page)
      }
      await addToCart(shopper, ...(await shelf.take({})))
      await visit('/checkout')
      await page.getByRole('radio', { name: t.checkout.newAddress }).check()
      await page.getByRole('radio', { name: t.checkout.invoiceKinds.company }).check()
      await expectSound(page)
      await visit('/account/addresses/new')
      await page.getByRole('button', { name: t.account.addresses.save }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await expectSound(page)
    })

    test(`the way from the cart to the paid order is sound, ${language} (T101) @both`, async ({
      shopper,
      shelf,
      shop,
    }) => {
      const { page, t, visit } = shopper
      const goods = await shelf.take({}, { isAlcohol: true }, { storage: 'frozen' })
      await visit('/cart')
      await expectSound(page)
      await fillCart(shopper, goods)
      await expectSound(page)
      await openCheckout(shopper)
      await page.getByRole('button', { name: t.checkout.submit }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await expectSound(page)
      await fillDelivery(shopper, somebody())
      await page.getByRole('button', { name: t.checkout.submit }).click()
      await expect(page.getByRole('alert')).toContainText(t.checkout.failures['needs-no-return-tick'])
      await expectSound(page)
      await acceptNoReturn(shopper)
      await page.getByRole('checkbox', { name: t.checkout.adultTick }).check()
      await placeOrder(shopper)
      await page.getByRole('link', { name: sandboxWords(shopper).back }).click()
      await expect(page.getByRole('heading', { name: t.checkout.pay.notPaid })).toBeVisible()
      await expectSound(page)
      const number = await readNumber(shopper)
      const { token } = await findGroup(shop, number)
      await visit(`/orders/${token}`)
      await expectSound(page)
      await visit(`/checkout/${token}/pay`)
      await openPaymentPage(shopper)
      await chooseMethod(shopper, 'card')
      await payByCard(shopper, '4242 4242 4242 4242')
      await expectPaid(shopper)
      await expectSound(page)
      await visit(`/orders/${token}`)
      await expectSound(page)
      await deliver(shop, number)
      await page.reload()
      for (const summary of await page.getByRole('main').locator('summary').all()) await summary.click()
      await expectSound(page)
    })

    test(`the payment pages are sound, ${language} (T101) @both`, async ({ shopper, shelf, shop }) => {
      const { page, t } = shopper
      const words = sandboxWords(shopper)
      await goToPayment(shopper, shelf)
      const choice = page.url()
      await expectSound(page)
      for (const method of ['alipay', 'wechat_pay'] as const) {
        await page.goto(choice)
        await chooseMethod(shopper, method)
        await expectSound(page)
      }
      const phonePage = (await page.getByRole('link', { name: words.qrLabel }).getAttribute('href')) ?? ''
      await page.getByRole('button', { name: words.walletFail }).click()
      await expectSound(page)
      await page.goto(phonePage)
      await expectSound(page)
      await page.goto(choice)
      await chooseMethod(shopper, 'card')
      await payByCard(shopper, '1')
      await expectSound(page)
      await payByCard(shopper, '4000 0025 0000 3155')
      await expect(page.getByRole('heading', { name: words.challengeTitle })).toBeVisible()
      await expectSound(page)
      await page.goto(choice.replace(/cs_test_\w+/, 'cs_test_nothing'))
      await expectSound(page)
      await page.goto(choice)
      await page.getByRole('link', { name: words.back }).click()
      await expect(page.getByRole('heading', { name: t.checkout.pay.notPaid })).toBeVisible()
      await letExpire(shop, await readNumber(shopper))
      await page.goto(choice)
      await expectSound(page)
    })
  })
}

test('what opens over a page is sound: filters and suggestions (T101) @phone', async ({ shopper }) => {
  const { page, t, visit } = shopper
  await visit('/products')
  await page.getByRole('button', { name: t.catalog.list.filters, exact: true }).click()
  const filters = page.getByRole('complementary', { name: t.catalog.list.filters })
  await expect(filters).toBeVisible()
  await expectSound(page)
  await filters.getByRole('link', { name: t.catalog.storage.frozen }).click()
  await expect(page).toHaveURL(/storage=frozen/)
  await visit('/')
  await page.getByRole('combobox', { name: t.common.search.label }).pressSequentially('xiaomi')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectSound(page)
})

test('nothing moves for somebody who asked for less motion', async ({ shopper, shelf }) => {
  const { page, visit } = shopper
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const [goods] = await shelf.take({})
  await addToCart(shopper, goods)
  for (const path of ['/', '/products', '/cart', `/products/${goods.slug}`]) {
    await visit(path)
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element)
          return [...transitionDuration.split(', '), ...animationDuration.split(', ')].some(
            (time) => Number.parseFloat(time) > 0.001,
          )
        }).length,
    )
    expect(moving, path).toBe(0)
  }
})
