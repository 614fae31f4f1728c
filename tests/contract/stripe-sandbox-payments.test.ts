import type Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fixture, openFixture, rotatedSecret, webhookSecret } from './sandbox-fixture.ts'

let fixture: Fixture

beforeEach(async () => {
  fixture = await openFixture()
})

afterEach(() => fixture.close())

/** In alphabetical order, since delivery has none. */
async function arrivedTypes(): Promise<Array<string>> {
  return (await fixture.arrived()).map(({ type }) => type).sort()
}

describe('payments in the sandbox, through the SDK', () => {
  it.each(['card', 'alipay', 'wechat_pay'] as const)(
    '%s: an open session becomes complete and paid',
    async (method) => {
      const { sandbox, stripe, createSession } = fixture
      const created = await createSession()
      expect(created).toMatchObject({
        status: 'open',
        payment_status: 'unpaid',
        amount_total: 13160,
        payment_intent: null,
      })

      expect(sandbox.pay(created.id, { method })).toBe('paid')

      const paid = await stripe.checkout.sessions.retrieve(created.id, {
        expand: ['payment_intent.latest_charge', 'line_items'],
      })
      expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid', url: null })
      const intent = paid.payment_intent as Stripe.PaymentIntent
      const charge = intent.latest_charge as Stripe.Charge
      expect(intent).toMatchObject({ status: 'succeeded', amount_received: 13160, currency: 'cny' })
      expect(charge.payment_method_details?.type).toBe(method)
      expect(paid.line_items?.data.map((item) => item.description)).toEqual(['敖汉小米 2.5kg', '运费'])
      expect(await arrivedTypes()).toEqual([
        'charge.succeeded',
        'checkout.session.completed',
        'payment_intent.created',
        'payment_intent.succeeded',
      ])
    },
  )

  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline'],
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000000069', 'expired_card', 'expired_card'],
    ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc'],
    ['4000000000000119', 'processing_error', 'processing_error'],
  ])(
    'card %s is refused with %s and the session stays open for another try',
    async (cardNumber, code, reason) => {
      const { sandbox, stripe, createSession } = fixture
      const { id } = await createSession()
      expect(sandbox.pay(id, { cardNumber })).toBe('declined')
      const declined = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })
      const intent = declined.payment_intent as Stripe.PaymentIntent
      expect(declined.status).toBe('open')
      expect(intent.last_payment_error).toMatchObject({ code, decline_code: reason, type: 'card_error' })

      expect(sandbox.pay(id, { method: 'wechat_pay' })).toBe('paid')
      expect(await arrivedTypes()).toContain('payment_intent.payment_failed')
      const intents = await stripe.paymentIntents.list()
      expect(intents.data.map((one) => one.id)).toEqual([intent.id])
    },
  )

  it('a delayed method completes unpaid, and is settled later', async () => {
    const { sandbox, stripe, createSession } = fixture
    sandbox.delayMethod('alipay', 'by-hand')
    const [good, bad] = [await createSession(), await createSession()]
    for (const { id } of [good, bad]) expect(sandbox.pay(id, { method: 'alipay' })).toBe('processing')
    expect(await stripe.checkout.sessions.retrieve(good.id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
    })

    expect(sandbox.settlePayment(good.id, 'succeeded')).toBe(true)
    expect(sandbox.settlePayment(bad.id, 'failed')).toBe(true)
    expect(sandbox.settlePayment(good.id, 'failed')).toBe(false)

    expect((await stripe.checkout.sessions.retrieve(good.id)).payment_status).toBe('paid')
    expect((await stripe.checkout.sessions.retrieve(bad.id)).payment_status).toBe('unpaid')
    const types = await arrivedTypes()
    expect(types).toContain('checkout.session.async_payment_succeeded')
    expect(types).toContain('checkout.session.async_payment_failed')
  })

  it('a session expires on request, by time, and never after it was paid', async () => {
    const { sandbox, stripe, createSession } = fixture
    const [asked, late, paid] = [await createSession(), await createSession(), await createSession()]
    expect(await stripe.checkout.sessions.expire(asked.id)).toMatchObject({ status: 'expired', url: null })
    sandbox.pay(paid.id)
    await expect(stripe.checkout.sessions.expire(paid.id)).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('status of `complete`'),
    })
    sandbox.advanceClock(24 * 3600)
    expect((await stripe.checkout.sessions.retrieve(late.id)).status).toBe('expired')
    expect(sandbox.pay(late.id)).toBe('not-open')
    const types = await arrivedTypes()
    expect(types.filter((type) => type === 'checkout.session.expired')).toHaveLength(2)
  })

  it('a body changed by one byte, and a secret that is not ours, are refused by the SDK', async () => {
    const { sandbox, stripe, createSession } = fixture
    sandbox.pay((await createSession()).id)
    await sandbox.flushWebhooks()
    const { rawBody, signature } = fixture.received[0]!
    expect(() =>
      stripe.webhooks.constructEvent(rawBody.replace('evt_', 'evt-'), signature, webhookSecret),
    ).toThrow()
    expect(() => stripe.webhooks.constructEvent(rawBody, signature, 'whsec_other')).toThrow()
    // While a secret is rotated, both sign.
    expect(stripe.webhooks.constructEvent(rawBody, signature, rotatedSecret).object).toBe('event')
  })
})
