import { newId } from './ids.ts'
import type { EventRecord } from './records.ts'
import { type Cause, nobody } from './world.ts'

/** An event with the object as it is now: later changes do not reach it. */
export function buildEvent(
  type: string,
  object: object,
  about: { apiVersion: string; created: number; pendingWebhooks: number; cause: Cause | undefined },
): EventRecord {
  const cause = about.cause ?? nobody
  return {
    id: newId('evt_3', 23),
    object: 'event',
    api_version: about.apiVersion,
    created: about.created,
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: about.pendingWebhooks,
    request: { id: cause.requestId, idempotency_key: cause.idempotencyKey },
    type,
  }
}
