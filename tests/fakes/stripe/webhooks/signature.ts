import { createHmac } from 'node:crypto'

/**
 * Stripe's scheme: `t=<seconds>,v1=<HMAC-SHA256 of "t.body">`, one v1 for each secret while one is being rotated
 * (docs.stripe.com/webhooks/signature).
 */
export function signatureHeader(body: string, secrets: ReadonlyArray<string>, timestamp: number): string {
  const signatures = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  )
  return [`t=${timestamp}`, ...signatures].join(',')
}
