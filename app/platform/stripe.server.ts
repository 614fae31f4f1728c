import Stripe from 'stripe'
import {
  type PaymentProvider,
  type ProviderEvent,
  type ProviderMoney,
  ProviderRefused,
  type SessionRequest,
} from '#app/domain/payments/provider.ts'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import { fen } from '#app/kernel/money.ts'
import type { Env } from './env.server.ts'
import { asFinding, asProvider, isKeptFailure } from './stripe/failures.server.ts'
import { readEventBody, readRefund, readSession } from './stripe/readings.server.ts'
import { sessionParams } from './stripe/session-params.server.ts'

type StripeEnv = Pick<
  Env,
  'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET' | 'STRIPE_WEBHOOK_SECRET_PREVIOUS' | 'STRIPE_API_BASE'
>
type Patience = { clock: Clock; timeoutMs: number; retries: number }
type RefundRequest = Parameters<PaymentProvider['refund']>[0]

const usualPatience: Patience = { clock: systemClock, timeoutMs: 8_000, retries: 2 }
/** Seconds that a signature stays good: the tolerance of Stripe's own libraries. */
const signatureTolerance = 300
const withMethod = ['payment_intent.latest_charge']

/** Stripe Checkout as the shop's payment provider. */
export function createStripeProvider(env: StripeEnv, own: Partial<Patience> = {}): PaymentProvider {
  const patience = { ...usualPatience, ...own }
  const stripe = connect(env, patience)
  return {
    name: 'stripe',
    createSession: (request) => asProvider(async () => readSession(await createSession(stripe, request))),
    findSession: (sessionId) =>
      asFinding(async () =>
        readSession(await stripe.checkout.sessions.retrieve(sessionId, { expand: withMethod })),
      ),
    expireSession: (sessionId) => asProvider(() => expireSession(stripe, sessionId)),
    refund: (request) => asProvider(async () => readRefund(await refund(stripe, request))),
    findRefund: (refundId) => asFinding(async () => readRefund(await stripe.refunds.retrieve(refundId))),
    listMoney: (from, until) => asProvider(() => listMoney(stripe, from, until)),
    readEvent: (rawBody, signature) =>
      signature === null ? null : readEvent(stripe, env, patience.clock, rawBody, signature),
  }
}

function connect(
  { STRIPE_SECRET_KEY, STRIPE_API_BASE }: StripeEnv,
  { timeoutMs, retries }: Patience,
): Stripe {
  return new Stripe(STRIPE_SECRET_KEY, {
    // The types of this SDK are of this version; an account's default may be another.
    apiVersion: Stripe.API_VERSION,
    maxNetworkRetries: retries,
    timeout: timeoutMs,
    telemetry: false,
    ...(STRIPE_API_BASE ? addressOf(new URL(STRIPE_API_BASE)) : {}),
  })
}

function addressOf({
  protocol,
  hostname,
  port,
}: URL): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  const scheme = protocol === 'http:' ? 'http' : 'https'
  return { protocol: scheme, host: hostname, port: port || (scheme === 'http' ? 80 : 443) }
}

async function createSession(stripe: Stripe, request: SessionRequest): Promise<Stripe.Checkout.Session> {
  const idempotencyKey = `checkout:${request.groupId}:${request.attempt}`
  try {
    return await stripe.checkout.sessions.create(sessionParams(request), { idempotencyKey })
  } catch (error) {
    // A session that came to be behind that 500 has an address that nobody was told: another attempt does no harm.
    throw isKeptFailure(error) ? new ProviderRefused('kept-failure', 'this key only repeats a 500') : error
  }
}

async function expireSession(stripe: Stripe, sessionId: string): Promise<boolean> {
  try {
    await stripe.checkout.sessions.expire(sessionId)
    return true
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
    // Stripe has no code for "no longer open": the session itself tells.
    const { status } = await stripe.checkout.sessions.retrieve(sessionId)
    if (status === 'open') throw error
    return false
  }
}

async function refund(stripe: Stripe, request: RefundRequest): Promise<Stripe.Refund> {
  const { paymentIntentId, amountFen, idempotencyKey, groupId } = request
  const params = {
    payment_intent: paymentIntentId,
    amount: amountFen,
    metadata: { groupId, refund: idempotencyKey },
  }
  try {
    return await stripe.refunds.create(params, { idempotencyKey })
  } catch (error) {
    if (!isKeptFailure(error)) throw error
    // The money may have left behind that 500: look before a second key is used.
    for await (const known of stripe.refunds.list({ payment_intent: paymentIntentId, limit: 100 })) {
      if (known.metadata?.refund === idempotencyKey) return known
    }
    return await stripe.refunds.create(params, { idempotencyKey: `${idempotencyKey}:again` })
  }
}

/** Page after page; Stripe counts in whole seconds. */
async function listMoney(stripe: Stripe, from: Date, until: Date): Promise<Array<ProviderMoney>> {
  const created = { gte: Math.floor(from.getTime() / 1000), lt: Math.ceil(until.getTime() / 1000) }
  const money: Array<ProviderMoney> = []
  for await (const { id, status, amount_received: amount, created: at } of stripe.paymentIntents.list({
    created,
    limit: 100,
  }))
    if (status === 'succeeded')
      money.push({ kind: 'payment', id, amountFen: fen(amount), at: new Date(at * 1000) })
  for await (const { id, status, amount, created: at } of stripe.refunds.list({ created, limit: 100 }))
    if (status === 'succeeded')
      money.push({ kind: 'refund', id, amountFen: fen(amount), at: new Date(at * 1000) })
  return money
}

/** During a rotation the previous secret is good, too (T17). */
function readEvent(
  stripe: Stripe,
  { STRIPE_WEBHOOK_SECRET, STRIPE_WEBHOOK_SECRET_PREVIOUS }: StripeEnv,
  clock: Clock,
  rawBody: string,
  signature: string,
): ProviderEvent | null {
  for (const secret of [STRIPE_WEBHOOK_SECRET, STRIPE_WEBHOOK_SECRET_PREVIOUS]) {
    if (!secret) continue
    try {
      const now = clock.now().getTime()
      return readEventBody(
        stripe.webhooks.constructEvent(rawBody, signature, secret, signatureTolerance, undefined, now),
      )
    } catch {
      // Forged, altered, too old or no event at all: the next secret, then no.
    }
  }
  return null
}
