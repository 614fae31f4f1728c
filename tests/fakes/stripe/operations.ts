import { invalid, noSuch } from './api-error.ts'
import type { Params } from './form.ts'
import { isCreatedWithin, listParams, pageOf } from './lists.ts'
import { findBalanceTransaction } from './objects/balance-transaction.ts'
import { findCharge } from './objects/charge.ts'
import { findPaymentIntent } from './objects/payment-intent.ts'
import { cancelRefund, createRefund, findRefund, updateRefund } from './objects/refund.ts'
import { createSession, expireSession, findSession } from './objects/session.ts'
import { createWebhookEndpoint, deleteWebhookEndpoint, withoutSecret } from './objects/webhook-endpoint.ts'
import { optionalList, optionalString, refuseUnknown } from './params.ts'
import type { Cause, World } from './world.ts'

type Call = { params: Params; id: string; cause: Cause; version: string }

export type Operation = {
  /** As the SDK calls it; faults name it so. */
  name: string
  method: 'GET' | 'POST' | 'DELETE'
  /** With the placeholders of Stripe's OpenAPI document. */
  path: string
  run: (world: World, call: Call) => object
}

/** What of Stripe's API the sandbox speaks. */
export const operations: ReadonlyArray<Operation> = [
  post('checkout.sessions.create', '/v1/checkout/sessions', (world, { params, version }) =>
    createSession(world, params, version),
  ),
  get('checkout.sessions.list', '/v1/checkout/sessions', listSessions),
  get('checkout.sessions.retrieve', '/v1/checkout/sessions/{session}', (world, { id, params }) => {
    refuseUnknown(params, ['expand'])
    return findSession(world, id).session
  }),
  post(
    'checkout.sessions.expire',
    '/v1/checkout/sessions/{session}/expire',
    (world, { id, params, cause }) => {
      refuseUnknown(params, ['expand'])
      return expireSession(world, id, cause)
    },
  ),
  get(
    'checkout.sessions.listLineItems',
    '/v1/checkout/sessions/{session}/line_items',
    (world, { id, params }) => {
      refuseUnknown(params, listParams)
      const items = [...findSession(world, id).lineItems].reverse()
      return pageOf(items, params, `/v1/checkout/sessions/${id}/line_items`, 'item')
    },
  ),
  get('paymentIntents.list', '/v1/payment_intents', (world, { params }) => {
    refuseUnknown(params, [...listParams, 'created', 'customer'])
    const items = world.store
      .all('paymentIntents')
      .filter(({ created }) => isCreatedWithin(created, params.created))
    return pageOf(items, params, '/v1/payment_intents', 'payment_intent')
  }),
  get('paymentIntents.retrieve', '/v1/payment_intents/{intent}', (world, { id }) =>
    findPaymentIntent(world, id),
  ),
  get('charges.retrieve', '/v1/charges/{charge}', (world, { id }) => findCharge(world, id)),
  post('refunds.create', '/v1/refunds', (world, { params, cause }) => createRefund(world, params, cause)),
  get('refunds.list', '/v1/refunds', listRefunds),
  get('refunds.retrieve', '/v1/refunds/{refund}', (world, { id }) => findRefund(world, id).refund),
  post('refunds.update', '/v1/refunds/{refund}', (world, { id, params, cause }) =>
    updateRefund(world, id, params, cause),
  ),
  post('refunds.cancel', '/v1/refunds/{refund}/cancel', (world, { id, cause }) =>
    cancelRefund(world, id, cause),
  ),
  get('events.list', '/v1/events', listEvents),
  get('events.retrieve', '/v1/events/{id}', (world, { id }) => {
    const event = world.store.get('events', id)
    if (event === undefined) throw noSuch('event', id)
    return event
  }),
  get('balanceTransactions.list', '/v1/balance_transactions', (world, { params }) => {
    refuseUnknown(params, [...listParams, 'created', 'currency', 'payout', 'source', 'type'])
    const source = optionalString(params.source, 'source')
    const items = world.store
      .all('balanceTransactions')
      .filter(
        (item) =>
          isCreatedWithin(item.created, params.created) && (source === null || item.source === source),
      )
    return pageOf(items, params, '/v1/balance_transactions', 'balance_transaction')
  }),
  get('balanceTransactions.retrieve', '/v1/balance_transactions/{id}', (world, { id }) =>
    findBalanceTransaction(world, id),
  ),
  post('webhookEndpoints.create', '/v1/webhook_endpoints', (world, { params }) =>
    createWebhookEndpoint(world, params),
  ),
  get('webhookEndpoints.list', '/v1/webhook_endpoints', (world, { params }) => {
    refuseUnknown(params, listParams)
    const items = world.store.all('webhookEndpoints').map(withoutSecret)
    return pageOf(items, params, '/v1/webhook_endpoints', 'webhook_endpoint')
  }),
  {
    name: 'webhookEndpoints.del',
    method: 'DELETE',
    path: '/v1/webhook_endpoints/{webhook_endpoint}',
    run: (world, { id }) => deleteWebhookEndpoint(world, id),
  },
]

function get(name: string, path: string, run: Operation['run']): Operation {
  return { name, method: 'GET', path, run }
}

function post(name: string, path: string, run: Operation['run']): Operation {
  return { name, method: 'POST', path, run }
}

function listSessions(world: World, { params }: Call): object {
  refuseUnknown(params, [...listParams, 'created', 'payment_intent', 'status', 'customer'])
  const intent = optionalString(params.payment_intent, 'payment_intent')
  const status = optionalString(params.status, 'status')
  const items = world.store
    .all('sessions')
    .map(({ session }) => findSession(world, session.id).session)
    .filter(
      (session) =>
        isCreatedWithin(session.created, params.created) &&
        (intent === null || session.payment_intent === intent) &&
        (status === null || session.status === status),
    )
  return pageOf(items, params, '/v1/checkout/sessions', 'checkout.session')
}

function listRefunds(world: World, { params }: Call): object {
  refuseUnknown(params, [...listParams, 'charge', 'created', 'payment_intent'])
  const charge = optionalString(params.charge, 'charge')
  const intent = optionalString(params.payment_intent, 'payment_intent')
  const items = world.store
    .all('refunds')
    .map(({ refund }) => refund)
    .filter(
      (refund) =>
        isCreatedWithin(refund.created, params.created) &&
        (charge === null || refund.charge === charge) &&
        (intent === null || refund.payment_intent === intent),
    )
  return pageOf(items, params, '/v1/refunds', 'refund')
}

function listEvents(world: World, { params }: Call): object {
  refuseUnknown(params, [...listParams, 'created', 'delivery_success', 'type', 'types'])
  const type = optionalString(params.type, 'type')
  const types = optionalList(params.types, 'types')
  if (type !== null && types.length > 0) {
    throw invalid('You may only specify one of these parameters: type, types.', 'type')
  }
  const items = world.store
    .all('events')
    .filter(
      (event) =>
        isCreatedWithin(event.created, params.created) &&
        (type === null || event.type === type) &&
        (types.length === 0 || types.includes(event.type)),
    )
  return pageOf(items, params, '/v1/events', 'event')
}
