import { expect } from '@playwright/test'
import { randomPhone } from '#tests/support/people.ts'
import type { Shopper } from './journey.ts'
import { expectPaymentPage } from './paying.ts'
import type { Goods, Shelf } from './shelf.ts'
import { fillCart, shownSum } from './shopping.ts'
import { startOf } from './words.ts'

export type Buyer = { recipient: string; phone: string; district: string; detail: string }

/** Somebody at home in Haidian, with a phone of their own, since limits and look-ups go by it. */
export function somebody(): Buyer {
  return {
    recipient: '赵晓梅',
    phone: randomPhone(),
    district: '海淀区',
    detail: '花园路 8 号院 3 号楼 1201',
  }
}

/** From the cart to the checkout; the sum to pay is the same on both. */
export async function openCheckout(shopper: Shopper): Promise<string> {
  const { page, t } = shopper
  const sum = (await shownSum(shopper, t.cart.total).textContent()) ?? ''
  await page.getByRole('link', { name: startOf(t.cart.checkout) }).click()
  await expect(page.getByRole('heading', { name: t.checkout.title, level: 1 })).toBeVisible()
  await expect(shownSum(shopper, t.checkout.total)).toHaveText(sum)
  return sum
}

/** The guest's part of the checkout. */
export async function fillDelivery({ page, t }: Shopper, buyer: Buyer): Promise<void> {
  const fields = t.people.fields
  await page.getByLabel(fields.recipient).fill(buyer.recipient)
  await page.getByLabel(fields.phone).fill(buyer.phone)
  await page.getByLabel(fields.district).selectOption(buyer.district)
  await page.getByLabel(fields.detail).fill(buyer.detail)
}

/** The law's tick for goods that cannot be returned for no reason. */
export async function acceptNoReturn({ page, t }: Shopper): Promise<void> {
  await page.getByRole('checkbox', { name: startOf(t.checkout.noReturnTick) }).check()
}

/** Sends the form, which leads straight to the provider's page. */
export async function placeOrder(shopper: Shopper): Promise<void> {
  await shopper.page.getByRole('button', { name: shopper.t.checkout.submit }).click()
  await expectPaymentPage(shopper)
}

/** A guest with something to pay, in front of the provider's page. */
export async function goToPayment(shopper: Shopper, shelf: Shelf): Promise<ReadonlyArray<Goods>> {
  const goods = await shelf.take({})
  await fillCart(shopper, goods)
  await openCheckout(shopper)
  await fillDelivery(shopper, somebody())
  await placeOrder(shopper)
  return goods
}
