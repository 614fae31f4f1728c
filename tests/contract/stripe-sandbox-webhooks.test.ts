import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fixture, openFixture } from './sandbox-fixture.ts'

let fixture: Fixture

beforeEach(async () => {
  fixture = await openFixture({ webhookBackoffMs: [20, 20, 20] })
})

afterEach(() => fixture.close())

function completedDeliveries() {
  return fixture.sandbox.deliveries().filter(({ type }) => type === 'checkout.session.completed')
}

async function arrivedIds(type: string): Promise<Array<string>> {
  return (await fixture.arrived()).filter((event) => event.type === type).map(({ id }) => id)
}

const completed = { types: ['checkout.session.completed'] }

describe('webhooks of the sandbox', () => {
  it('are tried again, with the same id, until the shop answers 2xx', async () => {
    fixture.answerWith(500, 4)
    await fixture.paidIntent()
    const { sandbox } = fixture
    await expect
      .poll(() => sandbox.deliveries().map(({ status }) => status))
      .toEqual(Array(4).fill('delivered'))
    const events = await fixture.arrived()
    expect(events).toHaveLength(8)
    expect(new Set(events.map(({ id }) => id)).size).toBe(4)
  })

  it('are given up after the last wait, and can be delivered by hand', async () => {
    fixture.answerWith(503)
    await fixture.paidIntent()
    await expect.poll(() => completedDeliveries()[0]).toMatchObject({ status: 'failed', nextAttemptAt: null })
    expect(completedDeliveries()[0]?.attempts).toHaveLength(4)
    fixture.answerWith(200)
    await fixture.sandbox.redeliver(completedDeliveries()[0]!.eventId)
    expect(completedDeliveries().map(({ status }) => status)).toEqual(['failed', 'delivered'])
  })

  it('drop: the event exists and never arrives', async () => {
    fixture.sandbox.bendWebhooks({ kind: 'drop' }, completed)
    await fixture.paidIntent()
    expect(await arrivedIds('checkout.session.completed')).toEqual([])
    expect(await arrivedIds('payment_intent.succeeded')).toHaveLength(1)
    expect((await fixture.stripe.events.list({ type: 'checkout.session.completed' })).data).toHaveLength(1)
  })

  it('duplicate: the same event arrives many times', async () => {
    fixture.sandbox.bendWebhooks({ kind: 'duplicate', copies: 10 }, { ...completed, times: 1 })
    await fixture.paidIntent()
    const ids = await arrivedIds('checkout.session.completed')
    expect(ids).toHaveLength(10)
    expect(new Set(ids).size).toBe(1)
  })

  it('hold and release: events arrive in the order that the test wants', async () => {
    const { sandbox } = fixture
    sandbox.bendWebhooks({ kind: 'hold' })
    await fixture.paidIntent()
    expect(await fixture.arrived()).toEqual([])
    const order = [
      'checkout.session.completed',
      'payment_intent.created',
      'payment_intent.succeeded',
      'charge.succeeded',
    ]
    await sandbox.releaseWebhooks(order)
    expect((await fixture.arrived()).map(({ type }) => type)).toEqual(order)
  })

  it('fail and lose-answer: at least once, sometimes twice', async () => {
    fixture.sandbox.bendWebhooks({ kind: 'fail' }, { ...completed, times: 1 })
    await fixture.paidIntent()
    await expect.poll(() => completedDeliveries()[0]?.status).toBe('delivered')
    expect(await arrivedIds('checkout.session.completed')).toHaveLength(1)
    fixture.sandbox.bendWebhooks({ kind: 'lose-answer' }, { ...completed, times: 1 })
    await fixture.paidIntent()
    await expect.poll(() => completedDeliveries()[1]?.status).toBe('delivered')
    expect(await arrivedIds('checkout.session.completed')).toHaveLength(3)
  })

  it('delay: it comes, later', async () => {
    fixture.sandbox.bendWebhooks({ kind: 'delay', milliseconds: 100 }, completed)
    await fixture.paidIntent()
    expect(completedDeliveries()[0]?.status).toBe('pending')
    await expect.poll(() => completedDeliveries()[0]?.status).toBe('delivered')
  })

  it('endpoints made through the API get the types they want, signed with their own secret', async () => {
    const { stripe, sandbox, webhookUrl, received } = fixture
    sandbox.setWebhookTarget(null)
    const endpoint = await stripe.webhookEndpoints.create({
      url: webhookUrl,
      enabled_events: ['charge.succeeded'],
    })
    await fixture.paidIntent()
    await sandbox.flushWebhooks()
    expect(received).toHaveLength(1)
    const { rawBody, signature } = received[0]!
    expect(stripe.webhooks.constructEvent(rawBody, signature, endpoint.secret!).type).toBe('charge.succeeded')
    expect((await stripe.webhookEndpoints.list()).data[0]?.secret).toBeUndefined()
    expect(await stripe.webhookEndpoints.del(endpoint.id)).toMatchObject({ deleted: true })
  })
})

describe('the control API', () => {
  async function command(path: string, body?: object): Promise<unknown> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${fixture.sandbox.url}/_sandbox/${path}`, init)
    return { status: response.status, body: await response.json() }
  }

  it('does over HTTP what tests in the same process do', async () => {
    const { id } = await fixture.createSession()
    expect(await command('pay', { session: id, method: 'alipay' })).toMatchObject({
      body: { result: 'paid' },
    })
    expect(await command('expire', { session: id })).toMatchObject({ body: { changed: false } })
    expect(await command('webhooks/flush', {})).toMatchObject({ status: 200 })
    expect(await command('webhooks/deliveries')).toMatchObject({
      body: expect.arrayContaining([expect.anything()]),
    })
    expect(await command('faults', { operation: '*', kind: 'status', status: 503 })).toMatchObject({
      status: 200,
    })
    await expect(fixture.stripe.events.list()).rejects.toMatchObject({ statusCode: 503 })
    expect(await command('requests')).toMatchObject({
      body: [
        { operation: 'checkout.sessions.create', status: 200 },
        { operation: 'events.list', status: 503 },
      ],
    })
    expect(await command('pay', { session: id, method: 'cash' })).toMatchObject({ status: 400 })
    await command('reset', {})
    expect((await fixture.stripe.checkout.sessions.list()).data).toEqual([])
  })
})
