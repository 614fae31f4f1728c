import type Stripe from 'stripe'
import { invalid, missing, noSuch, refused } from '../api-error.ts'
import { findCardByLast4 } from '../cards.ts'
import type { Params } from '../form.ts'
import { newId } from '../ids.ts'
import { formatMoney } from '../money.ts'
import { metadataOf, optionalEnum, optionalInteger, optionalString, refuseUnknown } from '../params.ts'
import type { RefundOutcome, RefundRecord } from '../records.ts'
import type { Cause, World } from '../world.ts'
import { bookMovement } from './balance-transaction.ts'
import { changeCharge, findCharge } from './charge.ts'
import { findPaymentIntent } from './payment-intent.ts'

const day = 24 * 3600

/** Alipay refunds within 90 days, WeChat Pay within 180: the method pages of docs.stripe.com */
const windows: Readonly<Record<string, number>> = { alipay: 90 * day, wechat_pay: 180 * day }

export function createRefund(world: World, params: Params, cause: Cause): Stripe.Refund {
  refuseUnknown(params, ['amount', 'charge', 'expand', 'metadata', 'payment_intent', 'reason'])
  const metadata = metadataOf(params.metadata)
  const reason = optionalEnum(params.reason, 'reason', ['duplicate', 'fraudulent', 'requested_by_customer'])
  const asked = optionalInteger(params.amount, 'amount')
  if (asked !== null && asked < 1)
    throw invalid('Invalid positive integer', 'amount', 'parameter_invalid_integer')
  const charge = chargeToRefund(world, params)
  const amount = refundableAmount(charge, asked)
  refuseLate(world, charge)

  const plan = nextOutcome(world, charge)
  const isDone = plan.outcome === 'succeeded' || plan.outcome === 'succeeded-then-failed'
  const refund = buildRefund(world, charge, { amount, reason, metadata })
  refund.status = isDone ? 'succeeded' : plan.outcome === 'requires_action' ? 'requires_action' : 'pending'
  world.store.put('refunds', refund.id, { refund, outcome: plan.outcome })
  const refunded = addRefunded(world, charge, amount)
  world.emit('refund.created', refund, cause)
  world.emit('charge.refunded', refunded, cause)
  if (plan.afterMs !== null) {
    const dueAt = world.clock.now() + plan.afterMs
    world.schedule({ kind: 'settle-refund', subject: refund.id, outcome: null, dueAt })
  }
  return refund
}

function chargeToRefund(world: World, params: Params): Stripe.Charge {
  const chargeId = optionalString(params.charge, 'charge')
  const intentId = optionalString(params.payment_intent, 'payment_intent')
  if (chargeId !== null && intentId !== null) {
    throw invalid('You may only specify one of these parameters: charge, payment_intent.', 'charge')
  }
  if (chargeId !== null) return findCharge(world, chargeId)
  if (intentId === null) throw missing('payment_intent')
  const intent = findPaymentIntent(world, intentId)
  const charge = world.store.get('charges', String(intent.latest_charge))
  if (charge === undefined || charge.status !== 'succeeded') {
    throw refused(`This PaymentIntent (${intentId}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    })
  }
  return charge
}

function refundableAmount(charge: Stripe.Charge, asked: number | null): number {
  if (charge.status !== 'succeeded') {
    throw refused(`Charge ${charge.id} is not paid and cannot be refunded.`, { param: 'charge' })
  }
  const left = charge.amount - charge.amount_refunded
  if (left <= 0) {
    throw refused(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
  if (asked !== null && asked > left) {
    const money = (amount: number) => formatMoney(amount, charge.currency)
    throw refused(
      left === charge.amount
        ? `Refund amount (${money(asked)}) is greater than charge amount (${money(left)})`
        : `Refund amount (${money(asked)}) is greater than unrefunded amount on charge (${money(left)})`,
      { param: 'amount' },
    )
  }
  return asked ?? left
}

function refuseLate(world: World, charge: Stripe.Charge): void {
  const window = windows[charge.payment_method_details?.type ?? '']
  if (window !== undefined && world.clock.seconds() > charge.created + window) {
    throw refused(`Charge ${charge.id} is too old to be refunded.`, { param: 'charge' })
  }
}

function nextOutcome(
  world: World,
  charge: Stripe.Charge,
): { outcome: RefundOutcome; afterMs: number | null } {
  const { outcomes } = world
  const set = outcomes.refunds.shift()
  if (set !== undefined) return set
  if (charge.payment_method_details?.type !== 'card') {
    return { outcome: 'pending', afterMs: outcomes.refundDelayMs }
  }
  const outcome = findCardByLast4(charge.payment_method_details.card?.last4 ?? '')?.refund ?? 'succeeded'
  return { outcome, afterMs: outcome === 'succeeded' ? null : outcomes.refundDelayMs }
}

type Asked = { amount: number; reason: string | null; metadata: Record<string, string> }

function buildRefund(
  world: World,
  charge: Stripe.Charge,
  { amount, reason, metadata }: Asked,
): Stripe.Refund {
  const isCard = charge.payment_method_details?.type === 'card'
  const id = newId(isCard ? 're_3' : 'pyr_1', 23)
  const { currency } = charge
  const type = isCard ? 'refund' : 'payment_refund'
  return {
    id,
    object: 'refund',
    amount,
    balance_transaction: bookMovement(world, { amount: -amount, fee: 0, currency, source: id, type }),
    charge: charge.id,
    created: world.clock.seconds(),
    currency,
    customer: null,
    customer_account: null,
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'pending',
    transfer_reversal: null,
  }
}

/** A negative amount gives back what a failed or cancelled refund had taken. */
function addRefunded(world: World, charge: Stripe.Charge, amount: number): Stripe.Charge {
  const total = charge.amount_refunded + amount
  return changeCharge(world, charge, { amount_refunded: total, refunded: total === charge.amount })
}

export function findRefund(world: World, id: string): RefundRecord {
  const record = world.store.get('refunds', id)
  if (record === undefined) throw noSuch('refund', id, 'refund')
  return record
}

/** Pending → succeeded or failed; also succeeded → failed, which a bank may say days later. False when settled. */
export function settleRefund(world: World, id: string, outcome: 'succeeded' | 'failed'): boolean {
  const { refund } = findRefund(world, id)
  if (refund.status === 'failed' || refund.status === 'canceled' || refund.status === outcome) return false
  if (outcome === 'succeeded') {
    world.emit('refund.updated', keep(world, { ...refund, status: 'succeeded' }, outcome))
    return true
  }
  const failed = keep(world, { ...refund, ...failure(world, refund), status: 'failed' }, outcome)
  addRefunded(world, findCharge(world, String(refund.charge)), -refund.amount)
  world.emit('refund.updated', failed)
  world.emit('refund.failed', failed)
  return true
}

function failure(world: World, refund: Stripe.Refund): Partial<Stripe.Refund> {
  const { amount, currency, id } = refund
  return {
    failure_reason: 'unknown',
    failure_balance_transaction: bookMovement(world, {
      amount,
      fee: 0,
      currency,
      source: id,
      type: 'refund_failure',
    }),
  }
}

/** Only a refund that waits for the customer can be cancelled. */
export function cancelRefund(world: World, id: string, cause: Cause): Stripe.Refund {
  const { refund, outcome } = findRefund(world, id)
  if (refund.status !== 'requires_action') {
    throw refused(
      `You can't cancel a refund with a status of ${refund.status}; only requires_action can be cancelled.`,
    )
  }
  const canceled = keep(world, { ...refund, status: 'canceled' }, outcome)
  addRefunded(world, findCharge(world, String(refund.charge)), -refund.amount)
  world.emit('refund.updated', canceled, cause)
  return canceled
}

export function updateRefund(world: World, id: string, params: Params, cause: Cause): Stripe.Refund {
  refuseUnknown(params, ['expand', 'metadata'])
  const { refund, outcome } = findRefund(world, id)
  const updated = keep(
    world,
    { ...refund, metadata: { ...refund.metadata, ...metadataOf(params.metadata) } },
    outcome,
  )
  world.emit('refund.updated', updated, cause)
  return updated
}

function keep(world: World, refund: Stripe.Refund, outcome: RefundOutcome): Stripe.Refund {
  world.store.put('refunds', refund.id, { refund, outcome })
  return refund
}
