import type Stripe from 'stripe'
import type { PaymentMethod, SessionRequest } from '#app/domain/payments/provider.ts'
import { timesFen } from '#app/kernel/money.ts'

type Params = Stripe.Checkout.SessionCreateParams
type LineItem = NonNullable<Params['line_items']>[number]

const methods: Array<PaymentMethod> = ['card', 'alipay', 'wechat_pay']
/** Stripe's limit in payment mode (docs.stripe.com/api/checkout/sessions/create). */
const mostLines = 100
const longestTitle = 250

/**
 * Order reference, titles and amounts, nothing about a person (T95). The same request gives the same parameters
 * always: under one idempotency key Stripe refuses other ones.
 * @throws RangeError when the lines do not add up to the total
 */
export function sessionParams(request: SessionRequest): Params {
  const { groupId, attempt, requestId } = request
  const metadata = { groupId, attempt: String(attempt), ...(requestId ? { requestId } : {}) }
  return {
    mode: 'payment',
    // Before API version 2026-09-30 this was `payment_method_types`.
    allowed_payment_method_types: methods,
    payment_method_options: { wechat_pay: { client: 'web' } },
    line_items: lineItems(request),
    locale: request.locale === 'en' ? 'en' : 'zh',
    client_reference_id: request.reference,
    metadata,
    payment_intent_data: { metadata },
    expires_at: Math.floor(request.expiresAt.getTime() / 1000),
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
  }
}

function lineItems({ lines, totalFen, reference }: SessionRequest): Array<LineItem> {
  const sum = lines.reduce((total, line) => total + timesFen(line.amountFen, line.quantity), 0)
  if (sum !== totalFen) throw new RangeError(`lines of ${reference} add up to ${sum}, not ${totalFen}`)
  if (lines.length > mostLines) return [lineItem(reference, totalFen, 1)]
  return lines.map((line) => lineItem(line.title, line.amountFen, line.quantity))
}

function lineItem(title: string, unitAmount: number, quantity: number): LineItem {
  const name = title.slice(0, longestTitle)
  return { price_data: { currency: 'cny', unit_amount: unitAmount, product_data: { name } }, quantity }
}
