import { z } from 'zod'
import { mapHeadings, sameHeading } from '#app/platform/sheets/map-headings.ts'
import type { SheetRow } from '#app/platform/sheets/read-sheet.server.ts'
import {
  courierNamed,
  couriers,
  normaliseTrackingNumber,
  suggestCourier,
  trackingNumberShape,
} from './couriers.ts'
import { type Storage, storages } from './parcels.ts'

export const trackingRow = z.object({
  /** As a spreadsheet numbers it. */
  row: z.number().int(),
  number: z
    .string()
    .max(100)
    .regex(/^[^\0]*$/),
  trackingNumber: z.string().regex(trackingNumberShape),
  courier: z.enum(couriers),
  /** Which parcel, where an order has several. */
  storage: z.enum(storages).nullable(),
})
export type TrackingRow = z.infer<typeof trackingRow>
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

type Field = 'number' | 'trackingNumber' | 'courier' | 'storage'
/** What couriers, spreadsheets and this shop's own files call each column. */
const headings: Record<Field, ReadonlyArray<string>> = {
  number: ['订单号', '订单编号', '商家订单号', 'order', 'order number', 'order no.'],
  trackingNumber: [
    '快递单号',
    '运单号',
    '运单编号',
    '物流单号',
    'tracking number',
    'tracking',
    'waybill number',
  ],
  courier: ['快递公司', '物流公司', '快递', 'courier', 'carrier'],
  storage: ['温层', 'storage'],
}
const known = new Map(
  Object.entries(headings).flatMap(([field, names]) =>
    names.map((name) => [sameHeading(name), field] as const),
  ),
)
/** Where nothing says what is in which column. */
const inOrder: ReadonlyMap<Field, number> = new Map([
  ['number', 0],
  ['trackingNumber', 1],
  ['storage', 2],
])

/** Rows of order number and tracking number; courier and storage where wanted. Headings say which is which. */
export function readTrackingTable(table: ReadonlyArray<SheetRow>): {
  rows: Array<TrackingRow>
  faults: Array<TrackingFault>
} {
  const [first] = table
  const columns = (first && readHeadings(first.cells)) ?? inOrder
  const hasHeadings = first !== undefined && (columns !== inOrder || !/\d/.test(first.cells.join('')))
  const read = table.slice(hasHeadings ? 1 : 0).flatMap(({ row, cells }) => {
    const cell = (field: Field) => bareCell(cells[columns.get(field) ?? -1] ?? '')
    return cell('number') === '' && cell('trackingNumber') === '' ? [] : [readRow(row, cell)]
  })
  return {
    rows: read.filter((each): each is TrackingRow => !('code' in each)),
    faults: read.filter((each): each is TrackingFault => 'code' in each),
  }
}

/** Null for a first row that does not name both numbers. */
function readHeadings(cells: ReadonlyArray<string>): ReadonlyMap<Field, number> | null {
  const mapped = Object.entries(mapHeadings(cells, [known])) as Array<[string, Field]>
  const columns = new Map(mapped.map(([heading, field]) => [field, cells.indexOf(heading)]))
  if (!columns.has('number') || !columns.has('trackingNumber')) return null
  // A third column without a heading is what it is in a file without any.
  const isUnnamed = (cells[2] ?? '').trim() === ''
  return columns.has('storage') || !isUnnamed ? columns : columns.set('storage', 2)
}

/** Lines as pasted from a spreadsheet. */
export function tableOf(text: string): Array<SheetRow> {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ row: index + 1, cells: line.split(/[,，;；\t]/) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

/** Without quotes, and without what keeps a spreadsheet from rounding: ="123", '123. */
function bareCell(cell: string): string {
  return cell
    .trim()
    .replace(/^[='"]+|"+$/g, '')
    .trim()
}

function readRow(row: number, cell: (field: Field) => string): TrackingRow | TrackingFault {
  const number = cell('number').toUpperCase()
  const fault = (code: TrackingFault['code']) => ({ row, number, code })
  if (number === '') return fault('order-required')
  const typed = cell('trackingNumber')
  if (rounded.test(typed)) return fault('number-rounded')
  const kind = cell('storage')
  const storage = storageWords[kind] ?? storages.find((each) => each === kind.toLowerCase()) ?? null
  if (kind !== '' && storage === null) return fault('storage-unknown')
  if (typed === '') return fault('tracking-number-required')
  const trackingNumber = normaliseTrackingNumber(typed)
  if (!trackingNumberShape.test(trackingNumber)) return fault('tracking-number-invalid')
  const courier = courierNamed(cell('courier')) ?? suggestCourier(trackingNumber) ?? 'other'
  return { row, number, storage, trackingNumber, courier }
}
