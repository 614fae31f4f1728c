import type pg from 'pg'
import type { OrderEventKind } from '#app/domain/orders/order-events.server.ts'
import { day } from '#app/kernel/clock.ts'
import { expiryOf, type GroupPlan } from '../plan/orders.ts'
import type { ReviewPlan } from '../plan/reviews.ts'
import { uuidFor } from '../random.ts'
import { copyRecords } from './copy.ts'

/** Refunds of whole lines, paid back three days after the parcel came. */
export async function writeRefunds(client: pg.ClientBase, groups: ReadonlyArray<GroupPlan>): Promise<void> {
  const refunds = groups.flatMap((group) =>
    group.orders.flatMap((order) =>
      order.lines.flatMap((line) =>
        line.refundedFen > 0 ? [{ group, order, line, id: refundId(line.id) }] : [],
      ),
    ),
  )
  await copyRecords(
    client,
    'refund',
    refunds.map(({ group, order, line, id }) => {
      const at = refundedAt(order)
      return {
        id,
        groupId: group.id,
        paymentId: uuidFor(`payment:${group.id}`),
        idempotencyKey: `demonstration-${line.id}`,
        reason: 'after-sale',
        status: 'succeeded',
        amountFen: line.refundedFen,
        createdAt: at,
        settledAt: at,
      }
    }),
  )
  await copyRecords(
    client,
    'refund_line',
    refunds.map(({ line, id }) => ({
      refundId: id,
      orderLineId: line.id,
      quantity: line.refundedQuantity,
      amountFen: line.refundedFen,
    })),
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
  await copyRecords(client, 'order_event', groups.flatMap(eventsOf))
}

type EventPlan = { groupId: string; orderId: string | null; kind: OrderEventKind; at: Date }

function eventsOf(group: GroupPlan): Array<EventPlan> {
  const { id, placedAt, paidAt, orders } = group
  const event = (kind: OrderEventKind, at: Date, orderId: string | null = null): EventPlan => ({
    groupId: id,
    orderId,
    kind,
    at,
  })
  const refunded = orders.filter(({ refundedFen }) => refundedFen > 0)
  const events = [
    event('placed', placedAt),
    paidAt ? event('paid', paidAt) : event('expired', expiryOf(group)),
    ...refunded.map((order) => event('refund-succeeded', refundedAt(order), order.id)),
  ]
  return events.sort((a, b) => a.at.getTime() - b.at.getTime())
}

export async function writeReviews(client: pg.ClientBase, reviews: ReadonlyArray<ReviewPlan>): Promise<void> {
  await copyRecords(
    client,
    'review',
    reviews.map((review) => ({
      productId: review.product.id,
      orderLineId: review.orderLineId,
      shopperId: review.shopperId,
      authorName: review.authorName,
      rating: review.rating,
      body: review.body,
      bodyEn: review.bodyEn,
      photos: [],
      reply: review.reply,
      replyEn: review.replyEn,
      repliedAt: review.repliedAt,
      status: 'published',
      isDemonstration: true,
      createdAt: review.createdAt,
    })),
  )
}
