import type { EventRecord } from '../records.ts'
import type { DeliveryAttempt } from './deliveries.ts'
import { signatureHeader } from './signature.ts'

const timeoutMs = 10_000

/** One POST of an event. Signed with real time, since receivers judge its age by theirs. */
export async function sendEvent(
  event: EventRecord,
  url: string,
  secrets: ReadonlyArray<string>,
): Promise<DeliveryAttempt> {
  const body = JSON.stringify(event, null, 2)
  const startedAt = Date.now()
  const at = new Date(startedAt).toISOString()
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signatureHeader(body, secrets, Math.floor(startedAt / 1000)),
      },
      body,
    })
    await response.body?.cancel()
    return { at, status: response.status, error: null, milliseconds: Date.now() - startedAt }
  } catch (error) {
    return { at, status: null, error: messageOf(error), milliseconds: Date.now() - startedAt }
  }
}

export function isDelivered(attempt: DeliveryAttempt): boolean {
  return attempt.status !== null && attempt.status >= 200 && attempt.status < 300
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}
