import type { OrderSms, sms as zh } from '../zh/sms.ts'

export const sms = {
  'order-placed': ({ number, amount, payBy, link }: OrderSms) =>
    `[Chifeng Good Products] Order ${number} is placed. Please pay ${amount} before ${payBy}: ${link}`,
  'order-paid': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] ${amount} received for order ${number}. The enterprises ship from Chifeng. Your order: ${link}`,
  'order-expired': ({ number }: OrderSms) =>
    `[Chifeng Good Products] Order ${number} was not paid in time and is closed. Nothing was charged.`,
  'order-cancelled': ({ number, link }: OrderSms) =>
    `[Chifeng Good Products] Order ${number} is cancelled. Details: ${link}`,
  'order-shipped': ({ number, link }: OrderSms) =>
    `[Chifeng Good Products] A parcel of order ${number} is on its way. Follow it: ${link}`,
  'tracking-corrected': ({ number, link }: OrderSms) =>
    `[Chifeng Good Products] The tracking number of a parcel of order ${number} was corrected. Follow the new one: ${link}`,
  'after-sale-answered': ({ number, link }: OrderSms) =>
    `[Chifeng Good Products] There is an answer to your after-sales request about order ${number}. Read it and reply: ${link}`,
  'return-due': ({ number, link }: OrderSms) =>
    `[Chifeng Good Products] The return of order ${number} has not been sent off yet. Please send it within two days and enter its tracking number, or the request will be closed: ${link}`,
  'return-ended': ({ number, link }: OrderSms) =>
    `[Chifeng Good Products] The return of order ${number} was not reported in time, and the request is closed. If you sent it, it can still be refunded on arrival; or ask again: ${link}`,
  'invoice-issued': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] An invoice of ${amount} for order ${number} is issued. Download it from the order: ${link}`,
  'invoice-replaced': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] The invoice of order ${number} (${amount}) was replaced. Please download it again and use no earlier one: ${link}`,
  'paid-after-release': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] Your payment of ${amount} for order ${number} came after its time to pay was over, and not all of its goods are left. We are returning it in full. Details: ${link}`,
  'paid-after-cancel': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] Your payment of ${amount} for order ${number} came after it was cancelled. Nothing will be sent and we are returning it in full; please order again if you still want it. Details: ${link}`,
  'refund-requested': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] A refund of ${amount} for order ${number} is under way to where you paid from. Details: ${link}`,
  'out-of-stock': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] Sorry: something in order ${number} is out of stock. A refund of ${amount} is under way to where you paid from. Details: ${link}`,
  'amount-mismatch': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] Your payment of ${amount} for order ${number} is not what it costs. The order is cancelled and the money is on its way back to where you paid from; please order again if you still want it. Details: ${link}`,
  'paid-twice': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] ${amount} was paid beside order ${number} and is on its way back to where you paid from. The order itself goes on as it was. Details: ${link}`,
  'refund-succeeded': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] ${amount} of order ${number} has been returned to where you paid from. Details: ${link}`,
  'refund-by-hand': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] ${amount} of order ${number} has been returned to you by other means. Details: ${link}`,
  'refund-failed': ({ number, amount, link }: OrderSms) =>
    `[Chifeng Good Products] The refund of ${amount} for order ${number} could not be returned to where you paid from. We will contact you. Details: ${link}`,
} satisfies typeof zh
