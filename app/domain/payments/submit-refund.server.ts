import { dropReversals } from '#app/domain/invoices/reverse-invoices.server.ts'
import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import {
  canFollow,
  type RefundReason,
  type RefundStatus,
  refundTransitions,
} from '#app/domain/orders/lifecycle.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { correctRefund, postRefund } from '#app/domain/sales/post-orders.server.ts'
import type { Fen } from '#app/kernel/money.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { bookRefund } from './book-refund.server.ts'
import { countRefund } from './count-sales.server.ts'
import { lockGroup, moveGroup, type Paying } from './payment-rows.server.ts'
import { isRefused, isUnavailable, type ProviderRefund } from './provider.ts'
import { isBesideOrder } from './refund-rules.ts'

type RefundRow = {
  id: string
  groupId: string
  idempotencyKey: string
  providerRefundId: string | null
  status: RefundStatus
  reason: RefundReason
  amountFen: Fen
  reference: string | null
  paymentIntentId: string | null
}

async function findRefund(sql: Sql, refundId: string): Promise<RefundRow | undefined> {
  const [refund] = await sql.$queryRaw<Array<RefundRow>>`
    SELECT r.id, r.group_id AS "groupId", r.idempotency_key AS "idempotencyKey", r.provider_refund_id AS "providerRefundId",
      r.status, r.reason, r.amount_fen AS "amountFen", r.reference, p.payment_intent_id AS "paymentIntentId"
    FROM refund r JOIN payment p ON p.id = r.payment_id WHERE r.id = ${refundId}::uuid`
  return refund
}

/** Hands a request to the provider, or looks how it stands there. An unreachable provider leaves it to the next sweep. */
export async function submitRefund(services: Paying, refundId: string): Promise<void> {
  const refund = await findRefund(sqlOn(services.pool), refundId)
  if (!refund?.paymentIntentId || refund.status === 'failed') return
  try {
    const answer = await ask(services, { ...refund, paymentIntentId: refund.paymentIntentId })
    if (answer) await follow(services, refund.id, answer)
  } catch (error) {
    if (isUnavailable(error)) return
    if (!isRefused(error)) throw error
    await follow(services, refund.id, { refundId: null, status: 'failed', failure: error.code })
  }
}

function ask(
  { payments }: Paying,
  refund: RefundRow & { paymentIntentId: string },
): Promise<ProviderRefund | null> {
  const { providerRefundId, paymentIntentId, idempotencyKey, groupId, amountFen } = refund
  return providerRefundId
    ? payments.findRefund(providerRefundId)
    : payments.refund({ paymentIntentId, idempotencyKey, groupId, amountFen })
}

type Answer = Pick<ProviderRefund, 'status' | 'failure'> & { refundId: string | null }

async function follow(services: Paying, refundId: string, answer: Answer): Promise<void> {
  const now = services.clock.now()
  const { status, failure } = answer
  await withTransaction(services.pool, async (tx) => {
    const refund = await lockRefund(tx, refundId)
    if (!refund || !canFollow(refundTransitions, refund.status, status)) return
    await tx.$executeRaw`
      UPDATE refund SET status = ${status}, failure = ${failure},
        provider_refund_id = COALESCE(provider_refund_id, ${answer.refundId}),
        settled_at = CASE WHEN ${status !== 'pending'} THEN ${now}::timestamptz END
      WHERE id = ${refundId}::uuid AND status = ${refund.status}`
    if (status === 'succeeded') await succeed(tx, refund, now)
    if (status === 'failed') await fail(tx, refund, now)
  })
}

/** What somebody has paid by other means, as the reference shows. In the transaction that has requested it. */
export async function settleByHand(tx: Sql, now: Date, refundId: string, reference: string): Promise<void> {
  const settled = await tx.$executeRaw`
    UPDATE refund SET status = 'succeeded', reference = ${reference}, settled_at = ${now}
    WHERE id = ${refundId}::uuid AND status = 'requested'`
  const refund = await lockRefund(tx, refundId)
  if (settled === 1 && refund) await succeed(tx, refund, now)
}

/** Read again under the lock of its group: somebody else may have heard from the provider meanwhile. */
async function lockRefund(tx: Sql, refundId: string): Promise<RefundRow | undefined> {
  const refund = await findRefund(tx, refundId)
  if (!refund || !(await lockGroup(tx, refund.groupId))) return undefined
  return await findRefund(tx, refundId)
}

async function succeed(tx: Sql, refund: RefundRow, now: Date): Promise<void> {
  const { id, groupId, amountFen } = refund
  await book(tx, refund, 1, now)
  await writeOrderEvent(tx, now, { groupId, kind: 'refund-succeeded', detail: { refundId: id } })
  await writeOutbox(tx, now, {
    kind: refund.reference === null ? 'refund-succeeded' : 'refund-by-hand',
    dedupeKey: `refund-succeeded:${id}`,
    groupId,
    amountFen,
  })
}

/** In the books of its order, or out of them again. */
async function book(tx: Sql, refund: RefundRow, sign: 1 | -1, now: Date): Promise<void> {
  if (isBesideOrder(refund.reason)) return
  await bookRefund(tx, refund, sign, now)
  // Goods that were never sold have no sale to be taken back.
  if (refund.reason === 'paid-after-release') return
  await countRefund(tx, refund.id, sign)
  await (sign === 1 ? postRefund : correctRefund)(tx, refund.id, now)
}

/** The money is still owed, also when a bank returned it days later: a person finds another way (T39). */
async function fail(tx: Sql, refund: RefundRow, now: Date): Promise<void> {
  const { id, groupId, amountFen } = refund
  if (refund.status === 'succeeded') await book(tx, refund, -1, now)
  await dropReversals(tx, id)
  const owed = refund.reason === 'paid-after-release' ? 'paid-after-release' : 'paid'
  if (!isBesideOrder(refund.reason)) await moveGroup(tx, groupId, ['refunding', 'refunded'], owed, now)
  await writeOrderEvent(tx, now, { groupId, kind: 'refund-failed', detail: { refundId: id } })
  await writeOutbox(tx, now, { kind: 'refund-failed', dedupeKey: `refund-failed:${id}`, groupId, amountFen })
  await raiseAlarm(tx, now, { kind: 'refund-failed', reference: id })
}
