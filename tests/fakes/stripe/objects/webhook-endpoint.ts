import type Stripe from 'stripe'
import { missing, noSuch } from '../api-error.ts'
import type { Params } from '../form.ts'
import { newId } from '../ids.ts'
import {
  metadataOf,
  optionalList,
  optionalString,
  refuseUnknown,
  requiredString,
  requiredUrl,
} from '../params.ts'
import type { World } from '../world.ts'

export function createWebhookEndpoint(world: World, params: Params): Stripe.WebhookEndpoint {
  refuseUnknown(params, ['api_version', 'description', 'enabled_events', 'expand', 'metadata', 'url'])
  const events = optionalList(params.enabled_events, 'enabled_events')
  if (events.length === 0) throw missing('enabled_events')
  const endpoint: Stripe.WebhookEndpoint = {
    id: newId('we_1', 23),
    object: 'webhook_endpoint',
    api_version: optionalString(params.api_version, 'api_version'),
    application: null,
    created: world.clock.seconds(),
    description: optionalString(params.description, 'description'),
    enabled_events: events.map((event, index) => requiredString(event, `enabled_events[${index}]`)),
    livemode: false,
    metadata: metadataOf(params.metadata),
    secret: newId('whsec_', 32),
    status: 'enabled',
    url: requiredUrl(params.url, 'url'),
  }
  world.store.put('webhookEndpoints', endpoint.id, endpoint)
  return endpoint
}

/** The secret is told once, when the endpoint is made. */
export function withoutSecret(endpoint: Stripe.WebhookEndpoint): Stripe.WebhookEndpoint {
  const { secret: _told, ...rest } = endpoint
  return rest
}

export function deleteWebhookEndpoint(world: World, id: string): object {
  if (world.store.get('webhookEndpoints', id) === undefined) {
    throw noSuch('webhook_endpoint', id, 'webhook_endpoint')
  }
  world.store.remove('webhookEndpoints', id)
  return { id, object: 'webhook_endpoint', deleted: true }
}
