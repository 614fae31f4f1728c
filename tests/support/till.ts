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

export const webhookSecret = 'whsec_of_the_till'

export type Till = Awaited<ReturnType<typeof openTill>>

/** The payment use cases with the real SDK, and the sandbox in Stripe's place; one clock for both. */
export async function openTill(database: TestDatabase, options: SandboxOptions = {}) {
  const shop = shopServices(database)
  const sandbox = await startSandbox({
    now: () => shop.clock.now().getTime(),
    strictContract: true,
    ...options,
  })
  afterAll(async () => {
    const violations = sandbox.violations()
    await sandbox.close()
    expect(violations, "what contradicts Stripe's API description").toEqual([])
  })
  const payments = createStripeProvider(stripeEnv(sandbox), { clock: shop.clock, timeoutMs: 250 })
  return { ...shop, payments, sandbox, stripe: connect(sandbox) }
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

/** Brings an event as the provider would. */
export async function ring(till: Till, event: Stripe.Event) {
  const body = JSON.stringify(event)
  const seconds = Math.floor(till.clock.now().getTime() / 1000)
  return await receiveEvent(till, body, signatureHeader(body, [webhookSecret], seconds))
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
