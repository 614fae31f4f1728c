import { expect } from '@playwright/test'
import type { PaymentMethod } from '#app/domain/payments/provider.ts'
import { type Texts, textsFor } from '#tests/fakes/stripe/pages/texts.ts'
import type { Shopper } from './journey.ts'

/** The words of the sandbox's hosted page in the shopper's language. */
export function sandboxWords({ language }: Shopper): Texts {
  return textsFor(language)
}

/** From the shop's own page about the payment to the provider's. */
export async function openPaymentPage(shopper: Shopper): Promise<void> {
  await shopper.page.getByRole('button', { name: shopper.t.checkout.pay.submit }).click()
  await expectPaymentPage(shopper)
}

export async function expectPaymentPage(shopper: Shopper): Promise<void> {
  const name = sandboxWords(shopper).title
  await expect(shopper.page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

export async function chooseMethod(shopper: Shopper, method: PaymentMethod): Promise<void> {
  const { page } = shopper
  const name = sandboxWords(shopper).methods[method]
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

export async function payByWallet(shopper: Shopper, wallet: 'alipay' | 'wechat_pay'): Promise<void> {
  await chooseMethod(shopper, wallet)
  await shopper.page.getByRole('button', { name: sandboxWords(shopper).walletPay }).click()
}

/** On the card page, which stays open as long as the card is refused. */
export async function payByCard(shopper: Shopper, number: string): Promise<void> {
  const { page } = shopper
  const words = sandboxWords(shopper)
  await page.getByLabel(words.cardNumber).fill(number)
  await page.getByLabel(words.expiry).fill('12 / 34')
  await page.getByLabel(words.cvc).fill('123')
  await page.getByRole('button', { name: words.pay('') }).click()
}

/** Back in the shop with good news; returns the order's number. */
export async function expectPaid({ page, t }: Shopper): Promise<string> {
  await expect(page.getByRole('heading', { name: t.checkout.pay.paid, level: 1 })).toBeVisible()
  return readNumber({ page })
}

/** The order's number as the page shows it. */
export async function readNumber({ page }: Pick<Shopper, 'page'>): Promise<string> {
  const text = await page.getByRole('main').textContent()
  return /CF\d{8}[A-Z0-9]{8}/.exec(text ?? '')?.[0] ?? ''
}
