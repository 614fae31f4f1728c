import { randomPhone } from '#tests/support/people.ts'
import { signInByCode } from '../support/account.ts'
import { inEach, readBooks } from '../support/books.ts'
import { acceptNoReturn, fillDelivery, openCheckout, placeOrder, somebody } from '../support/checkout.ts'
import { expect, test } from '../support/journey.ts'
import { chooseMethod, expectPaid, payByCard, payByWallet } from '../support/paying.ts'
import { fillCart } from '../support/shopping.ts'

const company = {
  name: '北京示例餐饮管理有限公司',
  code: '91110108MA77777775',
  miscopied: '91110108MA77777774',
}

test('somebody signs in on the way, has an invoice for their company, pays with Alipay, and next time picks the address and pays by card', async ({
  shopper,
  shelf,
  shop,
}) => {
  const { page, t, visit } = shopper
  const buyer = somebody()
  const phone = randomPhone()
  const paid: Array<string> = []

  await test.step('signs in from the checkout with a code from the message', async () => {
    await fillCart(shopper, await shelf.take({}, { storage: 'chilled' }, { storage: 'frozen' }))
    await openCheckout(shopper)
    await page.getByRole('link', { name: t.checkout.signInLink }).click()
    await signInByCode(shopper, phone)
    await expect(page.getByRole('heading', { name: t.checkout.title, level: 1 })).toBeVisible()
  })

  await test.step('a credit code with a wrong digit is refused in words', async () => {
    await fillDelivery(shopper, buyer)
    await page.getByRole('checkbox', { name: t.checkout.saveAddress }).check()
    await page.getByRole('radio', { name: t.checkout.invoiceKinds.company }).check()
    await page.getByLabel(t.checkout.invoiceName).fill(company.name)
    const code = page.getByLabel(t.checkout.creditCode)
    await code.fill(company.miscopied)
    await acceptNoReturn(shopper)
    await page.getByRole('button', { name: t.checkout.submit }).click()
    await expect(page.getByRole('alert')).toContainText(t.people.errors['invalid-credit-code'])
    await expect(code).toBeFocused()
    await expect(code).toHaveAccessibleDescription(new RegExp(t.people.errors['invalid-credit-code']))
    await code.fill(company.code.toLowerCase())
    await placeOrder(shopper)
    await payByWallet(shopper, 'alipay')
    paid.push(await expectPaid(shopper))
  })

  await test.step('the order says how it was paid and what the invoice is for', async () => {
    await page.getByRole('link', { name: t.checkout.pay.view }).click()
    await expect(page.getByText(`${t.orders.invoiceKinds.company} · ${company.name}`)).toBeVisible()
    await expect(page.getByText(t.orders.methods.alipay)).toBeVisible()
  })

  await test.step('buys again to the address that was kept', async () => {
    await fillCart(shopper, await shelf.take({}))
    await openCheckout(shopper)
    await expect(page.getByRole('radio', { name: buyer.recipient })).toBeChecked()
    await placeOrder(shopper)
    await chooseMethod(shopper, 'card')
    await payByCard(shopper, '5555 5555 5555 4444')
    paid.push(await expectPaid(shopper))
  })

  await test.step('finds both orders in the account', async () => {
    await visit('/account/orders')
    for (const number of paid)
      await expect(page.getByRole('listitem').filter({ hasText: number })).toBeVisible()
  })
  for (const number of paid) {
    const books = await readBooks(shop, number)
    expect(books.paid).toEqual(inEach(books.paid, books.paid.group))
  }
})

test.describe(() => {
  test.use({ language: 'en' })

  test('an English reader buys from three enterprises by card, in English all the way', async ({
    shopper,
    shelf,
  }) => {
    const { page, t } = shopper
    await fillCart(shopper, await shelf.take({}, {}, { storage: 'frozen' }))
    const sum = await openCheckout(shopper)
    await fillDelivery(shopper, somebody())
    await acceptNoReturn(shopper)
    await placeOrder(shopper)
    await expect(page.getByText(sum, { exact: true })).toBeVisible()
    await chooseMethod(shopper, 'card')
    await payByCard(shopper, '4242 4242 4242 4242')
    await expectPaid(shopper)
    await page.getByRole('link', { name: t.checkout.pay.view }).click()
    await expect(page.getByRole('region', { name: t.orders.groupStatus.paid })).toBeVisible()
  })
})
