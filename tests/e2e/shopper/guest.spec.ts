import { fen, formatFen } from '#app/kernel/money.ts'
import { inEach, readBooks } from '../support/books.ts'
import { acceptNoReturn, fillDelivery, openCheckout, placeOrder, somebody } from '../support/checkout.ts'
import { expect, type Shopper, test } from '../support/journey.ts'
import { deliver } from '../support/orders.ts'
import { expectPaid, payByWallet } from '../support/paying.ts'
import { addShown, addToCart, shownSum } from '../support/shopping.ts'

/** 敖汉小米 three ways: by its banner from the map's list, by its name, and by how it sounds. */
async function findMillet({ page, t, visit }: Shopper): Promise<void> {
  const millet = page.getByRole('main').getByRole('link', { name: /小米/ }).first()
  for (const query of ['敖汉小米', 'aohan xiaomi', 'ahxm']) {
    await page.getByRole('combobox', { name: t.common.search.label }).fill(query)
    await page.getByRole('button', { name: t.common.search.submit }).click()
    await expect(page.getByRole('heading', { name: t.catalog.search.title(query) })).toBeVisible()
    await expect(millet).toContainText('敖汉')
  }
  await visit('/')
  await page
    .getByRole('listitem')
    .getByRole('link', { name: /敖汉旗/ })
    .click()
  await expect(page.getByRole('heading', { name: '敖汉旗', level: 1 })).toBeVisible()
  await millet.click()
  await expect(page.getByRole('heading', { name: /小米/, level: 1 })).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  const manner = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript (T102)'

  test.describe(manner, () => {
    test.use({ javaScriptEnabled })

    test(`a guest finds millet, buys of three enterprises with WeChat Pay and finds the order again, ${manner} @phone`, async ({
      shopper,
      shelf,
      shop,
    }) => {
      const { page, t, visit } = shopper
      const buyer = somebody()
      await visit('/')
      await findMillet(shopper)
      await addShown(shopper, 2)
      for (const goods of await shelf.take({ storage: 'chilled' }, { storage: 'frozen' }))
        await addToCart(shopper, goods)

      await visit('/cart')
      const sum = await openCheckout(shopper)
      await fillDelivery(shopper, buyer)
      await acceptNoReturn(shopper)
      await placeOrder(shopper)
      await expect(page.getByText(sum, { exact: true })).toBeVisible()
      await payByWallet(shopper, 'wechat_pay')
      const number = await expectPaid(shopper)

      await visit('/orders/find')
      await page.getByLabel(t.orders.find.number).fill(number.toLowerCase())
      await page.getByLabel(t.orders.find.phone).fill(buyer.phone)
      await page.getByRole('button', { name: t.orders.find.submit }).click()
      await expect(page.getByRole('heading', { name: t.orders.title(number), level: 1 })).toBeVisible()
      await expect(page.getByRole('region', { name: t.orders.groupStatus.paid })).toBeVisible()
      const parts = page.getByRole('region').filter({ has: page.getByRole('link') })
      await expect(parts.filter({ hasText: t.orders.status['to-ship'] })).toHaveCount(3)
      await expect(shownSum(shopper, t.orders.total)).toHaveText(sum)
      await expect(shownSum(shopper, t.orders.method)).toHaveText(t.orders.methods.wechat_pay)

      const { paid } = await readBooks(shop, number)
      expect(paid).toEqual(inEach(paid, paid.group))
      expect(formatFen(fen(paid.group))).toBe(sum)

      await deliver(shop, number)
      await page.reload()
      await expect(parts.filter({ hasText: 'SF1234567890' })).toHaveCount(3)
      await expect(page.getByText(t.orders.statusText.arrived)).toBeVisible()
    })
  })
}

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('without JavaScript another province shows its districts, and nothing typed is lost (T102)', async ({
    shopper,
    shelf,
  }) => {
    const { page, t, visit } = shopper
    const buyer = somebody()
    const fields = t.people.fields
    await addToCart(shopper, ...(await shelf.take({})))
    await visit('/cart')
    await openCheckout(shopper)
    await fillDelivery(shopper, buyer)
    await page.getByLabel(fields.province).selectOption('新疆维吾尔自治区')
    await page.getByRole('button', { name: fields.showDistricts }).click()
    await expect(page.getByLabel(fields.recipient)).toHaveValue(buyer.recipient)
    await expect(page.getByLabel(fields.detail)).toHaveValue(buyer.detail)
    await page.getByLabel(fields.district).selectOption('天山区')
    await placeOrder(shopper)
  })
})
