import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { before, refundTransitions } from '#app/domain/orders/lifecycle.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { postRefund } from '#app/domain/sales/post-entries.server.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Fen, fen } from '#app/kernel/money.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { type LockedGroup, lockGroup, moveGroup, type Paying } from './payment-rows.server.ts'
import { type ProviderRefund, ProviderRefused, ProviderUnavailable } from './provider.ts'

type WholeRefund = {
  group: LockedGroup
  paymentId: string
  reason: 'cancelled-by-shopper' | 'paid-after-release'
}

/** Everything that was paid, as a request that is handed to the provider after the commit. The caller holds the group's lock. */
export async function insertWholeRefund(
  tx: Sql,
  now: Date,
  { group, paymentId, reason }: WholeRefund,
): Promise<string> {
  const id = timeOrderedId(now)
  const groupId = group.id
  await tx.$executeRaw`
    INSERT INTO refund (id, group_id, payment_id, idempotency_key, reason, amount_fen, shipping_fen, created_at)
    VALUES (${id}::uuid, ${groupId}::uuid, ${paymentId}::uuid, ${`whole:${groupId}`}, ${reason}, ${group.totalFen},
      ${group.shippingFen}, ${now})`
  await tx.$executeRaw`
    INSERT INTO refund_line (refund_id, order_line_id, quantity, amount_fen)
    SELECT ${id}::uuid, l.id, l.quantity, l.amount_fen FROM shop_order o JOIN order_line l ON l.order_id = o.id
    WHERE o.group_id = ${groupId}::uuid`
  await moveGroup(tx, groupId, ['paid', 'paid-after-release', 'quarantined'], 'refunding', now)
  await writeOrderEvent(tx, now, { groupId, kind: 'refund-requested', detail: { refundId: id } })
  const dedupeKey = `refund-requested:${id}`
  await writeOutbox(tx, now, { kind: 'refund-requested', dedupeKey, groupId, amountFen: group.totalFen })
  return id
}

type RefundRow = {
  id: string
  groupId: string
  idempotencyKey: string
  providerRefundId: string | null
  status: string
  reason: string
  amountFen: Fen
  shippingFen: Fen
  paymentIntentId: string | null
}

async function findRefund(sql: Sql, refundId: string): Promise<RefundRow | undefined> {
  const [refund] = await sql.$queryRaw<Array<RefundRow>>`
    SELECT r.id, r.group_id AS "groupId", r.idempotency_key AS "idempotencyKey", r.provider_refund_id AS "providerRefundId",
      r.status, r.reason, r.amount_fen AS "amountFen", r.shipping_fen AS "shippingFen", p.payment_intent_id AS "paymentIntentId"
    FROM refund r JOIN payment p ON p.id = r.payment_id WHERE r.id = ${refundId}::uuid`
  return refund
}

/** Hands a request to the provider, or looks how it stands there. An unreachable provider leaves it to the next sweep. */
export async function submitRefund(services: Paying, refundId: string): Promise<void> {
  const refund = await findRefund(sqlOn(services.pool), refundId)
  if (!refund?.paymentIntentId || refund.status === 'succeeded' || refund.status === 'failed') return
  const { paymentIntentId, idempotencyKey, groupId } = refund
  try {
    const answer = refund.providerRefundId
      ? await services.payments.findRefund(refund.providerRefundId)
      : await services.payments.refund({
          paymentIntentId,
          idempotencyKey,
          groupId,
          amountFen: fen(refund.amountFen),
        })
    if (answer) await followRefund(services, refund, answer)
  } catch (error) {
    if (error instanceof ProviderRefused) {
      await followRefund(services, refund, {
        refundId: '',
        status: 'failed',
        amountFen: refund.amountFen,
        failure: error.code,
      })
    } else if (!(error instanceof ProviderUnavailable)) throw error
  }
}

async function followRefund(services: Paying, refund: RefundRow, answer: ProviderRefund): Promise<void> {
  const now = services.clock.now()
  await withTransaction(services.pool, async (tx) => {
    const group = await lockGroup(tx, refund.groupId)
    if (!group) return
    const isFinal = answer.status !== 'pending'
    const moved = await tx.$executeRaw`
      UPDATE refund SET status = ${answer.status}, failure = ${answer.failure},
        provider_refund_id = COALESCE(provider_refund_id, NULLIF(${answer.refundId}, '')),
        settled_at = CASE WHEN ${isFinal} THEN ${now}::timestamptz END
      WHERE id = ${refund.id}::uuid AND status = ANY(${before(refundTransitions, answer.status)}::text[])`
    if (moved === 0) return
    if (answer.status === 'succeeded') await succeed(tx, group, refund, now)
    if (answer.status === 'failed') await fail(tx, group, refund, now)
  })
}

async function succeed(tx: Sql, group: LockedGroup, refund: RefundRow, now: Date): Promise<void> {
  const groupId = group.id
  await tx.$executeRaw`
    UPDATE order_line l SET refunded_quantity = l.refunded_quantity + b.quantity, refunded_fen = l.refunded_fen + b.amount_fen
    FROM refund_line b WHERE b.refund_id = ${refund.id}::uuid AND l.id = b.order_line_id`
  await tx.$executeRaw`
    UPDATE shop_order o SET
      refunded_fen = o.refunded_fen + i.items + CASE WHEN ${refund.shippingFen}::int > 0 THEN o.shipping_fen ELSE 0 END
    FROM (
      SELECT l.order_id, sum(b.amount_fen)::int AS items FROM refund_line b JOIN order_line l ON l.id = b.order_line_id
      WHERE b.refund_id = ${refund.id}::uuid GROUP BY 1
    ) i WHERE o.id = i.order_id`
  await tx.$executeRaw`
    UPDATE shop_order SET status = 'refunded'
    WHERE group_id = ${groupId}::uuid AND refunded_fen = total_fen AND status <> 'refunded'`
  await tx.$executeRaw`
    UPDATE order_group SET refunded_fen = refunded_fen + ${refund.amountFen} WHERE id = ${groupId}::uuid`
  await tx.$executeRaw`
    UPDATE order_group SET status = 'refunded', closed_at = ${now}
    WHERE id = ${groupId}::uuid AND status IN ('refunding', 'paid') AND refunded_fen = total_fen`
  // Goods that were never sold have no sale in the ledger to be taken back.
  if (refund.reason !== 'paid-after-release') await postRefund(tx, refund.id, now)
  await writeOrderEvent(tx, now, { groupId, kind: 'refund-succeeded', detail: { refundId: refund.id } })
  const dedupeKey = `refund-succeeded:${refund.id}`
  await writeOutbox(tx, now, { kind: 'refund-succeeded', dedupeKey, groupId, amountFen: refund.amountFen })
}

/** The money is still owed: a person finds another way (T39). */
async function fail(tx: Sql, group: LockedGroup, refund: RefundRow, now: Date): Promise<void> {
  const owed = refund.reason === 'paid-after-release' ? 'paid-after-release' : 'paid'
  await moveGroup(tx, group.id, ['refunding'], owed, now)
  await writeOrderEvent(tx, now, {
    groupId: group.id,
    kind: 'refund-failed',
    detail: { refundId: refund.id },
  })
  await raiseAlarm(tx, now, { kind: 'refund-failed', reference: refund.id })
}
