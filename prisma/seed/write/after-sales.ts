import type pg from 'pg'
import type { GroupPlan } from '../plan/orders.ts'
import type { ReviewPlan } from '../plan/reviews.ts'
import { uuidFor } from '../random.ts'
import { copyRows, type Row } from './copy.ts'

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
      'order_id',
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
        order.id,
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

export function refundId(lineId: string): string {
  return uuidFor(`refund:${lineId}`)
}

export function refundedAt(order: GroupPlan['orders'][number]): Date {
  return new Date((order.parcels[0]?.deliveredAt?.getTime() ?? 0) + 3 * 86_400_000)
}

/** The timeline of each group, in order. */
export async function writeEvents(client: pg.ClientBase, groups: ReadonlyArray<GroupPlan>): Promise<void> {
  await copyRows(client, 'order_event', ['group_id', 'order_id', 'kind', 'at'], groups.flatMap(eventRows))
}

function eventRows(group: GroupPlan): Array<Row> {
  const rows: Array<[string, string | null, string, Date]> = [[group.id, null, 'placed', group.placedAt]]
  if (group.paidAt) rows.push([group.id, null, 'paid', group.paidAt])
  else rows.push([group.id, null, 'expired', new Date(group.placedAt.getTime() + 41 * 60_000)])
  for (const order of group.orders) {
    for (const { shippedAt, deliveredAt } of order.parcels) {
      if (shippedAt) rows.push([group.id, order.id, 'shipped', shippedAt])
      if (deliveredAt) rows.push([group.id, order.id, 'delivered', deliveredAt])
    }
    if (order.refundedFen > 0) rows.push([group.id, order.id, 'refunded', refundedAt(order)])
    if (order.completedAt) rows.push([group.id, order.id, 'completed', order.completedAt])
  }
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
