import { cleanCell } from '#app/platform/sheets/clean-cell.ts'
import type { HeadingMap } from '#app/platform/sheets/map-headings.ts'
import type { SheetRow } from '#app/platform/sheets/read-sheet.server.ts'
import type { FieldKey } from './order-fields.ts'
import type { PlatformRow, RowProblem } from './platform-row.ts'
import { type CellProblem, type Read, readAmount, readId, readInstant, readQuantity } from './read-cell.ts'

export type ReadOrders = { rows: Array<PlatformRow>; problems: Array<RowProblem> }
/** Name → code of Beijing's districts. */
export type Districts = ReadonlyMap<string, string>

type Cells = Partial<Record<FieldKey, string>>

export function headingsOf([first]: ReadonlyArray<SheetRow>): Array<string> {
  return (first?.cells ?? []).map(cleanCell)
}

/** The orders of a file by their columns' names. A row that cannot be read whole is told, and not read at all. */
export function readOrders(
  [first, ...rest]: ReadonlyArray<SheetRow>,
  mapping: HeadingMap,
  districts: Districts,
): ReadOrders {
  const keys = headingsOf(first ? [first] : []).map((heading) => mapping[heading] as FieldKey | undefined)
  const headingOf = new Map(Object.entries(mapping).map(([heading, key]) => [key, heading]))
  const seen = new Map<string, string>()
  const read: ReadOrders = { rows: [], problems: [] }
  for (const { row, cells } of rest) {
    const own = isShifted(cells, keys.length) ? null : cellsOf(cells, keys)
    const order = own ? readOrder(own, districts) : shifted
    const fault = 'code' in order ? order : whyTwice(seen, order)
    if (fault) read.problems.push(toProblem(row, own ?? {}, headingOf, fault))
    if (fault || 'code' in order || seen.has(order.subOrder)) continue
    read.rows.push({ row, ...order })
    seen.set(order.subOrder, JSON.stringify(order))
  }
  return read
}

function cellsOf(cells: ReadonlyArray<string>, keys: ReadonlyArray<FieldKey | undefined>): Cells {
  return Object.fromEntries(keys.flatMap((key, index) => (key ? [[key, cleanCell(cells[index] ?? '')]] : [])))
}

/**
 * More cells than headings: a comma in an address or a message has pushed what follows into the columns beside, and who
 * ordered would be read as something else. Nothing of such a row is read, or told (T76).
 */
function isShifted(cells: ReadonlyArray<string>, columns: number): boolean {
  return cells.slice(columns).some((cell) => cell.trim() !== '')
}

type Order = Omit<PlatformRow, 'row'>
type Fault = { key: FieldKey; code: CellProblem | 'differs-from-first' }
const shifted: Fault = { key: 'subOrder', code: 'shifted' }

/** The same row twice is one; the same number with other figures cannot be both. */
function whyTwice(seen: ReadonlyMap<string, string>, order: Order): Fault | null {
  const earlier = seen.get(order.subOrder)
  return earlier === undefined || earlier === JSON.stringify(order)
    ? null
    : { key: 'subOrder', code: 'differs-from-first' }
}

function readOrder(cells: Cells, districts: Districts): Order | Fault {
  const faults: Array<Fault> = []
  const take = <T>(key: FieldKey, read: Read<T>): T | undefined => {
    if ('value' in read) return read.value
    faults.push({ key, code: read.code })
    return undefined
  }
  const subOrder = take('subOrder', readId(cells.subOrder ?? ''))
  const externalId = take('productId', readId(cells.productId ?? ''))
  const quantity = take('quantity', readQuantity(cells.quantity ?? ''))
  const grossFen = take('gross', readAmount(cells.gross ?? ''))
  const refund = take('refund', cells.refund ? readAmount(cells.refund) : { value: 0 })
  const paidAt = take('paidAt', readInstant(cells.paidAt ?? ''))
  const [fault] = faults
  if (fault) return fault
  if (!subOrder || !externalId || !quantity || grossFen === undefined || paidAt === undefined)
    return { key: 'subOrder', code: 'needed' }
  const short = (key: FieldKey, longest: number) => (cells[key] ?? '').slice(0, longest)
  return {
    subOrder,
    mainOrder: short('mainOrder', 40) || subOrder,
    externalId,
    merchantCode: short('merchantCode', 80),
    title: short('title', 200),
    spec: short('spec', 120),
    quantity,
    grossFen,
    refundedFen: paidAt === null ? 0 : givenBack(cells, grossFen, refund ?? 0),
    state: short('state', 20),
    traffic: trafficOf(cells.traffic ?? ''),
    hostAccount: accountOf(cells.hostAccount ?? ''),
    paidAt,
    beijingDistrictCode: districtOf(cells, districts),
  }
}

/**
 * Of what was paid. Closed, all of it went back, whatever the after-sale columns say; else the amount that is filled in,
 * since 退款成功 says of a part what it says of the whole; and without one the whole.
 */
function givenBack({ state = '', afterSale = '' }: Cells, grossFen: number, refundFen: number): number {
  if (/已关闭|已取消/.test(state)) return grossFen
  if (refundFen > 0) return Math.min(grossFen, refundFen)
  return /退款成功/.test(afterSale) ? grossFen : 0
}

function trafficOf(text: string): PlatformRow['traffic'] {
  if (/第二天更新/.test(text)) return 'later'
  return text === '直播' ? 'live' : 'other'
}

/** 0 is the shop itself: nobody's account. */
function accountOf(text: string): string | null {
  const plain = text.normalize('NFKC')
  return /^\d{2,30}$/.test(plain) ? plain : null
}

function districtOf({ province = '', district = '' }: Cells, districts: Districts): string | null {
  return province.startsWith('北京') ? (districts.get(district) ?? null) : null
}

function toProblem(
  row: number,
  cells: Cells,
  headingOf: ReadonlyMap<string, string>,
  { key, code }: Fault,
): RowProblem {
  return { row, column: headingOf.get(key) ?? key, value: (cells[key] ?? '').slice(0, 60), code }
}
