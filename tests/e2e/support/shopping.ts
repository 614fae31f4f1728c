import { expect, type Locator } from '@playwright/test'
import { inLocale } from '#app/kernel/locale.ts'
import { formatFen } from '#app/kernel/money.ts'
import type { Shopper } from './journey.ts'
import type { Goods } from './shelf.ts'

/** From the product's own page into the cart, as many as may be sold at least. */
export async function addToCart(shopper: Shopper, goods: Goods, quantity = goods.minQuantity): Promise<void> {
  const { page, language, visit } = shopper
  await visit(`/products/${goods.slug}`)
  const label = inLocale(language, goods.label, goods.labelEn)
  const choice = page.getByRole('radio', { name: `${label} ${formatFen(goods.priceFen)}`, exact: true })
  await page.locator('label').filter({ has: choice }).click()
  await expect(choice).toBeChecked()
  await addShown(shopper, quantity)
}

/** Puts what the product page shows into the cart. Without JavaScript that leads to the cart, with it the page stays. */
export async function addShown({ page, t }: Shopper, quantity: number): Promise<void> {
  const words = t.catalog.product
  await page.getByLabel(words.quantity, { exact: true }).fill(String(quantity))
  await page.getByRole('button', { name: words.add, exact: true }).click()
  const cart = page.getByRole('heading', { name: t.cart.title, level: 1 })
  await expect(page.getByRole('link', { name: words.toCart, exact: true }).or(cart)).toBeVisible()
}

export async function fillCart(shopper: Shopper, goods: ReadonlyArray<Goods>): Promise<void> {
  for (const each of goods) await addToCart(shopper, each)
  await shopper.visit('/cart')
  for (const each of goods) await expect(cartLine(shopper, each)).toBeVisible()
}

export function cartLine(
  { page, language }: Shopper,
  { title, titleEn }: Pick<Goods, 'title' | 'titleEn'>,
): Locator {
  const link = page.getByRole('link', { name: inLocale(language, title, titleEn), exact: true })
  return page.getByRole('main').getByRole('listitem').filter({ has: link })
}

/** What stands beside a term in a list of sums. */
export function shownSum({ page }: Shopper, term: string): Locator {
  const row = page.locator('dl > div').filter({ has: page.getByRole('term').filter({ hasText: term }) })
  return row.getByRole('definition')
}
