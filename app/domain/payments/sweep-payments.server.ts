import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { shiftHolds } from '#app/domain/stock/shift-holds.server.ts'
import { after, minute } from '#app/kernel/clock.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { closeSessions } from './close-sessions.server.ts'
import { isBeingPaid, lockGroup, moveGroup, type Paying } from './payment-rows.server.ts'
import { settleGroup } from './settle-group.server.ts'
import { submitRefund } from './submit-refund.server.ts'

const batch = 100

/**
 * What webhooks and return pages have left undone (T19): payments that nobody reported, orders whose time is up,
 * refunds that were not handed over. Any number of processes may do it at once; one failure does not hold up the rest.
 */
export async function sweepPayments(services: Paying): Promise<void> {
  const sql = sqlOn(services.pool)
  const now = services.clock.now()
  for (const { id } of await listUnsettled(sql, now)) await guarded(services, () => settleGroup(services, id))
  for (const { id } of await listOverdue(sql, now)) await guarded(services, () => expireGroup(services, id))
  for (const { id } of await listRefunds(sql)) await guarded(services, () => submitRefund(services, id))
}

/** The provider's session first, then the stock; what turned out to be paid is not released (T22). */
export async function expireGroup(services: Paying, groupId: string): Promise<boolean> {
  if (!(await closeSessions(services, groupId))) return false
  const now = services.clock.now()
  return await withTransaction(services.pool, async (tx) => {
    const group = await lockGroup(tx, groupId)
    if (group?.status !== 'awaiting-payment' || group.expiresAt > now) return false
    if (await isBeingPaid(tx, groupId)) return false
    await moveGroup(tx, groupId, ['awaiting-payment'], 'expired', now)
    await tx.$executeRaw`UPDATE shop_order SET status = 'cancelled' WHERE group_id = ${groupId}::uuid`
    await shiftHolds(tx, groupId, 'held to released')
    await writeOrderEvent(tx, now, { groupId, kind: 'expired' })
    await writeOutbox(tx, now, { kind: 'order-expired', dedupeKey: `order-expired:${groupId}`, groupId })
    return true
  })
}

async function guarded(services: Paying, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    services.log.error({ err: error }, 'the sweep of payments went on after a failure')
  }
}

function listUnsettled(sql: Sql, now: Date) {
  return sql.$queryRaw<Array<{ id: string }>>`
    SELECT DISTINCT group_id AS id FROM payment
    WHERE status IN ('open', 'processing') AND created_at < ${after(now, -minute)} LIMIT ${batch}`
}

function listOverdue(sql: Sql, now: Date) {
  return sql.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM order_group WHERE status = 'awaiting-payment' AND expires_at <= ${now} ORDER BY expires_at LIMIT ${batch}`
}

function listRefunds(sql: Sql) {
  return sql.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM refund WHERE status IN ('requested', 'pending') ORDER BY created_at LIMIT ${batch}`
}
