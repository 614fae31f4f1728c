import Stripe from 'stripe'
import { afterAll, expect } from 'vitest'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { receiveEvent } from '#app/domain/payments/receive-event.server.ts'
import { createStripeProvider } from '#app/platform/stripe.server.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '#tests/fakes/stripe/sandbox.ts'
import { signatureHeader } from '#tests/fakes/stripe/webhooks/signature.ts'
import { placeGroup, shopServices } from './checkout.ts'
import type { TestDatabase } from './database.ts'
import { createVariant } from './goods.ts'
import { type MovableClock, movableClock } from './people.ts'
import { webhookSecret } from './workers.ts'

export type Till = Awaited<ReturnType<typeof openTill>>

type TillOptions = SandboxOptions & {
  clock?: MovableClock
  /** How long the shop waits for an answer of the provider. */
  timeoutMs?: number
}

/** The payment use cases with the real SDK, and the sandbox in Stripe's place; one clock for both. */
export async function openTill(database: TestDatabase, options: TillOptions = {}) {
  const { clock = movableClock(), timeoutMs = 4_000, ...own } = options
  const sandbox = await startSandbox({ now: () => clock.now().getTime(), strictContract: true, ...own })
  afterAll(async () => {
    const violations = sandbox.violations()
    await sandbox.close()
    expect(violations, "what contradicts Stripe's API description").toEqual([])
  })
  const payments = createStripeProvider(stripeEnv(sandbox), { clock, timeoutMs })
  const paymentsUrl = `http://127.0.0.1:${sandbox.port}`
  return { ...shopServices(database), clock, payments, sandbox, paymentsUrl, stripe: connect(sandbox) }
}

export function stripeEnv(sandbox: Sandbox) {
  return {
    STRIPE_SECRET_KEY: sandbox.secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: `http://127.0.0.1:${sandbox.port}`,
  }
}

/** Looks at the provider's side, as its dashboard would. */
function connect({ secretKey, port }: Sandbox): Stripe {
  return new Stripe(secretKey, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 })
}

/** An event as the provider brings it. */
export function signed(till: Till, event: Stripe.Event): [body: string, signature: string] {
  const body = JSON.stringify(event)
  const seconds = Math.floor(till.clock.now().getTime() / 1000)
  return [body, signatureHeader(body, [webhookSecret], seconds)]
}

export async function ring(till: Till, event: Stripe.Event) {
  return await receiveEvent(till, ...signed(till, event))
}

/** A guest's order of one unit that awaits payment; `free` units are there before it. */
export async function placeFor(till: Till, free = 5) {
  const { id: variantId, sku } = await createVariant(till.db, { free })
  return { ...(await placeGroup(till, { sku, quantity: 1 })), variantId, sku }
}

/** The same with the provider's page open; the session's id is in its address. */
export async function placeAndOpen(till: Till, free = 5) {
  const placed = await placeFor(till, free)
  return { ...placed, sessionId: await openSession(till, placed.groupId) }
}

export async function openSession(till: Till, groupId: string): Promise<string> {
  const opened = await openPayment(till, groupId)
  if (!opened.ok) throw new Error(opened.code)
  return sessionOf(opened.value.url)
}

export function sessionOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? ''
}
