import type { Clock } from '#app/kernel/clock.ts'
import type { Database } from './db.server.ts'

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
