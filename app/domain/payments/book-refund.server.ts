import { before, orderTransitions } from '#app/domain/orders/lifecycle.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { moveGroup } from './payment-rows.server.ts'

/**
 * Adds a refund to what its lines, orders and group have given back (1), or takes it out again (-1).
 * The caller holds the group's lock.
 */
export async function bookRefund(
  tx: Sql,
  { id, groupId, amountFen }: { id: string; groupId: string; amountFen: Fen },
  sign: 1 | -1,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE order_line l SET refunded_quantity = l.refunded_quantity + ${sign} * b.quantity,
      refunded_fen = l.refunded_fen + ${sign} * b.amount_fen
    FROM refund_line b WHERE b.refund_id = ${id}::uuid AND l.id = b.order_line_id`
  await tx.$executeRaw`
    UPDATE shop_order o SET refunded_fen = o.refunded_fen + ${sign} * b.amount FROM (
      SELECT order_id, sum(amount)::int AS amount FROM (
        SELECT l.order_id, b.amount_fen FROM refund_line b JOIN order_line l ON l.id = b.order_line_id
        WHERE b.refund_id = ${id}::uuid
        UNION ALL SELECT order_id, amount_fen FROM refund_shipping WHERE refund_id = ${id}::uuid
      ) part (order_id, amount) GROUP BY 1
    ) b WHERE b.order_id = o.id`
  const [group] = await tx.$queryRaw<Array<{ isRefunded: boolean }>>`
    UPDATE order_group SET refunded_fen = refunded_fen + ${sign} * ${amountFen}::int WHERE id = ${groupId}::uuid
    RETURNING refunded_fen = total_fen AS "isRefunded"`
  await (sign === 1 ? closeOrders(tx, groupId) : reopenOrders(tx, groupId))
  if (group?.isRefunded) await moveGroup(tx, groupId, ['refunding'], 'refunded', now)
}

async function closeOrders(tx: Sql, groupId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE shop_order SET status = 'refunded'
    WHERE group_id = ${groupId}::uuid AND refunded_fen = total_fen
      AND status = ANY(${before(orderTransitions, 'refunded')}::text[])`
}

/** Back to where the goods are: its parcels know. */
async function reopenOrders(tx: Sql, groupId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE shop_order o SET status = p.status FROM (
      SELECT order_id, CASE WHEN bool_and(delivered_at IS NOT NULL) THEN 'completed'
        WHEN bool_and(shipped_at IS NOT NULL) THEN 'shipped'
        WHEN bool_or(shipped_at IS NOT NULL) THEN 'partly-shipped' ELSE 'cancelled' END AS status
      FROM parcel GROUP BY 1
    ) p
    WHERE p.order_id = o.id AND o.group_id = ${groupId}::uuid AND o.status = 'refunded' AND o.refunded_fen < o.total_fen`
}
