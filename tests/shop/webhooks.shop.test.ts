import { beforeEach, expect, test } from 'vitest'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { signatureHeader } from '#tests/fakes/stripe/webhooks/signature.ts'
import { useDatabase } from '#tests/support/database.ts'
import { findIllegalOrders } from '#tests/support/illegal-orders.ts'
import { runningClock } from '#tests/support/people.ts'
import { useShopProcesses } from '#tests/support/shop-processes.ts'
import { openTill, placeAndOpen } from '#tests/support/till.ts'
import { openedOnce, paidOnce, refundedOnce, tracesOf } from '#tests/support/traces.ts'
import { repeats, webhookSecret } from '#tests/support/workers.ts'

const previousSecret = 'whsec_of_last_month'

const database = await useDatabase()
const till = await openTill(database, { clock: runningClock(), webhookBackoffMs: [] })
const { db, sandbox, stripe } = till
const shop = await useShopProcesses(database, till, {
  processes: 2,
  env: { STRIPE_WEBHOOK_SECRET_PREVIOUS: previousSecret },
})
const webhook = `${shop.url}/hooks/stripe`
sandbox.setWebhookTarget({ url: webhook, secrets: [webhookSecret] })

beforeEach(() => {
  sandbox.straightenWebhooks()
  sandbox.delayMethod('alipay', 'off')
})

const traces = (groupId: string) => tracesOf(db, groupId)

test('each event ten times at once in two processes is one sale, and one refund (T13)', {
  repeats,
}, async () => {
  sandbox.bendWebhooks({ kind: 'duplicate', copies: 10 })
  const { groupId, sessionId } = await placeAndOpen(till)
  sandbox.pay(sessionId)
  await sandbox.flushWebhooks()
  expect(await traces(groupId)).toEqual(paidOnce)
  await cancelGroup(till, groupId)
  await sandbox.flushWebhooks()
  expect(await traces(groupId)).toEqual(refundedOnce)
  expect(sandbox.deliveries().filter(({ status }) => status !== 'delivered')).toEqual([])
})

const kinds = [
  'checkout.session.completed',
  'checkout.session.expired',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'refund.created',
  'refund.updated',
  'charge.refunded',
]

const stories = {
  async paid() {
    const { groupId, sessionId } = await placeAndOpen(till)
    sandbox.pay(sessionId)
    return groupId
  },
  async 'paid later'() {
    const { groupId, sessionId } = await placeAndOpen(till)
    sandbox.pay(sessionId, { method: 'alipay' })
    sandbox.settlePayment(sessionId, 'succeeded')
    return groupId
  },
  async 'not paid in the end'() {
    const { groupId, sessionId } = await placeAndOpen(till)
    sandbox.pay(sessionId, { method: 'alipay' })
    sandbox.settlePayment(sessionId, 'failed')
    return groupId
  },
  async expired() {
    const { groupId, sessionId } = await placeAndOpen(till)
    sandbox.expireNow(sessionId)
    return groupId
  },
  async refunded() {
    const { groupId, sessionId } = await placeAndOpen(till)
    sandbox.pay(sessionId)
    await settleGroup(till, groupId)
    await cancelGroup(till, groupId)
    return groupId
  },
}
const endings: Record<keyof typeof stories, object> = {
  paid: paidOnce,
  'paid later': paidOnce,
  'not paid in the end': {
    ...openedOnce,
    payments: ['failed'],
    events: [...openedOnce.events, 'payment-failed'],
  },
  expired: { ...openedOnce, payments: ['expired'] },
  refunded: refundedOnce,
}

test('in whichever order the events of 200 orders come, each ends as if they had come in theirs (T14)', async () => {
  sandbox.bendWebhooks({ kind: 'hold' }, { types: kinds })
  sandbox.bendWebhooks({ kind: 'drop' })
  sandbox.delayMethod('alipay', 'by-hand')
  const told: Array<[groupId: string, ending: object]> = []
  for (let count = 0; count < 40; count += 1)
    for (const [name, story] of Object.entries(stories))
      told.push([await story(), endings[name as keyof typeof stories]])
  const held = sandbox.deliveries().filter(({ status }) => status === 'held')
  await sandbox.releaseWebhooks(shuffled(held.map(({ eventId }) => eventId)))
  for (const [groupId, ending] of told) expect(await traces(groupId)).toEqual(ending)
  expect(await findIllegalOrders(database.pool)).toEqual([])
})

function shuffled<T>(items: ReadonlyArray<T>): Array<T> {
  const left = [...items]
  return items.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]!)
}

test('an event of a session that is not ours is taken in, so that it does not come for days (T15)', async () => {
  const foreign = await stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: shop.url,
    line_items: [
      { price_data: { currency: 'cny', unit_amount: 500, product_data: { name: 'x' } }, quantity: 1 },
    ],
    payment_method_options: { wechat_pay: { client: 'web' } },
  })
  sandbox.pay(foreign.id)
  await sandbox.flushWebhooks()
  const event = await db.providerEvent.findFirstOrThrow({ where: { objectId: foreign.id } })
  expect(event.outcome).toBe('orphan')
  expect(await db.alarm.count({ where: { kind: 'orphan-event', reference: event.id } })).toBe(1)
  expect(sandbox.deliveries().filter(({ status }) => status !== 'delivered' && status !== 'dropped')).toEqual(
    [],
  )
})

test('the secret before a rotation and the one after it are both good (T17)', async () => {
  for (const secret of [previousSecret, webhookSecret]) {
    sandbox.setWebhookTarget({ url: webhook, secrets: [secret] })
    const { groupId, sessionId } = await placeAndOpen(till)
    sandbox.pay(sessionId)
    await sandbox.flushWebhooks()
    expect(await traces(groupId)).toEqual(paidOnce)
  }
})

test('what is forged is answered with 400 and leaves nothing behind (T16)', async () => {
  sandbox.bendWebhooks({ kind: 'drop' })
  const { groupId, sessionId } = await placeAndOpen(till)
  sandbox.pay(sessionId)
  const { data } = await stripe.events.list({ type: 'checkout.session.completed', limit: 1 })
  const body = JSON.stringify(data[0])
  const seconds = Math.floor(Date.now() / 1000)
  const ring = async (text: string, signature: string | null) => {
    const headers = signature === null ? {} : { 'stripe-signature': signature }
    return (await fetch(webhook, { method: 'POST', body: text, headers })).status
  }
  const genuine = signatureHeader(body, [webhookSecret], seconds)
  expect(await ring(body, null)).toBe(400)
  expect(await ring(body, '')).toBe(400)
  expect(await ring(body, signatureHeader(body, ['whsec_of_somebody'], seconds))).toBe(400)
  expect(await ring(body, signatureHeader(body, [webhookSecret], seconds - 302))).toBe(400)
  expect(await ring(body.replace('"livemode":false', '"livemode":true '), genuine)).toBe(400)
  expect(await ring('', genuine)).toBe(400)
  expect(await db.providerEvent.count({ where: { objectId: sessionId } })).toBe(0)
  expect((await traces(groupId)).status).toBe('awaiting-payment')
  expect(await ring(body, genuine)).toBe(200)
  expect(await traces(groupId)).toEqual(paidOnce)
})
