import type { GroupStatus, PaymentStatus } from '#app/domain/orders/lifecycle.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** What the payments' use cases take. */
export type Paying = Pick<Services, 'pool' | 'clock' | 'payments' | 'log'> & {
  env: Pick<Services['env'], 'PUBLIC_URL' | 'CHECKOUT_MINUTES'>
}

export type PaymentRow = {
  id: string
  groupId: string
  attempt: number
  sessionId: string | null
  url: string | null
  status: PaymentStatus
  amountFen: Fen
  /** Kept with the attempt: asked for again, a session must have the same metadata. */
  requestId: string | null
  expiresAt: Date
}

export type LockedGroup = {
  id: string
  number: string
  token: string
  status: GroupStatus
  locale: Locale
  totalFen: Fen
  expiresAt: Date
}

/**
 * Every change of a group begins here: whoever comes second waits, and then sees what the first has done. Rows that point
 * at the group wait for nobody: whoever writes one may hold what the other comes for.
 */
export async function lockGroup(tx: Sql, groupId: string): Promise<LockedGroup | null> {
  const [group] = await tx.$queryRaw<Array<LockedGroup>>`
    SELECT id, number, token, status, locale, total_fen AS "totalFen", expires_at AS "expiresAt"
    FROM order_group WHERE id = ${groupId}::uuid FOR NO KEY UPDATE`
  return group ?? null
}

export async function listPayments(sql: Sql, groupId: string): Promise<Array<PaymentRow>> {
  return await sql.$queryRaw<Array<PaymentRow>>`
    SELECT id, group_id AS "groupId", attempt, session_id AS "sessionId", url, status, amount_fen AS "amountFen",
      request_id AS "requestId", expires_at AS "expiresAt"
    FROM payment WHERE group_id = ${groupId}::uuid ORDER BY attempt`
}

/** Asked under the group's lock before its goods are released: a session may have been opened since the last was closed. */
export async function isBeingPaid(tx: Sql, groupId: string): Promise<boolean> {
  const payments = await listPayments(tx, groupId)
  return payments.some(({ status }) => status === 'open' || status === 'processing')
}

/** Conditional on the states from which it may come; false when somebody else was first. */
export async function moveGroup(
  tx: Sql,
  groupId: string,
  from: ReadonlyArray<GroupStatus>,
  to: GroupStatus,
  now: Date,
): Promise<boolean> {
  const isClosed = to === 'expired' || to === 'cancelled' || to === 'refunded'
  const moved = await tx.$executeRaw`
    UPDATE order_group SET status = ${to},
      paid_at = CASE WHEN ${to} IN ('paid', 'paid-after-release') THEN COALESCE(paid_at, ${now}::timestamptz) ELSE paid_at END,
      closed_at = CASE WHEN ${isClosed} THEN ${now}::timestamptz ELSE NULL END
    WHERE id = ${groupId}::uuid AND status = ANY(${[...from]}::text[])`
  return moved === 1
}

export async function movePayment(
  tx: Sql,
  paymentId: string,
  from: ReadonlyArray<PaymentStatus>,
  to: PaymentStatus,
  now: Date,
): Promise<boolean> {
  const moved = await tx.$executeRaw`
    UPDATE payment SET status = ${to}, settled_at = CASE WHEN ${to} = 'paid' THEN ${now}::timestamptz ELSE settled_at END
    WHERE id = ${paymentId}::uuid AND status = ANY(${[...from]}::text[])`
  return moved === 1
}
