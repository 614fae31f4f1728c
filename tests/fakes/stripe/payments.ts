import type Stripe from 'stripe'
import { type CardBehaviour, type Decline, declines } from './cards.ts'
import { bookMovement, feeOf } from './objects/balance-transaction.ts'
import { buildCharge, changeCharge, findCharge } from './objects/charge.ts'
import {
  buildPaymentIntent,
  changeIntent,
  findPaymentIntent,
  paymentError,
} from './objects/payment-intent.ts'
import { buildPaymentMethod } from './objects/payment-method.ts'
import { changeSession, findSession } from './objects/session.ts'
import type { MethodType, SessionRecord } from './records.ts'
import type { World } from './world.ts'

/** What becomes of one attempt to pay: the events follow in the order in which Stripe makes them. */

export type Attempt = { method: MethodType; card: CardBehaviour | null }

export type AttemptResult = 'paid' | 'processing' | 'declined' | 'challenge' | 'not-open'

type Prepared = { record: SessionRecord; intent: Stripe.PaymentIntent; method: Stripe.PaymentMethod }

/** A card is tried: it is paid, declined, or asks for 3-D Secure first. */
export function tryCard(world: World, sessionId: string, card: CardBehaviour): AttemptResult {
  if (card.challenge) return askChallenge(world, sessionId, { method: 'card', card })
  if (card.decline !== null) return decline(world, sessionId, { method: 'card', card }, card.decline)
  return complete(world, sessionId, { method: 'card', card })
}

/** The money is here; or on its way, where the switch for delayed methods names this one. */
export function complete(world: World, sessionId: string, attempt: Attempt): AttemptResult {
  const delay = world.outcomes.delayed.get(attempt.method)
  if (delay !== undefined) return completeUnpaid(world, sessionId, attempt, delay)
  const prepared = prepare(world, sessionId, attempt)
  if (prepared === null) return 'not-open'
  const paid = capture(world, prepared.intent, prepared.method)
  const closed = changeSession(world, prepared.record, {
    ...completion(paid.id),
    payment_status: 'paid',
  })
  world.emit('checkout.session.completed', closed.session)
  return 'paid'
}

export function decline(world: World, sessionId: string, attempt: Attempt, why: Decline): AttemptResult {
  const prepared = prepare(world, sessionId, attempt)
  if (prepared === null) return 'not-open'
  const { intent, method } = prepared
  // A bank's refusal leaves a failed charge; a wallet that was left, or a failed 3-D Secure, leaves none.
  const charge =
    why.declineCode === null ? null : buildCharge(world, intent, method, { status: 'failed', decline: why })
  if (charge !== null) {
    world.store.put('charges', charge.id, charge)
    world.emit('charge.failed', charge)
  }
  const failed = changeIntent(world, intent, {
    status: 'requires_payment_method',
    latest_charge: charge?.id ?? intent.latest_charge,
    last_payment_error: paymentError(why, method, charge?.id ?? null),
    next_action: null,
    payment_method: null,
  })
  world.emit('payment_intent.payment_failed', failed)
  return 'declined'
}

/** 3-D Secure, or a wallet's own page: the customer has to act. */
function askChallenge(world: World, sessionId: string, attempt: Attempt): AttemptResult {
  const prepared = prepare(world, sessionId, attempt)
  if (prepared === null) return 'not-open'
  const waiting = changeIntent(world, prepared.intent, {
    status: 'requires_action',
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: {
        url: `${world.publicUrl()}/c/pay/${sessionId}`,
        return_url: prepared.record.session.success_url,
      },
    },
  })
  world.emit('payment_intent.requires_action', waiting)
  return 'challenge'
}

/** Delayed methods: complete now, paid or failed later. */
function completeUnpaid(
  world: World,
  sessionId: string,
  attempt: Attempt,
  { outcome, afterMs }: { outcome: 'succeeded' | 'failed' | 'by-hand'; afterMs: number },
): AttemptResult {
  const prepared = prepare(world, sessionId, attempt)
  if (prepared === null) return 'not-open'
  const { intent, method, record } = prepared
  const charge = buildCharge(world, intent, method, { status: 'pending' })
  world.store.put('charges', charge.id, charge)
  const processing = changeIntent(world, intent, {
    status: 'processing',
    latest_charge: charge.id,
    next_action: null,
  })
  world.emit('charge.pending', charge)
  world.emit('payment_intent.processing', processing)
  const closed = changeSession(world, record, completion(intent.id))
  world.emit('checkout.session.completed', closed.session)
  if (outcome !== 'by-hand') {
    world.schedule({
      kind: 'settle-payment',
      subject: sessionId,
      outcome,
      dueAt: world.clock.now() + afterMs,
    })
  }
  return 'processing'
}

/** The delayed money arrives, or does not. False when nothing is on its way. */
export function settlePayment(world: World, sessionId: string, outcome: 'succeeded' | 'failed'): boolean {
  const record = findSession(world, sessionId)
  const { session } = record
  if (session.status !== 'complete' || session.payment_status !== 'unpaid') return false
  const intent = findPaymentIntent(world, String(session.payment_intent))
  if (intent.status !== 'processing') return false
  if (outcome === 'succeeded') {
    receive(world, intent, findCharge(world, String(intent.latest_charge)))
    const paid = changeSession(world, record, { payment_status: 'paid' })
    world.emit('checkout.session.async_payment_succeeded', paid.session)
    return true
  }
  failPending(world, intent)
  world.emit('checkout.session.async_payment_failed', session)
  return true
}

function failPending(world: World, intent: Stripe.PaymentIntent): void {
  const charge = changeCharge(world, findCharge(world, String(intent.latest_charge)), {
    status: 'failed',
    failure_code: declines.wallet.code,
    failure_message: declines.wallet.message,
  })
  world.emit('charge.failed', charge)
  const method = world.store.get('paymentMethods', String(charge.payment_method))
  const failed = changeIntent(world, intent, {
    status: 'requires_payment_method',
    payment_method: null,
    last_payment_error: method === undefined ? null : paymentError(declines.wallet, method, charge.id),
  })
  world.emit('payment_intent.payment_failed', failed)
}

/** The intent is made at the first attempt, not with the session (API versions since 2022-08-01). */
function prepare(world: World, sessionId: string, attempt: Attempt): Prepared | null {
  const found = findSession(world, sessionId)
  if (found.session.status !== 'open') return null
  const known = world.store.get('paymentIntents', String(found.session.payment_intent))
  const created = known ?? buildPaymentIntent(world, found)
  if (known === undefined) {
    world.store.put('paymentIntents', created.id, created)
    world.emit('payment_intent.created', created)
  }
  const method = buildPaymentMethod(attempt.method, attempt.card, world.clock.seconds())
  world.store.put('paymentMethods', method.id, method)
  const intent = changeIntent(world, created, { payment_method: method.id })
  const record = changeSession(world, found, { payment_intent: intent.id })
  return { record, intent, method }
}

function capture(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  return receive(world, intent, buildCharge(world, intent, method, { status: 'succeeded' }))
}

function receive(world: World, intent: Stripe.PaymentIntent, charge: Stripe.Charge): Stripe.PaymentIntent {
  const { amount, currency } = charge
  const type = charge.payment_method_details?.type === 'card' ? 'charge' : 'payment'
  const paid = changeCharge(world, charge, {
    status: 'succeeded',
    paid: true,
    captured: true,
    amount_captured: amount,
    balance_transaction: bookMovement(world, {
      amount,
      fee: feeOf(amount),
      currency,
      source: charge.id,
      type,
    }),
  })
  world.emit('charge.succeeded', paid)
  const succeeded = changeIntent(world, intent, {
    status: 'succeeded',
    amount_received: amount,
    latest_charge: paid.id,
    last_payment_error: null,
    next_action: null,
  })
  world.emit('payment_intent.succeeded', succeeded)
  return succeeded
}

function completion(intentId: string): Partial<Stripe.Checkout.Session> {
  return {
    status: 'complete',
    url: null,
    payment_intent: intentId,
    customer_details: {
      address: null,
      business_name: null,
      email: null,
      individual_name: null,
      name: null,
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
    },
  }
}
