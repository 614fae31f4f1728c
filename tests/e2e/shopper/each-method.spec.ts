import type { PaymentMethod } from '#app/domain/payments/provider.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { openAccount } from '../support/account.ts'
import { inEach, readBooks } from '../support/books.ts'
import { acceptNoReturn, fillDelivery, openCheckout, placeOrder, somebody } from '../support/checkout.ts'
import { expect, type Shopper, test } from '../support/journey.ts'
import { chooseMethod, expectPaid, payByCard, payByWallet } from '../support/paying.ts'
import { fillCart } from '../support/shopping.ts'

async function pay(shopper: Shopper, method: PaymentMethod): Promise<void> {
  if (method !== 'card') return payByWallet(shopper, method)
  await chooseMethod(shopper, method)
  await payByCard(shopper, '4242 4242 4242 4242')
}

for (const buyer of ['a guest', 'somebody signed in']) {
  for (const method of ['wechat_pay', 'alipay', 'card'] satisfies Array<PaymentMethod>) {
    test(`${buyer} pays ambient, chilled and frozen goods of three enterprises by ${method}, and every book agrees`, async ({
      shopper,
      shelf,
      shop,
    }) => {
      if (buyer !== 'a guest') await openAccount(shopper, shop)
      await fillCart(shopper, await shelf.take({}, { storage: 'chilled' }, { storage: 'frozen' }))
      const sum = await openCheckout(shopper)
      await fillDelivery(shopper, somebody())
      await acceptNoReturn(shopper)
      await placeOrder(shopper)
      await pay(shopper, method)
      const number = await expectPaid(shopper)

      const { paid } = await readBooks(shop, number)
      expect(formatFen(fen(paid.group))).toBe(sum)
      expect(paid).toEqual(inEach(paid, paid.group))
      const { payments } = await shop.db.orderGroup.findUniqueOrThrow({
        where: { number },
        select: { payments: { where: { status: 'paid' }, select: { method: true } } },
      })
      expect(payments).toEqual([{ method }])
    })
  }
}
