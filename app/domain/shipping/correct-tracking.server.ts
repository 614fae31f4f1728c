import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import type { Courier } from './couriers.ts'

export type CorrectTracking = { parcelId: string; trackingNumber: string; courier: Courier; reason: string }
export type CorrectRefusal = Failure<'not-found' | 'nothing-changed'>

/** A parcel that left under a wrong number: the buyer follows the right one from now on, and is told. */
export async function correctTracking(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  number: string,
  { parcelId, trackingNumber, courier, reason }: CorrectTracking,
): Promise<Result<null, CorrectRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const [parcel] = await tx.$queryRaw<Array<Shipped>>`
      SELECT p.courier, p.tracking_number AS "trackingNumber", o.id AS "orderId", o.group_id AS "groupId"
      FROM parcel p JOIN shop_order o ON o.id = p.order_id
      WHERE p.id = ${parcelId}::uuid AND o.number = ${number} AND o.enterprise_id = ${scope.enterpriseId}
        AND p.shipped_at IS NOT NULL FOR UPDATE OF p`
    if (!parcel) return failure('not-found')
    const { orderId, groupId, ...before } = parcel
    if (before.courier === courier && before.trackingNumber === trackingNumber)
      return failure('nothing-changed')
    await tx.$executeRaw`
      UPDATE parcel SET courier = ${courier}, tracking_number = ${trackingNumber} WHERE id = ${parcelId}::uuid`
    const after = { courier, trackingNumber }
    await writeOrderEvent(tx, now, {
      groupId,
      orderId,
      kind: 'tracking-corrected',
      detail: { parcelId, ...after },
    })
    await writeOutbox(tx, now, {
      kind: 'tracking-corrected',
      dedupeKey: `tracking-corrected:${parcelId}:${now.getTime()}`,
      groupId,
    })
    await writeAudit(tx, now, scope, {
      action: 'correct-tracking',
      subject: ['order', number],
      before: { parcelId, ...before },
      after: { parcelId, ...after },
      reason,
    })
    return success(null)
  })
}

type Shipped = { courier: string; trackingNumber: string; orderId: string; groupId: string }
