import { type Courier, normaliseTrackingNumber, suggestCourier, trackingNumberShape } from './couriers.ts'
import { type Storage, storages } from './parcels.ts'

export type TrackingRow = {
  /** As a spreadsheet numbers it. */
  row: number
  number: string
  trackingNumber: string
  courier: Courier
  /** Which parcel, where an order has several. */
  storage: Storage | null
}
export type TrackingFault = {
  row: number
  number: string
  code:
    | 'order-required'
    | 'number-rounded'
    | 'tracking-number-required'
    | 'tracking-number-invalid'
    | 'storage-unknown'
}

const storageWords: Readonly<Record<string, Storage>> = { 常温: 'ambient', 冷藏: 'chilled', 冷冻: 'frozen' }
/** An Excel that was not told better writes long numbers so, and their end is lost. */
const rounded = /^\d(?:\.\d+)?E\+\d+$/i

/** Lines of order number, tracking number and, where wanted, storage, as pasted from a spreadsheet or read from a CSV. */
export function readTrackingFile(text: string): { rows: Array<TrackingRow>; faults: Array<TrackingFault> } {
  const rows: Array<TrackingRow> = []
  const faults: Array<TrackingFault> = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const [number = '', trackingNumber = '', kind = ''] = line.split(/[,，;；\t]/).map(bareCell)
    if (number === '' && trackingNumber === '') continue
    if (index === 0 && !/\d/.test(line)) continue
    const read = readRow(index + 1, number.toUpperCase(), trackingNumber, kind)
    if ('code' in read) faults.push(read)
    else rows.push(read)
  }
  return { rows, faults }
}

/** Without quotes, and without what keeps a spreadsheet from rounding: ="123", '123. */
function bareCell(cell: string): string {
  return cell
    .trim()
    .replace(/^[='"]+|"+$/g, '')
    .trim()
}

function readRow(row: number, number: string, typed: string, kind: string): TrackingRow | TrackingFault {
  const fault = (code: TrackingFault['code']) => ({ row, number, code })
  if (number === '') return fault('order-required')
  if (rounded.test(typed)) return fault('number-rounded')
  const storage = storageWords[kind] ?? storages.find((known) => known === kind.toLowerCase()) ?? null
  if (kind !== '' && storage === null) return fault('storage-unknown')
  if (typed === '') return fault('tracking-number-required')
  const trackingNumber = normaliseTrackingNumber(typed)
  if (!trackingNumberShape.test(trackingNumber)) return fault('tracking-number-invalid')
  const courier = suggestCourier(trackingNumber) ?? 'other'
  return { row, number, storage, trackingNumber, courier }
}
