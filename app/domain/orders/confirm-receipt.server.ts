import { after, day } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { writeOrderEvent } from './order-events.server.ts'

type Confirming = Pick<Services, 'pool' | 'clock'>
type Arrived = { id: string; groupId: string }

/** Nobody says that it arrived: fifteen days after the last parcel left, it has. */
const assumedAfter = 15 * day
const batch = 100

/** The buyer has the goods. Once: an order that is complete, or not wholly sent, stays as it is. */
export async function confirmReceipt(
  { pool, clock }: Confirming,
  groupId: string,
  orderNumber: string,
): Promise<void> {
  await withTransaction(pool, async (tx) => {
    const arrived = await tx.$queryRaw<Array<Arrived>>`
      UPDATE shop_order SET status = 'completed'
      WHERE group_id = ${groupId}::uuid AND number = ${orderNumber} AND status = 'shipped'
      RETURNING id, group_id AS "groupId"`
    await markArrived(tx, clock.now(), arrived)
  })
}

/** Not while something is asked about: then the goods may not have come at all. */
export async function completeOrders({ pool, clock }: Confirming): Promise<void> {
  const now = clock.now()
  await withTransaction(pool, async (tx) => {
    const arrived = await tx.$queryRaw<Array<Arrived>>`
      UPDATE shop_order SET status = 'completed' WHERE id IN (
        SELECT o.id FROM shop_order o
        WHERE o.status = 'shipped'
          AND (SELECT max(p.shipped_at) FROM parcel p WHERE p.order_id = o.id) <= ${after(now, -assumedAfter)}
          AND NOT EXISTS (SELECT FROM after_sale a JOIN order_line l ON l.id = a.order_line_id
            WHERE l.order_id = o.id AND a.closed_at IS NULL AND a.status IN ('requested', 'awaiting-return', 'refused'))
        LIMIT ${batch} FOR UPDATE SKIP LOCKED)
      RETURNING id, group_id AS "groupId"`
    await markArrived(tx, now, arrived)
  })
}

async function markArrived(tx: Sql, now: Date, orders: ReadonlyArray<Arrived>): Promise<void> {
  await tx.$executeRaw`
    UPDATE parcel SET delivered_at = ${now}
    WHERE order_id = ANY(${orders.map((order) => order.id)}::uuid[]) AND shipped_at IS NOT NULL AND delivered_at IS NULL`
  for (const { id: orderId, groupId } of orders)
    await writeOrderEvent(tx, now, { groupId, orderId, kind: 'completed' })
}
