import type { Clock } from '#app/kernel/clock.ts'
import type { Database } from './db.server.ts'
import type { Env } from './env.server.ts'

/** A short message to a mainland mobile. The same key is sent once, however often it is asked for. */
export type SmsPort = {
  send(message: { phone: string; body: string; dedupeKey: string }): Promise<void>
}

/** Development's SMS: messages land in a table and are read at /dev/outbox. */
export function createSmsOutbox(db: Database, clock: Clock): SmsPort {
  return {
    async send({ phone, body, dedupeKey }) {
      const message = { phone, body, dedupeKey, sentAt: clock.now() }
      await db.smsMessage.createMany({ data: [message], skipDuplicates: true })
    },
  }
}

const patience = 5_000

/**
 * Any provider behind a small gateway of the operator's (docs/operations.md): one POST a message, with its key, by
 * which the gateway sends it once.
 * @throws when the gateway does not accept it: the outbox tries again
 */
export function createSmsGateway(
  url: string,
  { SMS_GATEWAY_TOKEN: token }: Pick<Env, 'SMS_GATEWAY_TOKEN'>,
): SmsPort {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  return {
    async send({ phone, body, dedupeKey }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': dedupeKey, ...authorization },
        body: JSON.stringify({ phone, text: body }),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      })
      await response.body?.cancel()
      if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`)
    },
  }
}
