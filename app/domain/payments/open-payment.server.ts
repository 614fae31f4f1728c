import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { after, minute } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { localPath } from '#app/kernel/locale.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { currentRequestId } from '#app/platform/request-log.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { closeSessions } from './close-sessions.server.ts'
import {
  type LockedGroup,
  listPayments,
  lockGroup,
  movePayment,
  type Paying,
  type PaymentRow,
} from './payment-rows.server.ts'
import { isRefused, isUnavailable, type ProviderSession, type SessionRequest } from './provider.ts'
import { listSessionLines } from './session-lines.server.ts'
import { settleGroup } from './settle-group.server.ts'

export type PaymentRefusal = Failure<'closed'> | Failure<'unavailable'>
type Attempt = { group: LockedGroup; payment: PaymentRow }

/**
 * Where the shopper pays: the session that is open, or a new one. The row comes before the session and carries its
 * idempotency key, so that a crash between the two is repaired by doing it again (architecture, checkout step 2).
 */
export async function openPayment(
  services: Paying,
  groupId: string,
): Promise<Result<{ url: string }, PaymentRefusal>> {
  await settleGroup(services, groupId)
  // An attempt left over from an outage may be too old to become a session: once it is refused, a new one is made.
  for (let triesLeft = 2; triesLeft > 0; triesLeft -= 1) {
    const opened = await takeUp(services, groupId)
    if (opened.ok || opened.code !== 'refused') return opened
  }
  return failure('unavailable')
}

async function takeUp(
  services: Paying,
  groupId: string,
): Promise<Result<{ url: string }, PaymentRefusal | Failure<'refused'>>> {
  const attempt = await withTransaction(services.pool, (tx) => takeAttempt(tx, services, groupId))
  if (!attempt.ok) return attempt
  const { payment } = attempt.value
  if (payment.status === 'open' && payment.url) return success({ url: payment.url })
  const session = await createSession(services, attempt.value)
  if (!session.ok) return session
  return await keepSession(services, payment, session.value)
}

async function takeAttempt(
  tx: Sql,
  services: Paying,
  groupId: string,
): Promise<Result<Attempt, PaymentRefusal>> {
  const now = services.clock.now()
  const group = await lockGroup(tx, groupId)
  if (group?.status !== 'awaiting-payment' || group.expiresAt <= now) return failure('closed')
  const payments = await listPayments(tx, groupId)
  if (payments.some((payment) => payment.status === 'processing')) return failure('closed')
  const current = payments.find((payment) => payment.status === 'open' || payment.status === 'creating')
  if (current) return success({ group, payment: current })
  const payment: PaymentRow = {
    id: timeOrderedId(now),
    groupId,
    attempt: (payments.at(-1)?.attempt ?? 0) + 1,
    sessionId: null,
    url: null,
    status: 'creating',
    amountFen: group.totalFen,
    requestId: currentRequestId() ?? null,
    // May outlive the hold: what is still open then is expired at the provider before anything is released.
    expiresAt: after(now, services.env.CHECKOUT_MINUTES * minute),
  }
  await tx.$executeRaw`
    INSERT INTO payment (id, group_id, attempt, provider, amount_fen, request_id, created_at, expires_at)
    VALUES (${payment.id}::uuid, ${groupId}::uuid, ${payment.attempt}, ${services.payments.name}, ${payment.amountFen},
      ${payment.requestId}, ${now}, ${payment.expiresAt})`
  return success({ group, payment })
}

async function createSession(
  services: Paying,
  { group, payment }: Attempt,
): Promise<Result<ProviderSession, Failure<'unavailable'> | Failure<'refused'>>> {
  const back = services.env.PUBLIC_URL + localPath(group.locale, `/checkout/${group.token}/return`)
  const request: SessionRequest = {
    groupId: group.id,
    attempt: payment.attempt,
    reference: group.number,
    lines: await listSessionLines(sqlOn(services.pool), group),
    totalFen: group.totalFen,
    locale: group.locale,
    expiresAt: payment.expiresAt,
    requestId: payment.requestId,
    successUrl: back,
    cancelUrl: back,
  }
  try {
    return success(await services.payments.createSession(request))
  } catch (error) {
    if (isRefused(error)) {
      services.log.error({ err: error, groupId: group.id }, 'the provider refused a session')
      await movePayment(sqlOn(services.pool), payment.id, ['creating'], 'failed', services.clock.now())
      return failure('refused')
    }
    if (isUnavailable(error)) return failure('unavailable')
    throw error
  }
}

/** Nobody is sent to pay for a group that was closed while its session was being made. */
async function keepSession(
  services: Paying,
  payment: PaymentRow,
  session: ProviderSession,
): Promise<Result<{ url: string }, PaymentRefusal>> {
  const now = services.clock.now()
  const { groupId } = payment
  const isWanted = await withTransaction(services.pool, async (tx) => {
    const group = await lockGroup(tx, groupId)
    const kept = await tx.$executeRaw`
      UPDATE payment SET status = 'open', session_id = ${session.sessionId}, url = ${session.url}, expires_at = ${session.expiresAt}
      WHERE id = ${payment.id}::uuid AND status = 'creating'`
    if (kept === 1) await writeOrderEvent(tx, now, { groupId, kind: 'payment-opened' })
    return group?.status === 'awaiting-payment'
  })
  if (isWanted && session.url) return success({ url: session.url })
  await closeSessions(services, groupId)
  return failure('closed')
}
