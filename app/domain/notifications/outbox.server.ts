import type { Locale } from '#app/kernel/locale.ts'
import type { SmsKind, StaffSmsKind } from '#app/messages/sms.server.ts'
import type { LinkKind } from '#app/platform/link-token.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** Rung at the commit, so that a process delivers at once instead of at the next sweep. */
export const outboxChannel = 'outbox'

// Neither row holds personal data or what opens a link: phone, language and token are found when it is delivered.
type OrderMessage = { kind: SmsKind; dedupeKey: string; groupId: string; amountFen?: number }
type StaffMessage = {
  kind: StaffSmsKind
  dedupeKey: string
  locale: Locale
  /** Whose phone: the id of somebody of the staff, of an invitation or of an application. */
  to: string
  /** The enterprise or office that it is about. */
  place?: string
  days?: number
  /** The page to go to; with `token` one that opens for whoever has the link. */
  path: string
  token?: { kind: LinkKind; id: string }
}

/** In the transaction that causes it; the same key is told once, however often it happens. */
export async function writeOutbox(tx: Sql, now: Date, message: OrderMessage | StaffMessage): Promise<void> {
  const { kind, dedupeKey, ...payload } = message
  await tx.$executeRaw`
    WITH written AS (
      INSERT INTO outbox_message (kind, dedupe_key, payload, created_at, available_at)
      VALUES (${kind}, ${dedupeKey}, ${JSON.stringify(payload)}::jsonb, ${now}, ${now})
      ON CONFLICT (dedupe_key) DO NOTHING RETURNING 1
    )
    SELECT pg_notify(${outboxChannel}, '') FROM written`
}
