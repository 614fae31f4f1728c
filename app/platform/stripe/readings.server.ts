import type Stripe from 'stripe'
import { z } from 'zod'
import type {
  PaymentMethod,
  ProviderEvent,
  ProviderRefund,
  ProviderSession,
} from '#app/domain/payments/provider.ts'
import { fen } from '#app/kernel/money.ts'

const status = z.enum(['open', 'complete', 'expired'])
const method = z.enum(['card', 'alipay', 'wechat_pay'])

/** What a session says: whole only with `payment_intent.latest_charge` expanded. */
export function readSession(session: Stripe.Checkout.Session): ProviderSession {
  return {
    sessionId: session.id,
    status: readStatus(session),
    isPaid: session.payment_status === 'paid',
    paymentIntentId: idOf(session.payment_intent),
    method: readMethod(session),
    amountFen: fen(session.amount_total ?? 0),
    currency: session.currency ?? '',
    url: session.url,
    groupId: session.metadata?.groupId ?? null,
    expiresAt: new Date(session.expires_at * 1000),
  }
}

/** A delayed payment that failed leaves its session complete: only the intent tells (T18). */
function readStatus({ status: said, payment_intent: intent }: Stripe.Checkout.Session) {
  const hasFailed =
    said === 'complete' &&
    intent !== null &&
    typeof intent !== 'string' &&
    (intent.status === 'requires_payment_method' || intent.status === 'canceled')
  // A status that this version does not know neither settles nor releases anything.
  return hasFailed ? 'failed' : (status.safeParse(said).data ?? 'open')
}

export function readRefund(refund: Stripe.Refund): ProviderRefund {
  return {
    refundId: refund.id,
    status: refundStatus(refund),
    amountFen: fen(refund.amount),
    failure: refund.failure_reason ?? (refund.status === 'canceled' ? 'canceled' : null),
  }
}

const eventShape = z.object({
  id: z.string(),
  type: z.string(),
  data: z.object({
    object: z.object({
      object: z.string(),
      id: z.string(),
      payment_intent: z.unknown().optional(),
      metadata: z.record(z.string(), z.string()).nullish(),
    }),
  }),
})

/** @throws ZodError when the body is not an event */
export function readEventBody(body: unknown): ProviderEvent {
  const { id, type, data } = eventShape.parse(body)
  return { id, kind: type, about: aboutOf(data.object) }
}

function aboutOf(object: z.infer<typeof eventShape>['data']['object']): ProviderEvent['about'] {
  if (object.object === 'checkout.session') return { kind: 'session', sessionId: object.id }
  if (object.object === 'refund')
    return { kind: 'refund', refundId: object.id, key: object.metadata?.refund ?? null }
  const { payment_intent: intent } = object
  if (object.object === 'charge' && typeof intent === 'string')
    return { kind: 'charge', paymentIntentId: intent }
  return { kind: 'other' }
}

function refundStatus({ status }: Stripe.Refund): ProviderRefund['status'] {
  if (status === 'succeeded') return 'succeeded'
  // `requires_action` waits for somebody, as `pending` does.
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}

function readMethod({ payment_intent: intent }: Stripe.Checkout.Session): PaymentMethod | null {
  if (intent === null || typeof intent === 'string') return null
  const charge = intent.latest_charge
  if (charge === null || typeof charge === 'string') return null
  return method.safeParse(charge.payment_method_details?.type).data ?? null
}

function idOf(reference: string | { id: string } | null): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null)
}
