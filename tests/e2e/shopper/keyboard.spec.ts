import { waitUntilAlive } from '../support/alive.ts'
import { somebody } from '../support/checkout.ts'
import { expect, test } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'
import { expectPaid, expectPaymentPage, sandboxWords } from '../support/paying.ts'
import { startOf } from '../support/words.ts'

test('the keyboard alone is enough from the first page to the paid order (T101) @both', async ({
  shopper,
}) => {
  const { page, t, visit } = shopper
  const main = page.getByRole('main')
  const press = (key: string) => page.keyboard.press(key)

  await test.step('skips to the content, looks through suggestions, and searches', async () => {
    await visit('/')
    await tabTo(shopper, page.getByRole('link', { name: t.common.skip }))
    await press('Enter')
    await expect(main).toBeFocused()
    await visit('/')
    await tabTo(shopper, page.getByRole('combobox', { name: t.common.search.label }))
    await page.keyboard.type('aohan')
    const suggestions = page.getByRole('listbox', { name: t.common.search.suggestions })
    await expect(suggestions.getByRole('option').first()).toBeVisible()
    await press('ArrowDown')
    await expect(suggestions.getByRole('option', { selected: true })).toHaveCount(1)
    await press('Escape')
    await expect(suggestions).toBeHidden()
    await page.keyboard.type(' xiaomi')
    await press('Enter')
    await expect(page.getByRole('heading', { name: t.catalog.search.title('aohan xiaomi') })).toBeVisible()
  })

  await test.step('opens a product, chooses, and stays where it was after adding', async () => {
    const words = t.catalog.product
    await tabTo(shopper, main.getByRole('article').getByRole('link').first())
    await press('Enter')
    await tabTo(shopper, page.getByRole('radio', { checked: true }))
    // Without a script adding leads to the cart.
    await waitUntilAlive(page)
    await press('ArrowRight')
    await tabTo(shopper, page.getByLabel(words.quantity, { exact: true }))
    await press('ArrowUp')
    const add = page.getByRole('button', { name: words.add, exact: true })
    await tabTo(shopper, add)
    await press('Enter')
    await expect(page.getByRole('status').filter({ hasText: words.added })).toBeVisible()
    await expect(add).toBeFocused()
  })

  await test.step('takes one more in the cart, and goes on to the checkout', async () => {
    await visit('/cart')
    // Without a script the answer is another page, which begins at its top.
    await waitUntilAlive(page)
    const more = main.getByRole('button', { name: startOf(t.cart.more('')) })
    await tabTo(shopper, more)
    await press('Enter')
    await expect(main.getByRole('textbox')).toHaveValue('3')
    await expect(more).toBeFocused()
    await tabTo(shopper, main.getByRole('link', { name: t.cart.checkoutCount(3) }))
    await press('Enter')
    await expect(page.getByRole('heading', { name: t.checkout.title, level: 1 })).toBeVisible()
  })

  await test.step('is led to the first mistake, mends all and orders', async () => {
    const fields = t.people.fields
    const { recipient, phone, detail } = somebody()
    const submit = page.getByRole('button', { name: t.checkout.submit })
    await tabTo(shopper, submit)
    await press('Enter')
    await expect(page.getByLabel(fields.recipient)).toBeFocused()
    await page.keyboard.insertText(recipient)
    await tabTo(shopper, page.getByLabel(fields.phone))
    await page.keyboard.insertText(phone)
    await tabTo(shopper, page.getByLabel(fields.district))
    await press('ArrowDown')
    await tabTo(shopper, page.getByLabel(fields.detail))
    await page.keyboard.insertText(detail)
    await tabTo(shopper, submit)
    await press('Enter')
    await expectPaymentPage(shopper)
  })

  await test.step('pays by card and reads the order', async () => {
    const words = sandboxWords(shopper)
    await tabTo(shopper, page.getByRole('link', { name: words.methods.card }))
    await press('Enter')
    await tabTo(shopper, page.getByLabel(words.cardNumber))
    await page.keyboard.type('4242424242424242')
    await tabTo(shopper, page.getByLabel(words.expiry))
    await page.keyboard.type('1234')
    await tabTo(shopper, page.getByLabel(words.cvc))
    await page.keyboard.type('123')
    await press('Enter')
    const number = await expectPaid(shopper)
    await tabTo(shopper, page.getByRole('link', { name: t.checkout.pay.view }))
    await press('Enter')
    await expect(page.getByRole('heading', { name: t.orders.title(number), level: 1 })).toBeVisible()
  })
})
