import type Stripe from 'stripe'
import { noSuch } from '../api-error.ts'
import type { Decline } from '../cards.ts'
import { newId } from '../ids.ts'
import type { World } from '../world.ts'
import { chargeDetails } from './payment-method.ts'

type Result = { status: 'succeeded' } | { status: 'pending' } | { status: 'failed'; decline: Decline }

export function buildCharge(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  result: Result,
): Stripe.Charge {
  const decline = result.status === 'failed' ? result.decline : null
  return {
    id: newId(method.type === 'card' ? 'ch_3' : 'py_3', 23),
    object: 'charge',
    amount: intent.amount,
    amount_captured: result.status === 'succeeded' ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: null,
    captured: result.status === 'succeeded',
    created: world.clock.seconds(),
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid: result.status === 'succeeded',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: chargeDetails(method),
    radar_options: {},
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: result.status,
    transfer_data: null,
    transfer_group: null,
  }
}

function outcomeOf(decline: Decline | null): Stripe.Charge.Outcome {
  return {
    advice_code: decline === null ? null : 'try_again_later',
    network_advice_code: null,
    network_decline_code: null,
    network_status: decline === null ? 'approved_by_network' : 'declined_by_network',
    reason: decline?.declineCode ?? null,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: decline === null ? 'Payment complete.' : decline.message,
    type: decline === null ? 'authorized' : 'issuer_declined',
  }
}

export function findCharge(world: World, id: string): Stripe.Charge {
  const charge = world.store.get('charges', id)
  if (charge === undefined) throw noSuch('charge', id, 'charge')
  return charge
}

export function changeCharge(
  world: World,
  charge: Stripe.Charge,
  changes: Partial<Stripe.Charge>,
): Stripe.Charge {
  const changed = { ...charge, ...changes }
  world.store.put('charges', charge.id, changed)
  return changed
}
