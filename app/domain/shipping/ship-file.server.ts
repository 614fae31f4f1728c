import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Storage } from './parcels.ts'
import { type ShipRefusal, shipParcel } from './ship-parcel.server.ts'
import { readTrackingFile, type TrackingFault, type TrackingRow } from './tracking-file.ts'

type RowCode = TrackingFault['code'] | ShipRefusal['code'] | 'which-parcel'
export type ShippedFile = {
  shipped: number
  /** Left with this number before: the same file twice changes nothing. */
  repeated: number
  faults: Array<{ row: number; number: string; code: RowCode }>
}

const mostRows = 500

/** Each row on its own: what is right leaves, what is wrong is reported with its row. */
export async function shipFile(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  text: string,
): Promise<Result<ShippedFile, { ok: false; code: 'nothing' | 'tooMany' }>> {
  const { rows, faults } = readTrackingFile(text)
  if (rows.length + faults.length === 0) return failure('nothing')
  if (rows.length + faults.length > mostRows) return failure('tooMany')
  const parcels = await findParcels(services, scope, rows)
  const file: ShippedFile = { shipped: 0, repeated: 0, faults: [...faults] }
  for (const row of rows) {
    const code = await shipRow(services, scope, parcels.get(row.number) ?? [], row)
    if (code === 'shipped' || code === 'repeated') file[code] += 1
    else file.faults.push({ row: row.row, number: row.number, code })
  }
  file.faults.sort((a, b) => a.row - b.row)
  return success(file)
}

type Parcel = { id: string; number: string; storage: Storage; trackingNumber: string | null }

async function findParcels(
  { pool }: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  rows: ReadonlyArray<TrackingRow>,
): Promise<Map<string, Array<Parcel>>> {
  const found = await sqlOn(pool).$queryRaw<Array<Parcel>>`
    SELECT p.id, o.number, p.storage, p.tracking_number AS "trackingNumber"
    FROM shop_order o JOIN parcel p ON p.order_id = o.id
    WHERE o.enterprise_id = ${scope.enterpriseId} AND o.number = ANY(${rows.map((row) => row.number)}::text[])
      AND (p.shipped_at IS NOT NULL OR EXISTS (SELECT FROM unsent_line u WHERE u.parcel_id = p.id))
    ORDER BY p.id`
  return Map.groupBy(found, (parcel) => parcel.number)
}

async function shipRow(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  parcels: ReadonlyArray<Parcel>,
  { trackingNumber, courier, storage }: TrackingRow,
): Promise<RowCode | 'shipped' | 'repeated'> {
  const fitting = parcels.filter((parcel) => storage === null || parcel.storage === storage)
  if (fitting.some((parcel) => parcel.trackingNumber === trackingNumber)) return 'repeated'
  const [parcel, ...others] = fitting.filter((known) => known.trackingNumber === null)
  if (others.length > 0) return 'which-parcel'
  if (!parcel) return fitting.length > 0 ? 'already-shipped' : 'not-found'
  const shipped = await shipParcel(services, scope, { parcelId: parcel.id, trackingNumber, courier })
  if (!shipped.ok) return shipped.code
  return shipped.value.isRepeated ? 'repeated' : 'shipped'
}
