/** What is sent to a buyer's phone. `link` opens the order for whoever has it, so it goes to that phone only. */
export type OrderSms = { number: string; link: string; amount: string; payBy: string }

export const sms = {
  'order-placed': ({ number, amount, payBy, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 已提交，应付 ${amount}，请在 ${payBy} 前付款：${link}`,
  'order-paid': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 已付款 ${amount}，各企业会从产地发货。查看订单：${link}`,
  'order-expired': ({ number }: OrderSms) =>
    `【赤峰好物】订单 ${number} 未在时限内付款，已自动关闭，没有产生费用。`,
  'order-cancelled': ({ number, link }: OrderSms) => `【赤峰好物】订单 ${number} 已取消。查看：${link}`,
  'order-shipped': ({ number, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 有包裹已发出。查看物流：${link}`,
  'tracking-corrected': ({ number, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 有包裹的快递单号已更正，请以订单页为准：${link}`,
  'after-sale-answered': ({ number, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的售后申请有了答复。查看并回复：${link}`,
  'return-due': ({ number, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的退货还没有登记寄回，请在两天内寄出并填写快递单号，过期售后会结束：${link}`,
  'return-ended': ({ number, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的退货没有在期限内登记寄回，售后已结束。若已寄出，企业收到后仍可退款；也可以重新申请：${link}`,
  'invoice-issued': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的发票（${amount}）已开具，可在订单页下载：${link}`,
  'invoice-replaced': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的发票（${amount}）已更换，请在订单页重新下载，之前的不要使用：${link}`,
  'paid-after-release': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的付款 ${amount} 在付款时限过后到账，其中有商品已不够数，正在全额退回。查看：${link}`,
  'paid-after-cancel': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的付款 ${amount} 在订单取消后到账，不会发货，正在全额退回。仍需要请重新下单。查看：${link}`,
  'refund-requested': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的退款 ${amount} 已提交，将原路退回。查看：${link}`,
  'out-of-stock': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】很抱歉，订单 ${number} 有商品缺货，退款 ${amount} 已提交，将原路退回。查看：${link}`,
  'amount-mismatch': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 收到的付款 ${amount} 与应付金额不符，订单已取消，这笔钱已提交原路退回。仍需要请重新下单。查看：${link}`,
  'paid-twice': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 多收到一笔付款 ${amount}，已提交原路退回，订单不受影响。查看：${link}`,
  'refund-succeeded': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的退款 ${amount} 已原路退回。查看：${link}`,
  'refund-by-hand': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的退款 ${amount} 已用其他方式退给您。查看：${link}`,
  'refund-failed': ({ number, amount, link }: OrderSms) =>
    `【赤峰好物】订单 ${number} 的退款 ${amount} 没能原路退回，我们会联系您换一种方式。查看：${link}`,
}
