import { productTag } from '#app/domain/catalog/tags.ts'
import { addFen, fen, formatFen, timesFen } from '#app/kernel/money.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { openAccount, signInByCode } from '../support/account.ts'
import { waitUntilAlive } from '../support/alive.ts'
import { fillDelivery, openCheckout, placeOrder, somebody } from '../support/checkout.ts'
import { expect, type Shopper, test } from '../support/journey.ts'
import type { Goods } from '../support/shelf.ts'
import { addToCart, cartLine, fillCart, shownSum } from '../support/shopping.ts'

/** The parts of a line that a shopper touches. */
function lineOf(shopper: Shopper, goods: Goods) {
  const line = cartLine(shopper, goods)
  const words = shopper.t.cart
  return {
    line,
    quantity: line.getByRole('textbox', { name: words.quantity(goods.title) }),
    more: line.getByRole('button', { name: words.more(goods.title) }),
    less: line.getByRole('button', { name: words.less(goods.title) }),
    remove: line.getByRole('button', { name: words.removeLabel(goods.title) }),
  }
}

async function changePrice({ pool }: Services, { variantId, slug }: Goods, priceFen: number): Promise<void> {
  const sql = sqlOn(pool)
  await sql.$executeRaw`UPDATE variant SET price_fen = ${priceFen} WHERE id = ${variantId}`
  await publishTags(sql, [productTag(slug)])
}

async function leaveInStock({ pool }: Services, { variantId }: Goods, free: number): Promise<void> {
  await sqlOn(pool)
    .$executeRaw`UPDATE stock SET free = ${free} WHERE variant_id = ${variantId} AND pool = 'online'`
}

test('rapid clicks end at the last intent, on the page and on the server @both', async ({
  shopper,
  shelf,
}) => {
  const [goods] = await shelf.take({})
  const { page, t, visit } = shopper
  await fillCart(shopper, [goods])
  const { quantity, more, less } = lineOf(shopper, goods)
  // Without a script each click is a page of its own, and ends what was clicked before.
  await waitUntilAlive(page)
  await more.click({ clickCount: 6 })
  await less.click({ clickCount: 2 })
  await expect(quantity).toHaveValue('5')
  await expect(shownSum(shopper, t.cart.items)).toHaveText(formatFen(timesFen(goods.priceFen, 5)))
  // The page's head asks the server again after each change.
  await expect(page.getByRole('link', { name: t.common.nav.cartCount(5) })).toBeVisible()
  await visit('/cart')
  await expect(quantity).toHaveValue('5')
})

test('a price that has changed is said in the cart, and never charged unseen', async ({
  shopper,
  shelf,
  shop,
}) => {
  const [dearer, cheaper] = await shelf.take({}, {})
  const { page, t, visit } = shopper
  await fillCart(shopper, [dearer, cheaper])
  await changePrice(shop, dearer, dearer.priceFen + 100)
  await changePrice(shop, cheaper, cheaper.priceFen - 50)
  await visit('/cart')
  await expect(cartLine(shopper, dearer)).toContainText(t.cart.priceUp(formatFen(dearer.priceFen)))
  await expect(cartLine(shopper, cheaper)).toContainText(t.cart.priceDown(formatFen(cheaper.priceFen)))
  const items = addFen(dearer.priceFen, cheaper.priceFen, fen(50))
  await expect(shownSum(shopper, t.cart.items)).toHaveText(formatFen(items))

  await openCheckout(shopper)
  await fillDelivery(shopper, somebody())
  await changePrice(shop, dearer, dearer.priceFen + 300)
  await page.getByRole('button', { name: t.checkout.submit }).click()
  await expect(page.getByRole('alert')).toContainText(t.checkout.failures['price-changed'])
  await expect(shownSum(shopper, t.checkout.items)).toHaveText(formatFen(addFen(items, fen(200))))
  await placeOrder(shopper)
})

test('起售 and 限购 hold in the cart, and say so', async ({ shopper, shelf }) => {
  const [bulk, scarce] = await shelf.take({ hasMinimum: true }, { hasLimit: true })
  const { t } = shopper
  await fillCart(shopper, [bulk, scarce])
  const first = lineOf(shopper, bulk)
  await expect(first.quantity).toHaveValue(String(bulk.minQuantity))
  await expect(first.less).toBeDisabled()
  await first.quantity.fill('1')
  await first.quantity.press('Enter')
  await expect(first.line).toContainText(t.cart.notices['raised-to-minimum'](bulk.minQuantity))
  await expect(first.quantity).toHaveValue(String(bulk.minQuantity))

  const limit = scarce.maxPerPerson!
  const second = lineOf(shopper, scarce)
  await second.quantity.fill(String(limit + 1))
  await second.quantity.press('Enter')
  await expect(second.line).toContainText(t.cart.notices['capped-by-limit'](limit))
  await expect(second.quantity).toHaveValue(String(limit))
  await expect(second.more).toBeDisabled()
})

test('“buy now” leads straight to the checkout', async ({ shopper, shelf }) => {
  const [goods] = await shelf.take({})
  const { page, t } = shopper
  await shopper.visit(`/products/${goods.slug}`)
  await page.getByRole('button', { name: t.catalog.product.buy, exact: true }).click()
  await expect(page.getByRole('heading', { name: t.checkout.title, level: 1 })).toBeVisible()
  await expect(page.getByText(goods.title).first()).toBeVisible()
})

test('a line can be removed, and the removal taken back @both', async ({ shopper, shelf }) => {
  const [kept, gone] = await shelf.take({}, {})
  const { page, t } = shopper
  await addToCart(shopper, gone, 3)
  await fillCart(shopper, [kept])
  const { line, remove, quantity } = lineOf(shopper, gone)
  await remove.click()
  await expect(line).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: t.cart.removed(gone.title) })).toBeVisible()
  await page.getByRole('button', { name: t.cart.undo }).click()
  await expect(quantity).toHaveValue('3')
  await expect(page.getByText(t.cart.removed(gone.title))).toBeHidden()
})

test.describe('without JavaScript (T102)', () => {
  test.use({ javaScriptEnabled: false })

  test('the shop says by name what was removed, and puts it back', async ({ shopper, shelf }) => {
    const [gone] = await shelf.take({})
    const { page, t } = shopper
    await addToCart(shopper, gone, 3)
    const { remove, quantity } = lineOf(shopper, gone)
    await remove.click()
    await expect(page.getByText(t.cart.empty)).toBeVisible()
    await expect(page.getByText(t.cart.removed(gone.title))).toBeVisible()
    await page.getByRole('button', { name: t.cart.undo }).click()
    await expect(quantity).toHaveValue('3')
  })
})

test('the keyboard keeps its place where a quantity is typed, a line removed, and put back', async ({
  shopper,
  shelf,
}) => {
  const [goods] = await shelf.take({})
  const { page, t } = shopper
  await fillCart(shopper, [goods])
  const { line, quantity, remove } = lineOf(shopper, goods)
  await waitUntilAlive(page)
  await quantity.fill('2')
  await quantity.press('Enter')
  await expect(shownSum(shopper, t.cart.items)).toHaveText(formatFen(timesFen(goods.priceFen, 2)))
  await expect(quantity).toBeFocused()
  await remove.focus()
  await page.keyboard.press('Enter')
  const undo = page.getByRole('button', { name: t.cart.undo })
  await expect(undo).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(line).toBeFocused()
  await expect(quantity).toHaveValue('2')
})

test('包邮 is counted down parcel by parcel until it is reached', async ({ shopper, shelf }) => {
  const [goods] = await shelf.take({ hasFreeShipping: true })
  const { page, t } = shopper
  await fillCart(shopper, [goods])
  const { more } = lineOf(shopper, goods)
  const parcel = page.getByRole('region', { name: goods.enterprise })
  const freeFrom = goods.freeFromFen!
  const needed = Math.ceil(freeFrom / goods.priceFen)
  for (let count = 1; count < needed; count += 1) {
    const missing = fen(freeFrom - count * goods.priceFen)
    await expect(parcel).toContainText(t.cart.freeMissing(formatFen(missing)))
    await expect(shownSum(shopper, t.cart.shipping)).not.toHaveText(t.cart.free)
    await more.click()
  }
  await expect(parcel).toContainText(t.cart.freeReached)
  await expect(shownSum(shopper, t.cart.shipping)).toHaveText(t.cart.free)
  await openCheckout(shopper)
})

test('goods that ran short or out meanwhile are said, and hold up the checkout until they are dealt with', async ({
  shopper,
  shelf,
  shop,
}) => {
  const [short, out] = await shelf.take({}, {})
  const { page, t, visit } = shopper
  await addToCart(shopper, short, 4)
  await fillCart(shopper, [out])
  await leaveInStock(shop, short, 2)
  await leaveInStock(shop, out, 0)
  await visit('/cart')
  await expect(cartLine(shopper, short)).toContainText(t.cart.short(2))
  await expect(cartLine(shopper, out)).toContainText(t.cart.soldOut)
  await expect(page.getByText(t.cart.cannotCheckout).filter({ visible: true })).toBeVisible()

  await lineOf(shopper, out).remove.click()
  await lineOf(shopper, short).less.click()
  await expect(lineOf(shopper, short).quantity).toHaveValue('2')
  await openCheckout(shopper)
})

test('the last units go to whoever orders first; the other is told what is left, and loses nothing', async ({
  shopper,
  shelf,
  shop,
}) => {
  const [goods] = await shelf.take({})
  const { page, t } = shopper
  await addToCart(shopper, goods, 3)
  await shopper.visit('/cart')
  await openCheckout(shopper)
  await fillDelivery(shopper, somebody())
  await leaveInStock(shop, goods, 1)
  await page.getByRole('button', { name: t.checkout.submit }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(t.checkout.failures['out-of-stock'])
  await expect(alert).toContainText(`${goods.title} (${t.checkout.failures.left(1)})`)
  await alert.getByRole('link', { name: t.checkout.editCart }).click()
  await expect(cartLine(shopper, goods)).toContainText(t.cart.short(1))
})

test("at sign-in a guest's cart joins the account's: the larger quantity, capped by stock", async ({
  shopper,
  shelf,
  shop,
  context,
}) => {
  const [both, own, guests] = await shelf.take({}, {}, {})
  const { visit } = shopper
  const phone = await openAccount(shopper, shop)
  await addToCart(shopper, both, 3)
  await addToCart(shopper, own, 2)
  await context.clearCookies()
  await addToCart(shopper, both, 6)
  await addToCart(shopper, guests, 1)
  await leaveInStock(shop, both, 5)

  await visit('/account/sign-in?redirectTo=/cart')
  await signInByCode(shopper, phone)
  await expect(lineOf(shopper, both).quantity).toHaveValue('5')
  await expect(lineOf(shopper, own).quantity).toHaveValue('2')
  await expect(lineOf(shopper, guests).quantity).toHaveValue('1')
})
