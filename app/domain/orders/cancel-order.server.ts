import { lockGroup, type Paying } from '#app/domain/payments/payment-rows.server.ts'
import { takeOrder } from '#app/domain/payments/refund-rules.ts'
import { requestRefund } from '#app/domain/payments/request-refund.server.ts'
import { submitRefund } from '#app/domain/payments/submit-refund.server.ts'
import { failure, type Result, success } from '#app/kernel/result.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { CancelFailure } from './cancel-group.server.ts'
import { type OrderStatus, whyNotCancelOrder } from './lifecycle.ts'
import { writeOrderEvent } from './order-events.server.ts'

/** What one enterprise has not sent, whatever the others of the group did: its part goes back, its shipping too. */
export async function cancelOrder(
  services: Paying,
  groupId: string,
  number: string,
): Promise<Result<null, CancelFailure>> {
  const cancelled = await withTransaction(services.pool, (tx) =>
    cancel(tx, services.clock.now(), groupId, number),
  )
  if (!cancelled.ok) return cancelled
  await submitRefund(services, cancelled.value.refundId)
  return success(null)
}

async function cancel(
  tx: Sql,
  now: Date,
  groupId: string,
  number: string,
): Promise<Result<{ refundId: string }, CancelFailure>> {
  const group = await lockGroup(tx, groupId)
  const [order] = await tx.$queryRaw<Array<{ id: string; status: OrderStatus }>>`
    SELECT id, status FROM shop_order WHERE group_id = ${groupId}::uuid AND number = ${number}`
  if (!group || !order) return failure('already-closed')
  const refusal = whyNotCancelOrder(group.status, order.status)
  if (refusal) return failure(refusal)
  const command = { groupId, key: `order:${order.id}`, reason: 'cancelled-by-shopper' as const }
  const refund = await requestRefund(tx, now, command, (open) => success(takeOrder(open, order.id)))
  if (!refund.ok) return failure('already-closed')
  await writeOrderEvent(tx, now, { groupId, orderId: order.id, kind: 'cancelled' })
  return refund
}
