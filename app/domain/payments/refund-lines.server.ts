import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { listPayments, lockGroup, type Paying } from './payment-rows.server.ts'
import { submitRefund } from './refunds.server.ts'

export type RefundLines = {
  groupId: string
  /** The same key is the same refund, however often it is asked for (T38). */
  key: string
  reason: 'after-sale' | 'goodwill'
  lines: ReadonlyArray<{ lineId: string; quantity: number }>
}
type Refusal = Failure<'not-refundable' | 'too-many-units'>

/** Units of single lines at the price that was paid; goods on their way back are another matter. */
export async function refundLines(
  services: Paying,
  command: RefundLines,
): Promise<Result<{ refundId: string }, Refusal>> {
  const now = services.clock.now()
  const requested = await withTransaction(services.pool, (tx) => request(tx, now, command))
  if (requested.ok) await submitRefund(services, requested.value.refundId)
  return requested
}

async function request(
  tx: Sql,
  now: Date,
  { groupId, key, reason, lines }: RefundLines,
): Promise<Result<{ refundId: string }, Refusal>> {
  const group = await lockGroup(tx, groupId)
  const [known] = await tx.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM refund WHERE idempotency_key = ${`lines:${groupId}:${key}`}`
  if (known) return success({ refundId: known.id })
  const payment = (await listPayments(tx, groupId)).find((paid) => paid.status === 'paid')
  if (group?.status !== 'paid' || !payment) return failure('not-refundable')
  const left = await listRefundable(tx, groupId)
  const items = lines.map(({ lineId, quantity }) => ({ lineId, quantity, line: left.get(lineId) }))
  const isTooMuch = items.some(({ line, quantity }) => !line || quantity < 1 || quantity > line.left)
  if (items.length === 0 || isTooMuch) return failure('too-many-units')

  const id = timeOrderedId(now)
  const amounts = items.map(({ line, quantity }) => (line?.priceFen ?? 0) * quantity)
  const amountFen = amounts.reduce((sum, amount) => sum + amount, 0)
  await tx.$executeRaw`
    INSERT INTO refund (id, group_id, payment_id, idempotency_key, reason, amount_fen, created_at)
    VALUES (${id}::uuid, ${groupId}::uuid, ${payment.id}::uuid, ${`lines:${groupId}:${key}`}, ${reason}, ${amountFen}, ${now})`
  await tx.$executeRaw`
    INSERT INTO refund_line (refund_id, order_line_id, quantity, amount_fen)
    SELECT ${id}::uuid, * FROM unnest(${items.map((item) => item.lineId)}::uuid[],
      ${items.map((item) => item.quantity)}::int[], ${amounts}::int[])`
  await writeOrderEvent(tx, now, { groupId, kind: 'refund-requested', detail: { refundId: id } })
  await writeOutbox(tx, now, {
    kind: 'refund-requested',
    dedupeKey: `refund-requested:${id}`,
    groupId,
    amountFen,
  })
  return success({ refundId: id })
}

/** What is left of each line: not refunded, and not asked back by a refund under way. */
async function listRefundable(tx: Sql, groupId: string) {
  const rows = await tx.$queryRaw<Array<{ id: string; priceFen: number; left: number }>>`
    SELECT l.id, l.price_fen AS "priceFen", l.quantity - l.refunded_quantity - COALESCE((
      SELECT sum(b.quantity)::int FROM refund_line b JOIN refund r ON r.id = b.refund_id
      WHERE b.order_line_id = l.id AND r.status IN ('requested', 'pending')), 0) AS left
    FROM order_line l JOIN shop_order o ON o.id = l.order_id WHERE o.group_id = ${groupId}::uuid`
  return new Map(rows.map((row) => [row.id, row]))
}
