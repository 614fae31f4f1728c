import { expect, test } from 'vitest'
import { receiveEvent } from '#app/domain/payments/receive-event.server.ts'
import { signatureHeader } from '#tests/fakes/stripe/webhooks/signature.ts'
import { useDatabase } from '#tests/support/database.ts'
import { watchSteps } from '#tests/support/steps.ts'
import { openTill, placeAndOpen } from '#tests/support/till.ts'
import { webhookSecret } from '#tests/support/workers.ts'

const till = await openTill(await useDatabase())
const { sessionId } = await placeAndOpen(till)
till.sandbox.pay(sessionId)
const { data } = await till.stripe.events.list({ type: 'checkout.session.completed', limit: 1 })
const body = JSON.stringify(data[0])
const seconds = Math.floor(till.clock.now().getTime() / 1000)
const genuine = signatureHeader(body, [webhookSecret], seconds)

/** What the shop answers, and the steps that it took for it: statements and calls of the provider. */
async function ring(rawBody: string, signature: string | null) {
  let steps = 0
  const watched = watchSteps(till, (step) => {
    steps = step
  })
  const { ok } = await receiveEvent(watched, rawBody, signature)
  return { ok, steps }
}

test.each([
  ['without a signature', body, null],
  ['with an empty signature', body, ''],
  ['signed with another secret', body, signatureHeader(body, ['whsec_of_somebody'], seconds)],
  ['of 301 seconds ago', body, signatureHeader(body, [webhookSecret], seconds - 301)],
  ['with its time moved forward', body, genuine.replace(String(seconds), String(seconds + 1))],
  ['with one byte more', `${body} `, genuine],
  ['with one byte changed', body.replace('"livemode":false', '"livemode":fals3'), genuine],
  ['that is no event', '{}', signatureHeader('{}', [webhookSecret], seconds)],
  ['that is no JSON', 'x', signatureHeader('x', [webhookSecret], seconds)],
])(
  'an event %s is refused before the database or the provider is asked (T16)',
  async (_, rawBody, signature) => {
    expect(await ring(rawBody, signature)).toEqual({ ok: false, steps: 0 })
  },
)

test('an event of 300 seconds ago is good (T16)', async () => {
  const { ok, steps } = await ring(body, signatureHeader(body, [webhookSecret], seconds - 300))
  expect(ok).toBe(true)
  expect(steps).toBeGreaterThan(0)
})
