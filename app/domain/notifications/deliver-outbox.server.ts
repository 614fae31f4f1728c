import { z } from 'zod'
import { minute } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { raiseAlarm } from './alarms.server.ts'
import { findOrderMessage } from './order-message.server.ts'
import { findStaffMessage, isStaffMessage } from './staff-message.server.ts'

type Delivering = Pick<Services, 'pool' | 'clock' | 'sms' | 'log'> & {
  env: Pick<Services['env'], 'PUBLIC_URL' | 'SESSION_SECRET'>
}
type Claimed = { id: bigint; kind: string; dedupeKey: string; payload: unknown; attempts: number }

const batchSize = 20
/** The tenth try comes two hours after the first: an outage of the SMS provider is survived (T107). */
const mostAttempts = 10
const firstPause = minute / 2
const longestPause = 30 * minute

/**
 * Sends what is due, until nothing is or the process stops. Any number of processes may do this at once: a row belongs to whoever
 * pushed its time ahead, and the port sends one key once, so a crash between sending and noting it sends
 * nothing twice. Messages of one order group go out in the order in which they were written.
 */
export async function deliverOutbox(services: Delivering, stopping?: AbortSignal): Promise<number> {
  const sql = sqlOn(services.pool)
  let delivered = 0
  while (!stopping?.aborted) {
    const batch = await claim(sql, services.clock.now())
    if (batch.length === 0) break
    for (const message of batch) {
      if (stopping?.aborted) break
      if (await deliver(services, sql, message)) delivered += 1
    }
  }
  return delivered
}

/** The time ahead is both the claim and, should the sending fail, the pause before the next try. */
async function claim(sql: Sql, now: Date): Promise<Array<Claimed>> {
  return await sql.$queryRaw<Array<Claimed>>`
    UPDATE outbox_message SET
      attempts = attempts + 1,
      available_at = ${now}::timestamptz
        + least(${firstPause} * 2 ^ attempts, ${longestPause}) * interval '1 millisecond'
    WHERE id IN (
      SELECT id FROM outbox_message AS mine
      WHERE delivered_at IS NULL AND available_at <= ${now} AND attempts < ${mostAttempts}
        AND NOT EXISTS (
          SELECT FROM outbox_message AS earlier
          WHERE earlier.delivered_at IS NULL AND earlier.attempts < ${mostAttempts}
            AND earlier.payload ->> 'groupId' = mine.payload ->> 'groupId' AND earlier.id < mine.id
        )
      ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )
    RETURNING id, kind, dedupe_key AS "dedupeKey", payload, attempts`
}

async function deliver(services: Delivering, sql: Sql, message: Claimed): Promise<boolean> {
  try {
    const find = isStaffMessage(message.kind) ? findStaffMessage : findOrderMessage
    const found = await find(services, message)
    if (found) await services.sms.send({ ...found, dedupeKey: message.dedupeKey })
  } catch (error) {
    await noteFailure(services, sql, message, error)
    return false
  }
  await sql.$executeRaw`
    UPDATE outbox_message SET delivered_at = ${services.clock.now()}, last_error = NULL
    WHERE id = ${message.id} AND delivered_at IS NULL`
  return true
}

async function noteFailure(services: Delivering, sql: Sql, message: Claimed, error: unknown): Promise<void> {
  const { id, kind, dedupeKey, attempts } = message
  const reason = reasonOf(error)
  services.log.warn({ message: String(id), kind, attempts, reason }, 'message not delivered')
  await sql.$executeRaw`UPDATE outbox_message SET last_error = ${reason} WHERE id = ${id}`
  if (attempts < mostAttempts) return
  const detail = { kind, attempts, reason }
  await raiseAlarm(sql, services.clock.now(), { kind: 'message-undeliverable', reference: dedupeKey, detail })
}

/** Providers like to quote the number that they could not reach (T96). */
function reasonOf(error: unknown): string {
  const text = error instanceof z.ZodError ? 'not a message' : String(error)
  return text.replace(/\d{5,}/g, '…').slice(0, 300)
}
