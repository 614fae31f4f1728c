import type pg from 'pg'
import type { OrderEventKind } from '#app/domain/orders/order-events.server.ts'
import { day } from '#app/kernel/clock.ts'
import { expiryOf, type GroupPlan } from '../plan/orders.ts'
import type { ReviewPlan } from '../plan/reviews.ts'
import { uuidFor } from '../random.ts'
import { copyRows } from './copy.ts'

/** Refunds of whole lines, paid back three days after the parcel came. */
export async function writeRefunds(client: pg.ClientBase, groups: ReadonlyArray<GroupPlan>): Promise<void> {
  const refunds = groups.flatMap((group) =>
    group.orders.flatMap((order) =>
      order.lines.flatMap((line) =>
        line.refundedFen > 0 ? [{ group, order, line, id: refundId(line.id) }] : [],
      ),
    ),
  )
  await copyRows(
    client,
    'refund',
    [
      'id',
      'group_id',
      'payment_id',
      'idempotency_key',
      'reason',
      'status',
      'amount_fen',
      'created_at',
      'settled_at',
    ],
    refunds.map(({ group, order, line, id }) => {
      const at = refundedAt(order)
      return [
        id,
        group.id,
        uuidFor(`payment:${group.id}`),
        `demonstration-${line.id}`,
        'after-sale',
        'succeeded',
        line.refundedFen,
        at,
        at,
      ]
    }),
  )
  await copyRows(
    client,
    'refund_line',
    ['refund_id', 'order_line_id', 'quantity', 'amount_fen'],
    refunds.map(({ line, id }) => [id, line.id, line.refundedQuantity, line.refundedFen]),
  )
}

function refundId(lineId: string): string {
  return uuidFor(`refund:${lineId}`)
}

function refundedAt(order: GroupPlan['orders'][number]): Date {
  return new Date((order.parcels[0]?.deliveredAt?.getTime() ?? 0) + 3 * day)
}

/** The timeline of each group, in order; parcels carry their own days. */
export async function writeEvents(client: pg.ClientBase, groups: ReadonlyArray<GroupPlan>): Promise<void> {
  await copyRows(client, 'order_event', ['group_id', 'order_id', 'kind', 'at'], groups.flatMap(eventRows))
}

type EventRow = [groupId: string, orderId: string | null, kind: OrderEventKind, at: Date]

function eventRows(group: GroupPlan): Array<EventRow> {
  const { id, placedAt, paidAt, orders } = group
  const refunded = orders.filter(({ refundedFen }) => refundedFen > 0)
  const rows: Array<EventRow> = [
    [id, null, 'placed', placedAt],
    paidAt ? [id, null, 'paid', paidAt] : [id, null, 'expired', expiryOf(group)],
    ...refunded.map((order): EventRow => [id, order.id, 'refund-succeeded', refundedAt(order)]),
  ]
  return rows.sort((a, b) => a[3].getTime() - b[3].getTime())
}

export async function writeReviews(client: pg.ClientBase, reviews: ReadonlyArray<ReviewPlan>): Promise<void> {
  await copyRows(
    client,
    'review',
    [
      'product_id',
      'order_line_id',
      'shopper_id',
      'author_name',
      'rating',
      'body',
      'body_en',
      'photos',
      'reply',
      'reply_en',
      'replied_at',
      'status',
      'is_demonstration',
      'created_at',
    ],
    reviews.map((review) => [
      review.product.id,
      review.orderLineId,
      review.shopperId,
      review.authorName,
      review.rating,
      review.body,
      review.bodyEn,
      [],
      review.reply,
      review.replyEn,
      review.repliedAt,
      'published',
      true,
      review.createdAt,
    ]),
  )
}
