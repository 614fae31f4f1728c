import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { shiftHolds } from '#app/domain/stock/shift-holds.server.ts'
import { type Fen, zeroFen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { writeRefund } from './insert-refund.server.ts'
import { type LockedGroup, lockGroup, moveGroup } from './payment-rows.server.ts'

export type Returning = { refundId: string; number: string; amountFen: Fen }
export type ReturnRefusal = Failure<'not-refundable' | 'given-back' | 'other-currency'>

/**
 * Asks for a payment back that was set aside: not the order's amount, or its second. All of it, once, whoever else asks;
 * an order that it froze is over. In a transaction of the caller's, who hands it to the provider after the commit
 * (submitRefund), or has paid it by other means (settleByHand).
 */
export async function requestReturn(
  tx: Sql,
  now: Date,
  paymentId: string,
  isByHand: boolean,
): Promise<Result<Returning, ReturnRefusal>> {
  const group = await lockGroupOf(tx, paymentId)
  const payment = group && (await findSetAside(tx, group.id, paymentId))
  if (!payment) return failure('not-refundable')
  if (payment.isGivenBack) return failure('given-back')
  // The provider gives back what it took; by other means goes what the order would have cost.
  const amountFen = payment.receivedFen ?? (isByHand ? payment.amountFen : null)
  if (amountFen === null) return failure('other-currency')
  const refundId = await writeRefund(tx, now, {
    groupId: group.id,
    paymentId,
    idempotencyKey: `payment:${paymentId}:${payment.attempts + 1}`,
    reason: payment.receivedFen === payment.amountFen ? 'paid-twice' : 'amount-mismatch',
    amountFen,
    shippingFen: zeroFen,
  })
  const isClosed = await closeFrozen(tx, now, group.id)
  await tell(tx, now, { groupId: group.id, refundId, amountFen, isByHand, isClosed })
  return success({ refundId, number: group.number, amountFen })
}

async function lockGroupOf(tx: Sql, paymentId: string): Promise<LockedGroup | null> {
  const [payment] = await tx.$queryRaw<Array<{ groupId: string }>>`
    SELECT group_id AS "groupId" FROM payment WHERE id = ${paymentId}::uuid`
  return payment ? await lockGroup(tx, payment.groupId) : null
}

type SetAside = { amountFen: Fen; receivedFen: Fen | null; attempts: number; isGivenBack: boolean }

/** Read under the lock of its group. */
async function findSetAside(tx: Sql, groupId: string, paymentId: string): Promise<SetAside | undefined> {
  const [payment] = await tx.$queryRaw<Array<SetAside>>`
    SELECT p.amount_fen AS "amountFen", p.received_fen AS "receivedFen", count(r.id)::int AS attempts,
      COALESCE(bool_or(r.status <> 'failed'), false) AS "isGivenBack"
    FROM payment p LEFT JOIN refund r ON r.group_id = ${groupId}::uuid AND r.payment_id = p.id
    WHERE p.id = ${paymentId}::uuid AND p.status = 'quarantined' GROUP BY p.id`
  return payment
}

/** Nothing is sent for it: what was held for it is for others. False where no order waited because of the payment. */
async function closeFrozen(tx: Sql, now: Date, groupId: string): Promise<boolean> {
  if (!(await moveGroup(tx, groupId, ['quarantined'], 'cancelled', now))) return false
  await tx.$executeRaw`
    UPDATE shop_order SET status = 'cancelled' WHERE group_id = ${groupId}::uuid AND status = 'awaiting-payment'`
  await shiftHolds(tx, groupId, 'held to released')
  await writeOrderEvent(tx, now, { groupId, kind: 'cancelled' })
  return true
}

type Told = { groupId: string; refundId: string; amountFen: Fen; isByHand: boolean; isClosed: boolean }

/** What was paid by other means is told of when it is settled. */
async function tell(tx: Sql, now: Date, told: Told): Promise<void> {
  const { groupId, refundId, amountFen, isByHand, isClosed } = told
  if (isByHand && isClosed)
    await writeOutbox(tx, now, { kind: 'order-cancelled', dedupeKey: `order-cancelled:${groupId}`, groupId })
  if (isByHand) return
  await writeOrderEvent(tx, now, { groupId, kind: 'refund-requested', detail: { refundId } })
  await writeOutbox(tx, now, {
    kind: isClosed ? 'amount-mismatch' : 'paid-twice',
    dedupeKey: `refund-requested:${refundId}`,
    groupId,
    amountFen,
  })
}
