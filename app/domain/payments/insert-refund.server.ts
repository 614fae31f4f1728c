import { reverseInvoices } from '#app/domain/invoices/reverse-invoices.server.ts'
import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import type { RefundReason } from '#app/domain/orders/lifecycle.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { addFen, type Fen } from '#app/kernel/money.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { moveGroup } from './payment-rows.server.ts'
import { type Open, type OpenLine, type Portion, sumOf } from './refund-rules.ts'

/** What of a group can still be given back. The caller holds the group's lock: no refund comes in between. */
export async function loadOpen(tx: Sql, groupId: string): Promise<Open> {
  const lines = await tx.$queryRaw<Array<OpenLine>>`
    SELECT l.id AS "lineId", o.id AS "orderId", l.variant_id AS "variantId", l.storage,
      l.quantity - COALESCE(b.quantity, 0) AS quantity, l.amount_fen - COALESCE(b.amount, 0) AS "amountFen",
      NOT EXISTS (
        SELECT FROM parcel_content c JOIN parcel p ON p.id = c.parcel_id AND p.shipped_at IS NOT NULL
        WHERE c.order_id = o.id AND c.order_line_id = l.id
      ) AS "isUnsent", COALESCE(h.quantity, 0) AS claimed,
      (SELECT COALESCE(sum(u.quantity), 0)::int FROM unsent_line u WHERE u.order_line_id = l.id) AS unsent
    FROM shop_order o JOIN order_line l ON l.order_id = o.id
    LEFT JOIN (
      SELECT b.order_line_id, sum(b.quantity)::int AS quantity, sum(b.amount_fen)::int AS amount
      FROM refund r JOIN refund_line b ON b.refund_id = r.id
      WHERE r.group_id = ${groupId}::uuid AND r.status <> 'failed' GROUP BY 1
    ) b ON b.order_line_id = l.id
    LEFT JOIN stock_hold h ON h.group_id = o.group_id AND h.variant_id = l.variant_id AND h.status = 'sold'
    WHERE o.group_id = ${groupId}::uuid ORDER BY o.number, l.id`
  const shipping = await tx.$queryRaw<Array<Open['shipping'][number]>>`
    SELECT o.id AS "orderId", o.shipping_fen - COALESCE(b.amount, 0) AS "amountFen",
      (SELECT COALESCE(json_agg(json_build_object('storage', p.storage, 'amountFen', p.shipping_fen)), '[]')
        FROM parcel p WHERE p.order_id = o.id AND p.shipping_fen > 0) AS fees
    FROM shop_order o LEFT JOIN (
      SELECT b.order_id, sum(b.amount_fen)::int AS amount FROM refund r JOIN refund_shipping b ON b.refund_id = r.id
      WHERE r.group_id = ${groupId}::uuid AND r.status <> 'failed' GROUP BY 1
    ) b ON b.order_id = o.id
    WHERE o.group_id = ${groupId}::uuid ORDER BY o.number`
  return { lines, shipping }
}

type NewRefund = {
  groupId: string
  paymentId: string
  /** The same key is the same refund (T38). */
  idempotencyKey: string
  reason: RefundReason
  open: Open
  portion: Portion
  isByHand?: boolean
}

/** A request that is handed to the provider after the commit. The caller holds the group's lock. */
export async function insertRefund(tx: Sql, now: Date, refund: NewRefund): Promise<string> {
  const { groupId, paymentId, idempotencyKey, reason, open, portion, isByHand } = refund
  const amountFen = sumOf(portion)
  const shippingFen = addFen(...portion.shipping.map((order) => order.amountFen))
  const id = await writeRefund(tx, now, {
    groupId,
    paymentId,
    idempotencyKey,
    reason,
    amountFen,
    shippingFen,
  })
  await tx.$executeRaw`
    INSERT INTO refund_line (refund_id, order_line_id, quantity, amount_fen)
    SELECT ${id}::uuid, * FROM jsonb_to_recordset(${JSON.stringify(portion.lines)}::jsonb)
      AS l ("lineId" uuid, quantity int, "amountFen" int)`
  await tx.$executeRaw`
    INSERT INTO refund_shipping (refund_id, order_id, amount_fen)
    SELECT ${id}::uuid, * FROM jsonb_to_recordset(${JSON.stringify(portion.shipping)}::jsonb)
      AS s ("orderId" uuid, "amountFen" int)`
  await reverseInvoices(tx, now, { groupId, refundId: id })
  // Whoever takes the rest closes the group: it is refunded as soon as the money is back.
  if (amountFen === sumOf(open))
    await moveGroup(tx, groupId, ['paid', 'paid-after-release'], 'refunding', now)
  if (isByHand) return id
  await writeOrderEvent(tx, now, { groupId, kind: 'refund-requested', detail: { refundId: id } })
  await writeOutbox(tx, now, {
    kind: reason === 'out-of-stock' ? reason : 'refund-requested',
    dedupeKey: `refund-requested:${id}`,
    groupId,
    amountFen,
  })
  return id
}

type RefundRow = Pick<NewRefund, 'groupId' | 'paymentId' | 'idempotencyKey' | 'reason'> & {
  amountFen: Fen
  shippingFen: Fen
}

/** The row alone, without what it is for. */
export async function writeRefund(
  tx: Sql,
  now: Date,
  { groupId, paymentId, idempotencyKey, reason, amountFen, shippingFen }: RefundRow,
): Promise<string> {
  const id = timeOrderedId(now)
  await tx.$executeRaw`
    INSERT INTO refund (id, group_id, payment_id, idempotency_key, reason, amount_fen, shipping_fen, created_at)
    VALUES (${id}::uuid, ${groupId}::uuid, ${paymentId}::uuid, ${idempotencyKey}, ${reason}, ${amountFen}, ${shippingFen}, ${now})`
  return id
}
