import type { Services } from '#app/platform/services.server.ts'
import { fillDelivery, openCheckout, placeOrder, somebody } from './checkout.ts'
import { expect, type Shopper } from './journey.ts'
import { findGroup } from './orders.ts'
import { expectPaid, payByWallet } from './paying.ts'
import type { Goods } from './shelf.ts'
import { addToCart } from './shopping.ts'

type Wish = {
  phone?: string
  /** 企业发票 under this title and credit code. */
  invoice?: { title: string; creditCode: string }
}

/** Buys and pays, and stands before the order. */
export async function buy(
  shopper: Shopper,
  goods: Goods,
  quantity: number,
  wish: Wish = {},
): Promise<string> {
  const { page, t, visit } = shopper
  await addToCart(shopper, goods, quantity)
  await visit('/cart')
  await openCheckout(shopper)
  await fillDelivery(shopper, { ...somebody(), ...(wish.phone ? { phone: wish.phone } : {}) })
  if (wish.invoice) await askForInvoice(shopper, wish.invoice)
  await placeOrder(shopper)
  await payByWallet(shopper, 'wechat_pay')
  const number = await expectPaid(shopper)
  await page.getByRole('link', { name: t.checkout.pay.view }).click()
  await expect(page.getByRole('heading', { name: t.orders.title(number), level: 1 })).toBeVisible()
  return number
}

async function askForInvoice({ page, t }: Shopper, { title, creditCode }: NonNullable<Wish['invoice']>) {
  const words = t.checkout
  const company = page.getByRole('radio', { name: words.invoiceKinds.company })
  await page.locator('label').filter({ has: company }).click()
  await page.getByLabel(words.invoiceName).fill(title)
  await page.getByLabel(words.creditCode).fill(creditCode)
}

/** The part of a group that its one enterprise has to send. */
export async function findOrderNumber(shop: Services, groupNumber: string): Promise<string> {
  const { id } = await findGroup(shop, groupNumber)
  return (await shop.db.order.findFirstOrThrow({ where: { groupId: id } })).number
}

/** The address of the desk of whoever sells these goods. */
export async function homeOf(shop: Services, { enterpriseId }: Goods): Promise<string> {
  return `/enterprise/${(await shop.db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })).slug}`
}
