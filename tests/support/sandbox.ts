import { afterAll } from 'vitest'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createStripeProvider } from '#app/platform/stripe.server.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '#tests/fakes/stripe/sandbox.ts'
import { log, type Shop, shopEnv } from './checkout.ts'
import type { TestDatabase } from './database.ts'

/** The payment sandbox for a test file: a provider that several processes share. */
export async function useSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options)
  afterAll(() => sandbox.close())
  return sandbox
}

/** What checkout and payments take, with the sandbox as the provider: its sessions live by the machine's clock. */
export function sandboxServices({ db, pool }: TestDatabase, sandbox: Sandbox): Shop {
  const payments = createStripeProvider({
    STRIPE_SECRET_KEY: sandbox.secretKey,
    STRIPE_WEBHOOK_SECRET: 'whsec_tests',
    STRIPE_WEBHOOK_SECRET_PREVIOUS: undefined,
    STRIPE_API_BASE: sandbox.url,
  })
  return { db, pool, log, env: shopEnv, clock: systemClock, payments }
}

/** The shopper pays at the sandbox; the shop has not heard of it yet. */
export async function payAtSandbox(shop: Shop, sandbox: Sandbox, groupId: string): Promise<void> {
  const opened = await openPayment(shop, groupId)
  if (!opened.ok) throw new Error(opened.code)
  const { sessionId } = await shop.db.payment.findFirstOrThrow({ where: { groupId, status: 'open' } })
  sandbox.pay(sessionId ?? '', { method: 'card' })
}
