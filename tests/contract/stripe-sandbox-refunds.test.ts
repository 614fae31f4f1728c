import type Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStripeProvider } from '#app/platform/stripe.server.ts'
import { type Fixture, openFixture, webhookSecret } from './sandbox-fixture.ts'

const day = 24 * 3600

let fixture: Fixture

beforeEach(async () => {
  fixture = await openFixture({ refundDelayMs: 60_000 })
})

afterEach(() => fixture.close())

async function chargeOf(intentId: string): Promise<Stripe.Charge> {
  const intent = await fixture.stripe.paymentIntents.retrieve(intentId, { expand: ['latest_charge'] })
  return intent.latest_charge as Stripe.Charge
}

describe('refunds in the sandbox, through the SDK', () => {
  it('a card is refunded at once, in parts, until nothing is left', async () => {
    const { stripe, paidIntent } = fixture
    const intent = await paidIntent()
    const first = await stripe.refunds.create({
      payment_intent: intent,
      amount: 5980,
      reason: 'requested_by_customer',
      metadata: { orderId: 'O-1' },
    })
    expect(first).toMatchObject({
      status: 'succeeded',
      amount: 5980,
      currency: 'cny',
      metadata: { orderId: 'O-1' },
    })
    await expect(stripe.refunds.create({ payment_intent: intent, amount: 13160 })).rejects.toMatchObject({
      statusCode: 400,
      param: 'amount',
      message: 'Refund amount (¥131.60) is greater than unrefunded amount on charge (¥71.80)',
    })
    expect(await stripe.refunds.create({ payment_intent: intent })).toMatchObject({ amount: 7180 })
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 13160, refunded: true })
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    })
    const listed = await stripe.refunds.list({ payment_intent: intent })
    expect(listed.data.map(({ amount }) => amount)).toEqual([7180, 5980])
    const types = (await fixture.arrived()).map(({ type }) => type)
    expect(types.filter((type) => type === 'refund.created')).toHaveLength(2)
    expect(types.filter((type) => type === 'charge.refunded')).toHaveLength(2)
  })

  it.each(['alipay', 'wechat_pay'] as const)(
    '%s: a refund is pending first and succeeds later',
    async (method) => {
      const { sandbox, stripe, paidIntent, arrived } = fixture
      const refund = await stripe.refunds.create({ payment_intent: await paidIntent(method), amount: 100 })
      expect(refund.status).toBe('pending')
      sandbox.advanceClock(61)
      expect((await stripe.refunds.retrieve(refund.id)).status).toBe('succeeded')
      expect((await arrived()).map(({ type }) => type)).toContain('refund.updated')
    },
  )

  it('a refund that fails gives the amount back to the charge', async () => {
    const { sandbox, stripe, paidIntent, arrived } = fixture
    const intent = await paidIntent('alipay')
    sandbox.planRefunds('failed', { afterMs: 5_000 })
    const { id } = await stripe.refunds.create({ payment_intent: intent, amount: 100 })
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 100 })
    sandbox.advanceClock(6)
    expect(await stripe.refunds.retrieve(id)).toMatchObject({ status: 'failed', failure_reason: 'unknown' })
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 0, refunded: false })
    expect((await arrived()).map(({ type }) => type)).toContain('refund.failed')
    expect(sandbox.settleRefund(id, 'succeeded')).toBe(false)
  })

  it('a succeeded card refund can still fail days later', async () => {
    const { sandbox, stripe, paidIntent } = fixture
    const { id, status } = await stripe.refunds.create({
      payment_intent: await paidIntent('card', '4000000000005126'),
    })
    expect(status).toBe('succeeded')
    sandbox.advanceClock(61)
    expect((await stripe.refunds.retrieve(id)).status).toBe('failed')
  })

  it('only a refund that waits for the customer can be cancelled', async () => {
    const { sandbox, stripe, paidIntent } = fixture
    const intent = await paidIntent()
    sandbox.planRefunds('requires_action')
    const waiting = await stripe.refunds.create({ payment_intent: intent, amount: 100 })
    expect((await stripe.refunds.cancel(waiting.id)).status).toBe('canceled')
    const done = await stripe.refunds.create({ payment_intent: intent, amount: 100 })
    await expect(stripe.refunds.cancel(done.id)).rejects.toMatchObject({ statusCode: 400 })
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 100 })
  })

  it.each([
    ['alipay', 90],
    ['wechat_pay', 180],
  ] as const)('%s refuses a refund after %i days', async (method, days) => {
    const { sandbox, stripe, paidIntent } = fixture
    const intent = await paidIntent(method)
    sandbox.advanceClock(days * day - 60)
    await stripe.refunds.create({ payment_intent: intent, amount: 100 })
    sandbox.advanceClock(120)
    await expect(stripe.refunds.create({ payment_intent: intent, amount: 100 })).rejects.toMatchObject({
      statusCode: 400,
    })
  })

  it('what was never paid cannot be refunded', async () => {
    const { sandbox, stripe, createSession } = fixture
    const { id } = await createSession()
    sandbox.pay(id, { cardNumber: '4000000000000002' })
    const intent = String((await stripe.checkout.sessions.retrieve(id)).payment_intent)
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({ statusCode: 400 })
    await expect(stripe.refunds.create({ payment_intent: 'pi_none' })).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    })
  })

  it('every movement of the balance is booked', async () => {
    const { stripe, paidIntent } = fixture
    const intent = await paidIntent()
    const refund = await stripe.refunds.create({ payment_intent: intent }, { idempotencyKey: 'all' })
    const movements = await stripe.balanceTransactions.list()
    expect(movements.data.map(({ amount, type }) => [amount, type])).toEqual([
      [-13160, 'refund'],
      [13160, 'charge'],
    ])
    expect(movements.data[0]?.source).toBe(refund.id)
  })

  it('what was paid and given back is listed page by page, as the shop reconciles it (O11)', async () => {
    const { sandbox, stripe, paidIntent } = fixture
    const shop = createStripeProvider({
      STRIPE_SECRET_KEY: sandbox.secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_WEBHOOK_SECRET_PREVIOUS: undefined,
      STRIPE_API_BASE: `http://127.0.0.1:${sandbox.port}`,
    })
    const [first, second] = [await paidIntent(), await paidIntent('alipay')]
    const done = await stripe.refunds.create({ payment_intent: first, amount: 5980 })
    // Pending, so no money has moved yet.
    await stripe.refunds.create({ payment_intent: second, amount: 100 })
    const now = Date.now()
    const money = await shop.listMoney(new Date(now - 60_000), new Date(now + 60_000))
    expect(money.map(({ kind, id, amountFen }) => [kind, id, amountFen]).sort()).toEqual(
      [
        ['payment', first, 13160],
        ['payment', second, 13160],
        ['refund', done.id, 5980],
      ].sort(),
    )
    expect(await shop.listMoney(new Date(now + 60_000), new Date(now + 120_000))).toEqual([])
  })
})
