import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { closeSessions } from '#app/domain/payments/close-sessions.server.ts'
import { insertRefund, loadOpen } from '#app/domain/payments/insert-refund.server.ts'
import {
  isBeingPaid,
  listPayments,
  lockGroup,
  moveGroup,
  type Paying,
} from '#app/domain/payments/payment-rows.server.ts'
import { takeEverything } from '#app/domain/payments/refund-rules.ts'
import { submitRefund } from '#app/domain/payments/submit-refund.server.ts'
import { shiftHolds } from '#app/domain/stock/shift-holds.server.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { type CancelRefusal, cancellable, type OrderStatus, whyNotCancellable } from './lifecycle.ts'
import { writeOrderEvent } from './order-events.server.ts'

export type CancelFailure = Failure<CancelRefusal> | Failure<'payment-in-progress'>

/**
 * Before anything has shipped: what is unpaid is released, what is paid is refunded whole. The provider's session is
 * closed first, so that nobody pays for an order that is gone (architecture, checkout step 5).
 */
export async function cancelGroup(services: Paying, groupId: string): Promise<Result<null, CancelFailure>> {
  if (!(await closeSessions(services, groupId))) return failure('payment-in-progress')
  const cancelled = await withTransaction(services.pool, (tx) => cancel(tx, services.clock.now(), groupId))
  if (!cancelled.ok) return cancelled
  if (cancelled.value) await submitRefund(services, cancelled.value)
  return success(null)
}

async function cancel(tx: Sql, now: Date, groupId: string): Promise<Result<string | null, CancelFailure>> {
  const group = await lockGroup(tx, groupId)
  if (!group) return failure('already-closed')
  const orders = await tx.$queryRaw<Array<{ status: OrderStatus }>>`
    SELECT status FROM shop_order WHERE group_id = ${groupId}::uuid FOR UPDATE`
  const refusal = whyNotCancellable(
    group.status,
    orders.map((order) => order.status),
  )
  if (refusal) return failure(refusal)
  if (await isBeingPaid(tx, groupId)) return failure('payment-in-progress')
  await tx.$executeRaw`
    UPDATE shop_order SET status = 'cancelled'
    WHERE group_id = ${groupId}::uuid AND status = ANY(${[...cancellable]}::text[])`
  await writeOrderEvent(tx, now, { groupId, kind: 'cancelled' })
  await writeOutbox(tx, now, { kind: 'order-cancelled', dedupeKey: `order-cancelled:${groupId}`, groupId })
  if (group.status === 'awaiting-payment') {
    await moveGroup(tx, groupId, ['awaiting-payment'], 'cancelled', now)
    await shiftHolds(tx, groupId, 'held to released')
    return success(null)
  }
  await shiftHolds(tx, groupId, 'sold to released')
  const payment = (await listPayments(tx, groupId)).find((known) => known.status === 'paid')
  if (!payment) throw new Error('a paid group has no payment')
  const open = await loadOpen(tx, groupId)
  const portion = takeEverything(open)
  const refund = { groupId, paymentId: payment.id, idempotencyKey: `whole:${groupId}`, open, portion }
  return success(await insertRefund(tx, now, { ...refund, reason: 'cancelled-by-shopper' }))
}
