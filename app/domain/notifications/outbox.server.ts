import type { Locale } from '#app/kernel/locale.ts'
import type { SmsKind, StaffSmsKind } from '#app/messages/sms.server.ts'
import type { LinkKind } from '#app/platform/link-token.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** Rung at the commit, so that a process delivers at once instead of at the next sweep. */
export const outboxChannel = 'outbox'

/** What waits for an enterprise in the morning. */
export const waitingKinds = ['toShip', 'late', 'requests', 'invoices', 'closed', 'paid'] as const
export type Waiting = Record<(typeof waitingKinds)[number], number>

/** What a text says besides whom it is for. */
export type StaffFacts = {
  /** The order's number, or the goods. */
  about?: string
  /** An instant as toISOString writes it. */
  until?: string
  waiting?: Partial<Waiting>
}

// Neither row holds personal data or what opens a link: phone, language and token are found when it is delivered.
type OrderMessage = { kind: SmsKind; dedupeKey: string; groupId: string; amountFen?: number }
export type StaffMessage = {
  kind: StaffSmsKind
  dedupeKey: string
  locale: Locale
  /** Whose phone: the id of somebody of the staff, of an invitation or of an application. */
  to: string
  /** The enterprise or office that it is about. */
  place?: string
  days?: number
  facts?: StaffFacts
  /** The page to go to; with `token` one that opens for whoever has the link. */
  path: string
  token?: { kind: LinkKind; id: string }
}

/** In the transaction that causes it; the same key is told once, however often it happens. */
export async function writeOutbox(tx: Sql, now: Date, message: OrderMessage | StaffMessage): Promise<void> {
  await writeAllToOutbox(tx, now, [message])
}

/** By one statement, however many there are. */
export async function writeAllToOutbox(
  tx: Sql,
  now: Date,
  messages: ReadonlyArray<OrderMessage | StaffMessage>,
): Promise<void> {
  const rows = messages.map(({ kind, dedupeKey, ...payload }) => ({ kind, dedupeKey, payload }))
  await tx.$executeRaw`
    WITH written AS (
      INSERT INTO outbox_message (kind, dedupe_key, payload, created_at, available_at)
      SELECT row ->> 'kind', row ->> 'dedupeKey', row -> 'payload', ${now}, ${now}
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY given(row, place) ORDER BY place
      ON CONFLICT (dedupe_key) DO NOTHING RETURNING 1
    )
    SELECT pg_notify(${outboxChannel}, '') FROM written`
}
