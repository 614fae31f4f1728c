import { describe, expect, it } from 'vitest'
import { checkAnswer, checkObject, checkRequest } from '#tests/support/stripe-contract.ts'

const refund = {
  id: 're_1',
  object: 'refund',
  amount: 100,
  balance_transaction: null,
  charge: 'ch_1',
  created: 1,
  currency: 'cny',
  status: 'succeeded',
}

describe("Stripe's description as a judge", () => {
  it('accepts form strings for numbers and booleans, and refuses what is none', () => {
    expect(checkRequest('POST /v1/refunds', { charge: 'ch_1', amount: '100' })).toEqual([])
    expect(checkRequest('POST /v1/refunds', { charge: 'ch_1', amount: '1.5' })).toHaveLength(1)
    expect(checkRequest('POST /v1/refunds', { reason: 'because' })).toHaveLength(1)
    expect(checkRequest('POST /v1/refunds', { name: 'no such parameter' })).toHaveLength(1)
    expect(checkRequest('POST /v1/checkout/sessions', { mode: 'payment' })).toEqual([
      expect.stringContaining("must have required property 'success_url'"),
    ])
    expect(checkRequest('POST /v1/nothing', {})).toHaveLength(1)
  })

  it('knows objects, nullable fields, expanded fields and the object within an event', () => {
    expect(checkObject('refund', refund)).toEqual([])
    expect(checkObject('refund', { ...refund, amount: '100' })).toHaveLength(1)
    expect(checkObject('refund', { ...refund, currency: null })).toHaveLength(1)
    expect(checkObject('refund', { ...refund, charge: { id: 'ch_1' } }).length).toBeGreaterThan(0)
    const event = {
      id: 'evt_1',
      object: 'event',
      created: 1,
      livemode: false,
      pending_webhooks: 0,
      type: 'refund.created',
    }
    expect(checkObject('event', { ...event, data: { object: refund } })).toEqual([])
    expect(checkObject('event', { ...event, data: { object: { ...refund, id: 7 } } })).toHaveLength(1)
  })

  it('holds answers by status', () => {
    expect(checkAnswer('POST /v1/refunds', 200, refund)).toEqual([])
    expect(
      checkAnswer('POST /v1/refunds', 400, { error: { type: 'invalid_request_error', message: 'no' } }),
    ).toEqual([])
    expect(checkAnswer('POST /v1/refunds', 400, { error: { type: 'unheard_of' } })).toHaveLength(1)
    expect(
      checkAnswer('GET /v1/refunds', 200, { object: 'list', data: [refund], has_more: false }),
    ).toHaveLength(1)
  })
})
