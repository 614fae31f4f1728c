import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { before, type GroupStatus, type OrderStatus, orderTransitions } from '#app/domain/orders/lifecycle.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { lockGroup } from '#app/domain/payments/payment-rows.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { shipSold } from '#app/domain/stock/ship-sold.server.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { Courier } from './couriers.ts'
import { followParcels } from './follow-parcels.server.ts'
import { type SentLine, splitParcel, type UnsentLine } from './split-parcel.ts'

export type ShipParcel = {
  parcelId: string
  trackingNumber: string
  courier: Courier
  /** Part of the parcel; without them all that is left to send. */
  lines?: ReadonlyArray<SentLine>
}
export type ShipRefusal = Failure<
  'not-found' | 'already-shipped' | 'not-to-ship' | 'too-many-units' | 'nothing-to-ship'
>

type Parcel = {
  id: string
  orderId: string
  orderNumber: string
  orderStatus: OrderStatus
  groupId: string
  storage: string
  courier: string | null
  trackingNumber: string | null
  shippedAt: Date | null
}

/**
 * One parcel leaves, whole or in part; what stays becomes a parcel of its own. Of two who ship it at once the second
 * is refused, and whoever sends the same number again is told that it is done.
 */
export async function shipParcel(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  input: ShipParcel,
): Promise<Result<{ isRepeated: boolean }, ShipRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const groupId = await findGroupId(tx, scope, input.parcelId)
    const group = groupId ? await lockGroup(tx, groupId) : null
    const parcel = await findParcel(tx, scope, input.parcelId)
    if (!group || !parcel) return failure('not-found')
    if (parcel.shippedAt)
      return isSame(parcel, input) ? success({ isRepeated: true }) : failure('already-shipped')
    if (!isToShip(group.status, parcel.orderStatus)) return failure('not-to-ship')
    const split = splitParcel(await loadUnsent(tx, parcel.id), input.lines)
    if (!split.ok) return split
    if (!(await markShipped(tx, now, scope, input))) return failure('already-shipped')
    if (split.value.rest.length > 0) await keepRest(tx, now, parcel, split.value)
    await shipSold(tx, now, { ...parcel, recordedBy: scope.staff.login }, split.value.sent)
    await followParcels(tx, group.id)
    await tell(tx, now, scope, parcel, input, split.value.sent)
    return success({ isRepeated: false })
  })
}

async function findGroupId(tx: Sql, scope: EnterpriseScope, parcelId: string): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<Array<{ groupId: string }>>`
    SELECT o.group_id AS "groupId" FROM parcel p JOIN shop_order o ON o.id = p.order_id
    WHERE p.id = ${parcelId}::uuid AND o.enterprise_id = ${scope.enterpriseId}`
  return row?.groupId
}

async function findParcel(tx: Sql, scope: EnterpriseScope, parcelId: string): Promise<Parcel | undefined> {
  const [parcel] = await tx.$queryRaw<Array<Parcel>>`
    SELECT p.id, o.id AS "orderId", o.number AS "orderNumber", o.status AS "orderStatus", o.group_id AS "groupId",
      p.storage, p.courier, p.tracking_number AS "trackingNumber", p.shipped_at AS "shippedAt"
    FROM parcel p JOIN shop_order o ON o.id = p.order_id
    WHERE p.id = ${parcelId}::uuid AND o.enterprise_id = ${scope.enterpriseId}`
  return parcel
}

function isSame(parcel: Parcel, { courier, trackingNumber }: ShipParcel): boolean {
  return parcel.courier === courier && parcel.trackingNumber === trackingNumber
}

/** Asked under the lock of the group. */
export function isToShip(group: GroupStatus, order: OrderStatus): boolean {
  return group === 'paid' && before(orderTransitions, 'shipped').includes(order)
}

async function loadUnsent(tx: Sql, parcelId: string): Promise<Array<UnsentLine>> {
  return await tx.$queryRaw<Array<UnsentLine>>`
    SELECT u.order_line_id AS "lineId", l.variant_id AS "variantId", u.quantity
    FROM unsent_line u JOIN order_line l ON l.id = u.order_line_id WHERE u.parcel_id = ${parcelId}::uuid ORDER BY l.id`
}

async function markShipped(tx: Sql, now: Date, scope: EnterpriseScope, input: ShipParcel): Promise<boolean> {
  const marked = await tx.$executeRaw`
    UPDATE parcel SET courier = ${input.courier}, tracking_number = ${input.trackingNumber}, shipped_at = ${now},
      shipped_by = ${scope.staff.staffId}::uuid
    WHERE id = ${input.parcelId}::uuid AND shipped_at IS NULL`
  return marked === 1
}

/** From now on each of the two lists what is in it. The shipping was paid with the first. */
async function keepRest(
  tx: Sql,
  now: Date,
  { id, orderId, storage }: Parcel,
  { sent, rest }: { sent: ReadonlyArray<UnsentLine>; rest: ReadonlyArray<UnsentLine> },
): Promise<void> {
  const restId = timeOrderedId(now)
  await tx.$executeRaw`
    INSERT INTO parcel (id, order_id, storage) VALUES (${restId}::uuid, ${orderId}::uuid, ${storage})`
  await tx.$executeRaw`DELETE FROM parcel_line WHERE parcel_id = ${id}::uuid`
  const contents = [
    ...sent.map((line) => ({ ...line, parcelId: id })),
    ...rest.map((line) => ({ ...line, parcelId: restId })),
  ]
  await tx.$executeRaw`
    INSERT INTO parcel_line (parcel_id, order_line_id, quantity)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(contents)}::jsonb)
      AS c ("parcelId" uuid, "lineId" uuid, quantity int)`
}

async function tell(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  { id, groupId, orderId, orderNumber }: Parcel,
  { courier, trackingNumber }: ShipParcel,
  sent: ReadonlyArray<UnsentLine>,
): Promise<void> {
  const detail = { parcelId: id, courier, trackingNumber }
  await writeOrderEvent(tx, now, { groupId, orderId, kind: 'shipped', detail })
  await writeOutbox(tx, now, { kind: 'order-shipped', dedupeKey: `order-shipped:${id}`, groupId })
  await writeAudit(tx, now, scope, {
    action: 'ship-parcel',
    subject: ['order', orderNumber],
    after: { ...detail, units: sent.map(({ lineId, quantity }) => ({ lineId, quantity })) },
  })
}
