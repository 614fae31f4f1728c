import type Stripe from 'stripe'
import { noSuch } from '../api-error.ts'
import type { Decline } from '../cards.ts'
import { newId } from '../ids.ts'
import type { SessionRecord } from '../records.ts'
import type { World } from '../world.ts'

export function buildPaymentIntent(world: World, record: SessionRecord): Stripe.PaymentIntent {
  const { session, intentData } = record
  const id = newId('pi_3', 23)
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${newId('', 25)}`,
    confirmation_method: 'automatic',
    created: world.clock.seconds(),
    currency: session.currency ?? '',
    customer: null,
    customer_account: null,
    description: intentData.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: intentData.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: session.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  }
}

export function findPaymentIntent(world: World, id: string): Stripe.PaymentIntent {
  const intent = world.store.get('paymentIntents', id)
  if (intent === undefined) throw noSuch('payment_intent', id, 'intent')
  return intent
}

export function changeIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  changes: Partial<Stripe.PaymentIntent>,
): Stripe.PaymentIntent {
  const changed = { ...intent, ...changes }
  world.store.put('paymentIntents', intent.id, changed)
  return changed
}

export function paymentError(
  decline: Decline,
  method: Stripe.PaymentMethod,
  chargeId: string | null,
): Stripe.PaymentIntent.LastPaymentError {
  return {
    ...(chargeId === null ? {} : { charge: chargeId }),
    code: decline.code,
    ...(decline.declineCode === null ? {} : { decline_code: decline.declineCode }),
    doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll('_', '-')}`,
    message: decline.message,
    payment_method: method,
    type: decline.declineCode === null ? 'invalid_request_error' : 'card_error',
  }
}
