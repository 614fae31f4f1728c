import type Stripe from 'stripe'
import { invalid, noSuch, refused } from '../api-error.ts'
import type { Params } from '../form.ts'
import { newId } from '../ids.ts'
import { formatMoney, maximumAmount, minimumAmount } from '../money.ts'
import type { SessionRecord } from '../records.ts'
import type { Cause, World } from '../world.ts'
import { nobody } from '../world.ts'
import { buildLineItems } from './line-item.ts'
import { readSessionParams, type SessionParams } from './session-params.ts'

export function createSession(world: World, params: Params, version: string): Stripe.Checkout.Session {
  const now = world.clock.seconds()
  const read = readSessionParams(params, now, version)
  const lines = buildLineItems(params.line_items, now)
  const currency = lines[0]?.item.currency ?? ''
  const total = lines.reduce((sum, { item }) => sum + item.amount_total, 0)
  checkAmount(total, currency)

  const session = buildSession(world, read, { currency, total, now })
  world.store.put('sessions', session.id, {
    session,
    lineItems: lines.map(({ item }) => item),
    products: lines.map(({ product }) => product),
    intentData: read.intent,
  })
  world.schedule({
    kind: 'expire-session',
    subject: session.id,
    outcome: null,
    dueAt: session.expires_at * 1000,
  })
  return session
}

/** Small and large totals are refused by code; the shop shows them as messages (T26). */
function checkAmount(total: number, currency: string): void {
  const minimum = minimumAmount(currency)
  if (total < minimum) {
    throw invalid(
      `The Checkout Session's total amount due must add up to at least ${formatMoney(minimum, currency)} ${currency}`,
      'line_items',
      'amount_too_small',
    )
  }
  if (total > maximumAmount) {
    throw invalid(
      `The Checkout Session's total amount due must be no more than ${formatMoney(maximumAmount, currency)}`,
      'line_items',
      'amount_too_large',
    )
  }
}

type Sum = { currency: string; total: number; now: number }

function buildSession(
  world: World,
  read: SessionParams,
  { currency, total, now }: Sum,
): Stripe.Checkout.Session {
  const id = newId('cs_test_', 58)
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: read.allowedMethods,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: read.cancelUrl,
    client_reference_id: read.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: now,
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: read.customerEmail,
    discounts: [],
    expires_at: read.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: read.locale,
    managed_payments: { enabled: false },
    metadata: read.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' }, ...read.options },
    payment_method_types: read.methods,
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: read.submitType,
    subscription: null,
    success_url: read.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${world.publicUrl()}/c/pay/${id}`,
    wallet_options: null,
  }
}

/** Reads a session; one whose time has come expires first, so that no reader sees it open. */
export function findSession(world: World, id: string): SessionRecord {
  const record = world.store.get('sessions', id)
  if (record === undefined) throw noSuch('checkout.session', id, 'session')
  const { session } = record
  if (session.status === 'open' && session.expires_at * 1000 <= world.clock.now()) {
    return closeSession(world, record, nobody)
  }
  return record
}

export function expireSession(world: World, id: string, cause: Cause): Stripe.Checkout.Session {
  const record = findSession(world, id)
  if (record.session.status !== 'open') {
    throw refused(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${record.session.status}\`.`,
    )
  }
  return closeSession(world, record, cause).session
}

/** Open → expired; an attempt that was under way is cancelled with it. */
export function closeSession(world: World, record: SessionRecord, cause: Cause): SessionRecord {
  const closed = changeSession(world, record, { status: 'expired', url: null })
  const intent = world.store.get('paymentIntents', String(record.session.payment_intent))
  if (intent !== undefined) {
    const canceled: Stripe.PaymentIntent = {
      ...intent,
      status: 'canceled',
      canceled_at: world.clock.seconds(),
      cancellation_reason: 'automatic',
      next_action: null,
    }
    world.store.put('paymentIntents', intent.id, canceled)
    world.emit('payment_intent.canceled', canceled, cause)
  }
  world.emit('checkout.session.expired', closed.session, cause)
  return closed
}

export function changeSession(
  world: World,
  record: SessionRecord,
  changes: Partial<Stripe.Checkout.Session>,
): SessionRecord {
  const changed = { ...record, session: { ...record.session, ...changes } }
  world.store.put('sessions', record.session.id, changed)
  return changed
}
