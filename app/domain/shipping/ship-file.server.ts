import type { GroupStatus, OrderStatus } from '#app/domain/orders/lifecycle.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Storage } from './parcels.ts'
import { isToShip, type ShipRefusal, shipParcel } from './ship-parcel.server.ts'
import type { TrackingFault, TrackingRow } from './tracking-file.ts'

export type RowCode = TrackingFault['code'] | ShipRefusal['code'] | 'which-parcel'
export type ShippedFile = {
  shipped: number
  /** Left with this number before: the same file twice changes nothing. */
  repeated: number
  faults: Array<{ row: number; number: string; code: RowCode }>
}
/** What each row would do. */
export type PlannedRow = {
  row: number
  number: string
  outcome: 'ship' | 'repeated' | RowCode
  /** Null for a row that could not be read. */
  shipment: (TrackingRow & { recipient: string | null; parcel: Storage | null }) | null
}

/** Nothing is changed. */
export async function planFile(
  services: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  { rows, faults }: { rows: ReadonlyArray<TrackingRow>; faults: ReadonlyArray<TrackingFault> },
): Promise<Array<PlannedRow>> {
  const parcels = await findParcels(services, scope, rows)
  const planned = rows.map((row): PlannedRow => {
    const { outcome, parcel } = chooseParcel(parcels.get(row.number) ?? [], row)
    const recipient = parcel?.recipient ?? null
    return {
      row: row.row,
      number: row.number,
      outcome,
      shipment: { ...row, recipient, parcel: parcel?.storage ?? null },
    }
  })
  const unread = faults.map(
    ({ row, number, code }): PlannedRow => ({ row, number, outcome: code, shipment: null }),
  )
  return [...planned, ...unread].sort((a, b) => a.row - b.row)
}

/** Each row on its own: what is right leaves, what is wrong is reported with its row. */
export async function shipFile(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  rows: ReadonlyArray<TrackingRow>,
): Promise<ShippedFile> {
  const parcels = await findParcels(services, scope, rows)
  const file: ShippedFile = { shipped: 0, repeated: 0, faults: [] }
  for (const row of rows) {
    const code = await shipRow(services, scope, parcels.get(row.number) ?? [], row)
    if (code === 'shipped' || code === 'repeated') file[code] += 1
    else file.faults.push({ row: row.row, number: row.number, code })
  }
  return file
}

type Parcel = {
  id: string
  number: string
  storage: Storage
  trackingNumber: string | null
  recipient: string
  groupStatus: GroupStatus
  orderStatus: OrderStatus
}

async function findParcels(
  { pool }: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  rows: ReadonlyArray<TrackingRow>,
): Promise<Map<string, Array<Parcel>>> {
  const found = await sqlOn(pool).$queryRaw<Array<Parcel>>`
    SELECT p.id, o.number, p.storage, p.tracking_number AS "trackingNumber", g.recipient, g.status AS "groupStatus",
      o.status AS "orderStatus"
    FROM shop_order o JOIN parcel p ON p.order_id = o.id JOIN order_group g ON g.id = o.group_id
    WHERE o.enterprise_id = ${scope.enterpriseId} AND o.number = ANY(${rows.map((row) => row.number)}::text[])
      AND (p.shipped_at IS NOT NULL OR EXISTS (SELECT FROM unsent_line u WHERE u.parcel_id = p.id))
    ORDER BY p.id`
  return Map.groupBy(found, (parcel) => parcel.number)
}

/** The parcel that a row is about; once chosen it has this number, for the rows that follow. */
function chooseParcel(
  parcels: ReadonlyArray<Parcel>,
  { trackingNumber, storage }: TrackingRow,
): { outcome: 'ship' | 'repeated' | RowCode; parcel?: Parcel } {
  const fitting = parcels.filter((parcel) => storage === null || parcel.storage === storage)
  if (fitting.some((parcel) => parcel.trackingNumber === trackingNumber)) return { outcome: 'repeated' }
  const [parcel, ...others] = fitting.filter((known) => known.trackingNumber === null)
  if (others.length > 0) return { outcome: 'which-parcel' }
  if (!parcel) return { outcome: fitting.length > 0 ? 'already-shipped' : 'not-found' }
  if (!isToShip(parcel.groupStatus, parcel.orderStatus)) return { outcome: 'not-to-ship' }
  parcel.trackingNumber = trackingNumber
  return { outcome: 'ship', parcel }
}

async function shipRow(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  parcels: ReadonlyArray<Parcel>,
  row: TrackingRow,
): Promise<RowCode | 'shipped' | 'repeated'> {
  const { outcome, parcel } = chooseParcel(parcels, row)
  if (outcome !== 'ship' || !parcel) return outcome === 'ship' ? 'not-found' : outcome
  const { trackingNumber, courier } = row
  const shipped = await shipParcel(services, scope, { parcelId: parcel.id, trackingNumber, courier })
  if (!shipped.ok) return shipped.code
  return shipped.value.isRepeated ? 'repeated' : 'shipped'
}
