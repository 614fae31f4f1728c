import type { Pool } from 'pg'
import { after, minute } from '#app/kernel/clock.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

/**
 * Takes a few rows that wait for a sweep, those first that have waited longest: nothing starves behind rows that
 * cannot be settled yet, and however many processes sweep, the provider is asked once a minute for each.
 */
export type Claim = (pool: Pool, now: Date) => Promise<Array<string>>

const pause = minute
const batch = 20

type Row = { id: string }

/** Groups with a payment that somebody may have made without the shop hearing of it. */
export async function claimUnsettled(pool: Pool, now: Date): Promise<Array<string>> {
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    UPDATE payment SET swept_at = ${now} WHERE id IN (
      SELECT id FROM payment
      WHERE status IN ('open', 'processing') AND created_at <= ${after(now, -pause)} AND swept_at <= ${after(now, -pause)}
      ORDER BY swept_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED
    ) RETURNING group_id AS id`
  return idsOf(rows)
}

/** Groups whose time to pay is over. */
export async function claimOverdue(pool: Pool, now: Date): Promise<Array<string>> {
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    UPDATE order_group SET swept_at = ${now} WHERE id IN (
      SELECT id FROM order_group
      WHERE status = 'awaiting-payment' AND expires_at <= ${now} AND swept_at <= ${after(now, -pause)}
      ORDER BY swept_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED
    ) RETURNING id`
  return idsOf(rows)
}

/** Refunds that were not handed over, or that the provider has not finished. */
export async function claimRefunds(pool: Pool, now: Date): Promise<Array<string>> {
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    UPDATE refund SET swept_at = ${now} WHERE id IN (
      SELECT id FROM refund
      WHERE status IN ('requested', 'pending') AND swept_at <= ${after(now, -pause)}
      ORDER BY swept_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED
    ) RETURNING id`
  return idsOf(rows)
}

/** Events that came before the shop had noted what they are about (T15): it has by now, and the sweep has looked. */
export async function adoptOrphans(pool: Pool, now: Date): Promise<void> {
  await sqlOn(pool).$executeRaw`
    WITH adopted AS (
      UPDATE provider_event e SET outcome = 'applied' WHERE outcome = 'orphan' AND (
        EXISTS (SELECT FROM payment p WHERE p.session_id = e.object_id)
        OR EXISTS (SELECT FROM refund r WHERE r.provider_refund_id = e.object_id)
      ) RETURNING e.id
    )
    UPDATE alarm SET resolved_at = ${now} FROM adopted
    WHERE alarm.kind = 'orphan-event' AND alarm.reference = adopted.id AND alarm.resolved_at IS NULL`
}

function idsOf(rows: ReadonlyArray<Row>): Array<string> {
  return [...new Set(rows.map((row) => row.id))]
}
