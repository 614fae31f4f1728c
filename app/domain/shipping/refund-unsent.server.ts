import type { OrderStatus } from '#app/domain/orders/lifecycle.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { lockGroup, type Paying } from '#app/domain/payments/payment-rows.server.ts'
import { takeUnsent } from '#app/domain/payments/refund-rules.ts'
import { requestRefund } from '#app/domain/payments/request-refund.server.ts'
import { submitRefund } from '#app/domain/payments/submit-refund.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { isToShip } from './ship-parcel.server.ts'
import type { SentLine } from './split-parcel.ts'

export type RefundUnsent = {
  lines: ReadonlyArray<SentLine>
  reason: string
  /** Of the form: sent twice it is one refund (T38). */
  key: string
}
export type RefundUnsentRefusal = Failure<
  'not-found' | 'not-to-ship' | 'too-many-units' | 'nothing-to-refund'
>

/** What is not there cannot be sent: the buyer is told why, and gets the money back. */
export async function refundUnsent(
  services: Paying,
  scope: EnterpriseScope,
  number: string,
  input: RefundUnsent,
): Promise<Result<null, RefundUnsentRefusal>> {
  const refunded = await withTransaction(services.pool, (tx) =>
    refund(tx, services.clock.now(), scope, number, input),
  )
  if (!refunded.ok) return refunded
  await submitRefund(services, refunded.value.refundId)
  return success(null)
}

async function refund(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  number: string,
  { lines, reason, key }: RefundUnsent,
): Promise<Result<{ refundId: string }, RefundUnsentRefusal>> {
  const groupId = await findGroupId(tx, scope, number)
  const group = groupId ? await lockGroup(tx, groupId) : null
  const order = await findOrder(tx, scope, number)
  if (!group || !order) return failure('not-found')
  const units = lines.filter(({ quantity }) => quantity !== 0)
  if (units.length === 0) return failure('nothing-to-refund')
  if (units.some(({ lineId }) => !order.lineIds.includes(lineId))) return failure('too-many-units')
  if (!isToShip(group.status, order.status)) return failure('not-to-ship')
  const command = { groupId: group.id, key: `unsent:${order.id}:${key}`, reason: 'out-of-stock' as const }
  const asked = await requestRefund(tx, now, command, (open) => takeUnsent(open, units))
  if (!asked.ok) return asked.code === 'not-refundable' ? failure('not-to-ship') : asked
  const { refundId, isRepeated } = asked.value
  if (isRepeated) return asked
  const detail = { refundId, reason }
  await writeOrderEvent(tx, now, { groupId: group.id, orderId: order.id, kind: 'out-of-stock', detail })
  await writeAudit(tx, now, scope, {
    action: 'refund-unsent',
    subject: ['order', number],
    after: { refundId, units },
    reason,
  })
  return asked
}

type Order = { id: string; status: OrderStatus; lineIds: Array<string> }

async function findGroupId(tx: Sql, scope: EnterpriseScope, number: string): Promise<string | undefined> {
  const [order] = await tx.$queryRaw<Array<{ groupId: string }>>`
    SELECT group_id AS "groupId" FROM shop_order WHERE enterprise_id = ${scope.enterpriseId} AND number = ${number}`
  return order?.groupId
}

async function findOrder(tx: Sql, scope: EnterpriseScope, number: string): Promise<Order | undefined> {
  const [order] = await tx.$queryRaw<Array<Order>>`
    SELECT o.id, o.status, ARRAY(SELECT l.id::text FROM order_line l WHERE l.order_id = o.id) AS "lineIds"
    FROM shop_order o WHERE o.enterprise_id = ${scope.enterpriseId} AND o.number = ${number}`
  return order
}
