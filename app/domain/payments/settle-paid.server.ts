import { requestInvoices } from '#app/domain/invoices/request-invoices.server.ts'
import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { before, paymentTransitions } from '#app/domain/orders/lifecycle.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { postSale } from '#app/domain/sales/post-orders.server.ts'
import { shiftHolds } from '#app/domain/stock/shift-holds.server.ts'
import { failure, success } from '#app/kernel/result.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { countSale } from './count-sales.server.ts'
import { insertRefund, loadOpen } from './insert-refund.server.ts'
import {
  type LockedGroup,
  lockGroup,
  moveGroup,
  type Paying,
  type PaymentRow,
} from './payment-rows.server.ts'
import type { ProviderSession } from './provider.ts'
import { takeEverything } from './refund-rules.ts'
import { submitRefund } from './submit-refund.server.ts'

/**
 * The money is there: the holds become sales, the ledger gets its entries, the enterprises their orders, all in one
 * transaction. Money that came too late takes the goods back if they are still free, else it goes back itself (T21).
 */
export async function settlePaid(
  services: Paying,
  payment: PaymentRow,
  session: ProviderSession,
): Promise<void> {
  if (session.currency !== 'cny' || session.amountFen !== payment.amountFen) {
    return await withTransaction(services.pool, (tx) =>
      quarantine(tx, services.clock.now(), payment, session),
    )
  }
  const now = services.clock.now()
  const settled = await withTransaction(services.pool, async (tx) => {
    const group = await lockGroup(tx, payment.groupId)
    if (!group || !(await markPaid(tx, group, payment, session, now))) return success(null)
    if (group.status === 'awaiting-payment') await sell(tx, group, 'held to sold', now)
    else if (group.status !== 'expired' || !(await sell(tx, group, 'released to sold', now)))
      return failure('too-late')
    return success(null)
  })
  if (!settled.ok) await giveBack(services, payment, session, now)
}

/**
 * At most one payment of a group can be paid (unique index): the second money is looked at by a person, also where the
 * first was not the order's amount.
 */
async function markPaid(
  tx: Sql,
  group: LockedGroup,
  payment: PaymentRow,
  session: ProviderSession,
  now: Date,
): Promise<boolean> {
  const [other] = await tx.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM payment WHERE group_id = ${group.id}::uuid AND status = 'paid' AND id <> ${payment.id}::uuid`
  const isSecond = other !== undefined || group.status === 'quarantined'
  const status = isSecond ? 'quarantined' : 'paid'
  const moved = await tx.$executeRaw`
    UPDATE payment SET status = ${status}, payment_intent_id = ${session.paymentIntentId}, method = ${session.method},
      settled_at = ${now}, received_fen = CASE WHEN ${isSecond} THEN ${session.amountFen}::int END
    WHERE id = ${payment.id}::uuid AND status = ANY(${before(paymentTransitions, status)}::text[])`
  if (moved === 1 && isSecond) await raiseAlarm(tx, now, { kind: 'paid-twice', reference: payment.id })
  return moved === 1 && !isSecond
}

/** False when the goods are gone: the caller rolls back. */
async function sell(
  tx: Sql,
  group: LockedGroup,
  move: 'held to sold' | 'released to sold',
  now: Date,
): Promise<boolean> {
  const groupId = group.id
  if (!(await shiftHolds(tx, groupId, move))) return false
  await moveGroup(tx, groupId, [group.status], 'paid', now)
  await tx.$executeRaw`
    UPDATE shop_order SET status = 'to-ship' WHERE group_id = ${groupId}::uuid AND status IN ('awaiting-payment', 'cancelled')`
  await countSale(tx, groupId)
  await postSale(tx, groupId, now)
  await requestInvoices(tx, groupId, now)
  await writeOrderEvent(tx, now, { groupId, kind: 'paid' })
  if (move === 'released to sold') await writeOrderEvent(tx, now, { groupId, kind: 'revived' })
  await writeOutbox(tx, now, { kind: 'order-paid', dedupeKey: `order-paid:${groupId}`, groupId })
  return true
}

/** A named state that ends in a full refund at once; a person is told, too. */
async function giveBack(
  services: Paying,
  payment: PaymentRow,
  session: ProviderSession,
  now: Date,
): Promise<void> {
  const refundId = await withTransaction(services.pool, async (tx) => {
    const group = await lockGroup(tx, payment.groupId)
    if (!group || !(await markPaid(tx, group, payment, session, now))) return null
    const groupId = group.id
    if (!(await moveGroup(tx, groupId, ['expired', 'cancelled'], 'paid-after-release', now))) return null
    await writeOrderEvent(tx, now, { groupId, kind: 'paid-after-release' })
    await raiseAlarm(tx, now, { kind: 'paid-after-release', reference: groupId })
    await writeOutbox(tx, now, {
      // Cancelled, the goods may well be there; closed for its time, the order was revived if they were.
      kind: group.status === 'cancelled' ? 'paid-after-cancel' : 'paid-after-release',
      dedupeKey: `paid-after-release:${groupId}`,
      groupId,
    })
    const open = await loadOpen(tx, groupId)
    const refund = { groupId, paymentId: payment.id, idempotencyKey: `whole:${groupId}`, open }
    return await insertRefund(tx, now, {
      ...refund,
      portion: takeEverything(open),
      reason: 'paid-after-release',
    })
  })
  if (refundId) await submitRefund(services, refundId)
}

/** Never fulfilled by itself: the amount is not the order's (T24). */
async function quarantine(tx: Sql, now: Date, payment: PaymentRow, session: ProviderSession): Promise<void> {
  const group = await lockGroup(tx, payment.groupId)
  const receivedFen = session.currency === 'cny' ? session.amountFen : null
  const moved = await tx.$executeRaw`
    UPDATE payment SET status = 'quarantined', payment_intent_id = ${session.paymentIntentId}, method = ${session.method},
      settled_at = ${now}, received_fen = ${receivedFen}::int
    WHERE id = ${payment.id}::uuid AND status = ANY(${before(paymentTransitions, 'quarantined')}::text[])`
  if (!group || moved === 0) return
  await moveGroup(tx, group.id, ['awaiting-payment', 'expired', 'cancelled'], 'quarantined', now)
  await writeOrderEvent(tx, now, { groupId: group.id, kind: 'quarantined' })
  const detail = { expected: payment.amountFen, received: session.amountFen, currency: session.currency }
  await raiseAlarm(tx, now, { kind: 'amount-mismatch', reference: payment.id, detail })
}
