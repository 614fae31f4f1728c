import type Stripe from 'stripe'
import type { DeliveryRecord } from './webhooks/deliveries.ts'

/** What the sandbox keeps about each object. The API objects themselves are typed by Stripe's SDK. */

export type PriceObject = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string }
export type LineItemObject = Omit<Stripe.LineItem, 'price'> & { price: PriceObject }

export type MethodType = 'card' | 'alipay' | 'wechat_pay'

export type SessionRecord = {
  session: Stripe.Checkout.Session
  lineItems: Array<LineItemObject>
  products: Array<Stripe.Product>
  intentData: { metadata: Record<string, string>; description: string | null }
}

export type RefundRecord = {
  refund: Stripe.Refund
  /** What the scheduled settlement will make of a pending refund. */
  outcome: RefundOutcome
}

export type RefundOutcome = 'succeeded' | 'failed' | 'pending' | 'requires_action' | 'succeeded-then-failed'

export type EventRecord = {
  id: string
  object: 'event'
  api_version: string
  created: number
  data: { object: object }
  livemode: false
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  type: string
}

export type TaskRecord = {
  id: string
  kind: 'expire-session' | 'settle-refund' | 'settle-payment'
  subject: string
  outcome: 'succeeded' | 'failed' | null
  /** Sandbox time in milliseconds. */
  dueAt: number
}

export type StoredAnswer = {
  path: string
  fingerprint: string
  status: number
  body: object
  requestId: string
  createdAt: number
}

type SettingRecord = { offsetMs: number }

export type Collections = {
  sessions: SessionRecord
  paymentIntents: Stripe.PaymentIntent
  paymentMethods: Stripe.PaymentMethod
  charges: Stripe.Charge
  refunds: RefundRecord
  balanceTransactions: Stripe.BalanceTransaction
  events: EventRecord
  webhookEndpoints: Stripe.WebhookEndpoint
  deliveries: DeliveryRecord
  tasks: TaskRecord
  answers: StoredAnswer
  settings: SettingRecord
}
