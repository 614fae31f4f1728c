import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { expect } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '#tests/fakes/stripe/sandbox.ts'

export const webhookSecret = 'whsec_contract_one'
export const rotatedSecret = 'whsec_contract_two'

type Received = { rawBody: string; signature: string }

/** The sandbox with the SDK before it and a shop behind it that takes in webhooks. */
export type Fixture = {
  sandbox: Sandbox
  stripe: Stripe
  received: Array<Received>
  /** What the shop answers to the next webhooks; then 200 again. */
  answerWith: (status: number, times?: number) => void
  webhookUrl: string
  createSession: (changes?: Partial<Stripe.Checkout.SessionCreateParams>) => Promise<Stripe.Checkout.Session>
  /** Pays a new session and gives its intent's id. */
  paidIntent: (method?: 'card' | 'alipay' | 'wechat_pay', cardNumber?: string) => Promise<string>
  /** The events that arrived, each checked by the SDK, in the order of arrival. */
  arrived: () => Promise<Array<Stripe.Event>>
  close: () => Promise<void>
}

export async function openFixture(options: SandboxOptions = {}): Promise<Fixture> {
  const received: Array<Received> = []
  let refusal = { status: 200, left: 0 }
  const shop = createServer((request, response) => {
    const chunks: Array<Buffer> = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const rawBody = Buffer.concat(chunks).toString('utf8')
      received.push({ rawBody, signature: String(request.headers['stripe-signature']) })
      refusal.left -= 1
      response.writeHead(refusal.left >= 0 ? refusal.status : 200).end()
    })
  })
  const webhookUrl = `http://127.0.0.1:${await listen(shop)}/hooks/stripe`
  const sandbox = await startSandbox({
    strictContract: true,
    webhook: { url: webhookUrl, secrets: [webhookSecret, rotatedSecret] },
    ...options,
  })
  const stripe = connect(sandbox)

  function createSession(
    changes: Partial<Stripe.Checkout.SessionCreateParams> = {},
  ): Promise<Stripe.Checkout.Session> {
    return stripe.checkout.sessions.create({ ...sessionParams, ...changes })
  }

  return {
    sandbox,
    stripe,
    received,
    webhookUrl,
    answerWith: (status, times = Number.POSITIVE_INFINITY) => {
      refusal = { status, left: times }
    },
    createSession,
    paidIntent: async (method = 'card', cardNumber) => {
      const { id } = await createSession()
      sandbox.pay(id, { method, ...(cardNumber === undefined ? {} : { cardNumber }) })
      return String((await stripe.checkout.sessions.retrieve(id)).payment_intent)
    },
    arrived: async () => {
      await sandbox.flushWebhooks()
      return received.map(({ rawBody, signature }) =>
        stripe.webhooks.constructEvent(rawBody, signature, webhookSecret),
      )
    },
    close: async () => {
      const violations = sandbox.violations()
      await sandbox.close()
      shop.closeAllConnections()
      await new Promise((resolve) => shop.close(resolve))
      expect(violations).toEqual([])
    },
  }
}

export function connect(
  sandbox: Sandbox,
  options: { secretKey?: string; retries?: number; timeout?: number } = {},
): Stripe {
  return new Stripe(options.secretKey ?? sandbox.secretKey, {
    host: '127.0.0.1',
    port: sandbox.port,
    protocol: 'http',
    maxNetworkRetries: options.retries ?? 0,
    timeout: options.timeout ?? 10_000,
  })
}

export const sessionParams: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  allowed_payment_method_types: ['card', 'alipay', 'wechat_pay'],
  payment_method_options: { wechat_pay: { client: 'web' } },
  line_items: [
    {
      price_data: { currency: 'cny', unit_amount: 5980, product_data: { name: '敖汉小米 2.5kg' } },
      quantity: 2,
    },
    { price_data: { currency: 'cny', unit_amount: 1200, product_data: { name: '运费' } }, quantity: 1 },
  ],
  success_url: 'http://shop.test/done?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://shop.test/cart',
  client_reference_id: 'G-1001',
  metadata: { groupId: 'G-1001', attempt: '1' },
  locale: 'zh',
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
