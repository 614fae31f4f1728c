import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, type Fixture, openFixture, sessionParams } from './sandbox-fixture.ts'

let fixture: Fixture

beforeEach(async () => {
  fixture = await openFixture()
})

afterEach(() => fixture.close())

function inMinutes(minutes: number): number {
  return Math.floor(Date.now() / 1000) + minutes * 60
}

function lines(
  count: number,
  unitAmount: number,
  currency = 'cny',
): Array<Stripe.Checkout.SessionCreateParams.LineItem> {
  return Array.from({ length: count }, () => ({
    price_data: { currency, unit_amount: unitAmount, product_data: { name: '荞面' } },
    quantity: 1,
  }))
}

describe('what Stripe refuses, the sandbox refuses', () => {
  it.each<[string, Partial<Stripe.Checkout.SessionCreateParams>, object]>([
    ['an expiry under 30 minutes', { expires_at: inMinutes(29) }, { param: 'expires_at' }],
    ['an expiry over 24 hours', { expires_at: inMinutes(24 * 60 + 1) }, { param: 'expires_at' }],
    ['101 line items', { line_items: lines(101, 100) }, { param: 'line_items' }],
    ['two currencies', { line_items: [...lines(1, 900), ...lines(1, 900, 'hkd')] }, { param: 'line_items' }],
    ['less than the least amount', { line_items: lines(1, 399) }, { code: 'amount_too_small' }],
    ['nine digits', { line_items: lines(2, 50_000_000) }, { code: 'amount_too_large' }],
    ['no line items', { line_items: [] }, { code: 'parameter_missing' }],
    ['an address that is none', { success_url: '/done' }, { code: 'url_invalid' }],
    ['WeChat Pay without its client', { payment_method_options: {} }, { code: 'parameter_missing' }],
  ])('%s', async (_name, changes, error) => {
    await expect(fixture.createSession(changes)).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      statusCode: 400,
      ...error,
    })
  })

  it('the list of methods, which version 2026-09-30 took away', async () => {
    const { sandbox, stripe } = fixture
    const { allowed_payment_method_types: types, ...rest } = sessionParams
    const old = { ...rest, payment_method_types: types } as Stripe.Checkout.SessionCreateParams
    await expect(stripe.checkout.sessions.create(old)).rejects.toMatchObject({
      code: 'payment_method_types_no_longer_supported',
    })
    const before = await stripe.checkout.sessions.create(old, { apiVersion: '2025-09-30.clover' })
    expect(before.payment_method_types).toEqual(['card', 'alipay', 'wechat_pay'])
    const narrowed = await fixture.createSession({ allowed_payment_method_types: ['alipay'] })
    expect(narrowed).toMatchObject({
      payment_method_types: ['alipay'],
      allowed_payment_method_types: ['alipay'],
    })
    expect(sandbox.requests()).toHaveLength(3)
  })

  it('a fraction of a fen, which the contract sees too', async () => {
    const { sandbox, createSession } = fixture
    await expect(createSession({ line_items: lines(1, 900.5) })).rejects.toMatchObject({
      code: 'parameter_invalid_integer',
    })
    expect(sandbox.violations()).toEqual([expect.stringContaining('unit_amount must be integer')])
    sandbox.forgetViolations()
  })

  it('an unknown parameter, a wrong key, an unknown address', async () => {
    const { sandbox, stripe } = fixture
    const odd = { ...sessionParams, price: '1' } as Stripe.Checkout.SessionCreateParams
    await expect(stripe.checkout.sessions.create(odd)).rejects.toMatchObject({
      code: 'parameter_unknown',
      param: 'price',
    })
    expect(sandbox.violations()).toEqual([
      expect.stringContaining('request POST /v1/checkout/sessions: / must NOT have additional properties'),
    ])
    sandbox.forgetViolations()

    const stranger = connect(sandbox, { secretKey: 'sk_test_stranger' })
    await expect(stranger.refunds.list()).rejects.toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
    })
    await expect(stripe.customers.list()).rejects.toMatchObject({ statusCode: 404 })
    await expect(stripe.checkout.sessions.retrieve('cs_none')).rejects.toMatchObject({
      code: 'resource_missing',
    })
  })
})

describe('idempotency keys', () => {
  it('the same key and parameters give the stored answer; other parameters an error', async () => {
    const { stripe } = fixture
    const options = { idempotencyKey: 'checkout:G-1001:1' }
    const first = await stripe.checkout.sessions.create(sessionParams, options)
    const again = await stripe.checkout.sessions.create(sessionParams, options)
    expect(again.id).toBe(first.id)
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect((await stripe.checkout.sessions.list()).data).toHaveLength(1)
    await expect(
      stripe.checkout.sessions.create({ ...sessionParams, client_reference_id: 'G-1002' }, options),
    ).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
  })

  it('a 500 stays under its key, a refusal of the parameters and a 429 do not', async () => {
    const { sandbox, stripe } = fixture
    sandbox.addFault({ operation: 'checkout.sessions.create', kind: 'status' })
    for (let i = 0; i < 2; i++) {
      await expect(
        stripe.checkout.sessions.create(sessionParams, { idempotencyKey: 'a' }),
      ).rejects.toMatchObject({
        statusCode: 500,
      })
    }
    const wrong = { ...sessionParams, expires_at: inMinutes(1) }
    await expect(stripe.checkout.sessions.create(wrong, { idempotencyKey: 'b' })).rejects.toThrow()
    await stripe.checkout.sessions.create(sessionParams, { idempotencyKey: 'b' })
    sandbox.addFault({ operation: '*', kind: 'status', status: 429, retryAfter: 1 })
    await expect(
      stripe.checkout.sessions.create(sessionParams, { idempotencyKey: 'c' }),
    ).rejects.toMatchObject({
      type: 'StripeRateLimitError',
      headers: { 'retry-after': '1' },
    })
    await stripe.checkout.sessions.create(sessionParams, { idempotencyKey: 'c' })
  })

  it('a key in use answers 409, and a key is free again after 24 hours', async () => {
    const { sandbox, stripe } = fixture
    sandbox.addFault({ operation: 'checkout.sessions.create', kind: 'delay', milliseconds: 300 })
    const options = { idempotencyKey: 'busy' }
    const slow = stripe.checkout.sessions.create(sessionParams, options)
    await expect.poll(() => sandbox.requests().length).toBe(1)
    await expect(stripe.checkout.sessions.create(sessionParams, options)).rejects.toMatchObject({
      statusCode: 409,
    })
    const { id } = await slow
    sandbox.advanceClock(24 * 3600 + 1)
    expect((await stripe.checkout.sessions.create(sessionParams, options)).id).not.toBe(id)
  })
})

describe('faults', () => {
  it.each(['timeout-after-success', 'reset-after-success'] as const)(
    '%s: the retry finds the session',
    async (kind) => {
      const { sandbox } = fixture
      const patient = connect(sandbox, { retries: 1, timeout: 2_000 })
      sandbox.addFault({ operation: 'checkout.sessions.create', kind })
      const session = await patient.checkout.sessions.create(sessionParams, { idempotencyKey: 'once' })
      expect(sandbox.requests().map(({ status, replayed }) => [status, replayed])).toEqual([
        [null, false],
        [200, true],
      ])
      expect((await patient.checkout.sessions.list()).data.map(({ id }) => id)).toEqual([session.id])
    },
  )

  it('reset: nothing was done', async () => {
    const { sandbox, stripe, createSession } = fixture
    // The SDK tries once more after a reset, whatever number of retries it was given.
    sandbox.addFault({ operation: '*', kind: 'reset', times: 2 })
    await expect(createSession()).rejects.toMatchObject({ type: 'StripeConnectionError' })
    expect((await stripe.checkout.sessions.list()).data).toEqual([])
  })
})

describe('lists', () => {
  it('are newest first and walk by cursor in both directions', async () => {
    const { stripe, createSession } = fixture
    const ids: Array<string> = []
    for (let i = 0; i < 5; i++) ids.unshift((await createSession()).id)
    const first = await stripe.checkout.sessions.list({ limit: 2 })
    expect(first).toMatchObject({ has_more: true, url: '/v1/checkout/sessions' })
    const second = await stripe.checkout.sessions.list({ limit: 2, starting_after: ids[1]! })
    const back = await stripe.checkout.sessions.list({ limit: 1, ending_before: ids[2]! })
    expect([first, second, back].map((page) => page.data.map(({ id }) => id))).toEqual([
      [ids[0], ids[1]],
      [ids[2], ids[3]],
      [ids[1]],
    ])
    const walked: Array<string> = []
    for await (const { id } of stripe.checkout.sessions.list({ limit: 2 })) walked.push(id)
    expect(walked).toEqual(ids)
    const lineItems = await stripe.checkout.sessions.listLineItems(ids[0]!, { limit: 1 })
    expect(lineItems).toMatchObject({
      has_more: true,
      data: [{ description: '敖汉小米 2.5kg', amount_total: 11960 }],
    })
  })

  it('events can be asked for by type and walked', async () => {
    const { stripe, paidIntent } = fixture
    await paidIntent()
    const events = await stripe.events.list({ type: 'checkout.session.completed' })
    expect(events.data).toHaveLength(1)
    expect(await stripe.events.retrieve(events.data[0]!.id)).toMatchObject({
      type: 'checkout.session.completed',
    })
  })
})

describe('a restart', () => {
  it('loses no session, key, pending refund, due expiry or undelivered event', async () => {
    const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.jsonl')
    const options = { idempotencyKey: 'kept' }
    const before = await openFixture({ stateFile, refundDelayMs: 3_600_000, webhookBackoffMs: [0] })
    before.sandbox.bendWebhooks({ kind: 'hold' })
    const open = await before.stripe.checkout.sessions.create(sessionParams, options)
    const refund = await before.stripe.refunds.create({ payment_intent: await before.paidIntent('alipay') })
    await before.close()

    const after = await openFixture({ stateFile })
    expect((await after.stripe.checkout.sessions.create(sessionParams, options)).id).toBe(open.id)
    await after.sandbox.releaseWebhooks(['checkout.session.completed'])
    expect((await after.arrived())[0]?.type).toBe('checkout.session.completed')
    after.sandbox.advanceClock(24 * 3600)
    expect((await after.stripe.refunds.retrieve(refund.id)).status).toBe('succeeded')
    expect((await after.stripe.checkout.sessions.retrieve(open.id)).status).toBe('expired')
    await after.close()
  })
})
