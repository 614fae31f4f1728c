import type { SmsKind } from '#app/messages/sms.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** What a buyer is told by SMS. The row holds no personal data: phone and language are read when it is delivered. */
export type MessageKind = SmsKind

/** Rung at the commit, so that a process delivers at once instead of at the next sweep. */
export const outboxChannel = 'outbox'

/** In the transaction that causes it; the same key is told once, however often it happens. */
export async function writeOutbox(
  tx: Sql,
  now: Date,
  message: { kind: MessageKind; dedupeKey: string; groupId: string; amountFen?: number },
): Promise<void> {
  const payload = JSON.stringify({ groupId: message.groupId, amountFen: message.amountFen })
  await tx.$executeRaw`
    WITH written AS (
      INSERT INTO outbox_message (kind, dedupe_key, payload, created_at, available_at)
      VALUES (${message.kind}, ${message.dedupeKey}, ${payload}::jsonb, ${now}, ${now})
      ON CONFLICT (dedupe_key) DO NOTHING RETURNING 1
    )
    SELECT pg_notify(${outboxChannel}, '') FROM written`
}
