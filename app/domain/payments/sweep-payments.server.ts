import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { shiftHolds } from '#app/domain/stock/shift-holds.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { closeSessions } from './close-sessions.server.ts'
import { isBeingPaid, lockGroup, moveGroup, type Paying } from './payment-rows.server.ts'
import { settleGroup } from './settle-group.server.ts'
import { submitRefund } from './submit-refund.server.ts'
import {
  adoptOrphans,
  type Claim,
  claimOverdue,
  claimRefunds,
  claimUnsettled,
} from './sweep-claims.server.ts'

/**
 * What webhooks and return pages have left undone (T19): payments that nobody reported, orders whose time is up,
 * refunds that were not handed over. Any number of processes share the work; one failure does not hold up the rest,
 * and what `signal` cuts short is taken up by the next sweep.
 */
export async function sweepPayments(services: Paying, signal?: AbortSignal): Promise<void> {
  const now = services.clock.now()

  async function workOff(claim: Claim, work: (services: Paying, id: string) => Promise<unknown>) {
    while (!signal?.aborted) {
      const ids = await claim(services.pool, now)
      if (ids.length === 0) return
      for (const id of ids) {
        if (signal?.aborted) return
        await work(services, id).catch((error: unknown) => {
          services.log.error({ err: error, id }, 'the sweep of payments went on after a failure')
        })
      }
    }
  }

  await workOff(claimUnsettled, settleGroup)
  await workOff(claimOverdue, expireGroup)
  await workOff(claimRefunds, submitRefund)
  await adoptOrphans(services.pool, now)
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
