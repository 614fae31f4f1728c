import type Stripe from 'stripe'
import type { CardBehaviour } from '../cards.ts'
import { newId } from '../ids.ts'
import type { MethodType } from '../records.ts'

const noBilling = { address: null, email: null, name: null, phone: null, tax_id: null }

/** The page asks for no name, phone or address: whatever the shop does not need, the sandbox does not invent. */
export function buildPaymentMethod(
  type: MethodType,
  card: CardBehaviour | null,
  now: number,
): Stripe.PaymentMethod {
  const method: Stripe.PaymentMethod = {
    id: newId('pm_1', 23),
    object: 'payment_method',
    billing_details: noBilling,
    created: now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type,
  }
  if (type === 'alipay') return { ...method, alipay: {} }
  if (type === 'wechat_pay') return { ...method, wechat_pay: {} }
  return { ...method, card: cardOf(card) }
}

function cardOf(card: CardBehaviour | null): Stripe.PaymentMethod.Card {
  return {
    brand: card?.brand ?? 'visa',
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'CN',
    display_brand: card?.brand ?? 'visa',
    exp_month: 12,
    exp_year: 2034,
    fingerprint: newId('', 16),
    funding: 'credit',
    generated_from: null,
    last4: (card?.number ?? '4242424242424242').slice(-4),
    networks: { available: [card?.brand ?? 'visa'], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  }
}

export function chargeDetails(method: Stripe.PaymentMethod): Stripe.Charge.PaymentMethodDetails {
  if (method.type === 'alipay') {
    return {
      type: 'alipay',
      alipay: { buyer_id: newId('2088', 12), fingerprint: null, transaction_id: newId('', 28) },
    }
  }
  if (method.type === 'wechat_pay') {
    return { type: 'wechat_pay', wechat_pay: { fingerprint: null, transaction_id: newId('', 28) } }
  }
  const card = method.card ?? cardOf(null)
  return {
    type: 'card',
    card: {
      amount_authorized: null,
      authorization_code: null,
      brand: card.brand,
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand,
      network_transaction_id: null,
      regulated_status: null,
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  }
}
