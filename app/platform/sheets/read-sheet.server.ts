import type { CellValue } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { decodeText } from './decode-text.ts'
import { unzip, type ZipLimits } from './unzip.server.ts'

/** Cells as text; `row` as the spreadsheet counts, from 1. Rows in which nothing is written are left out. */
export type SheetRow = { row: number; cells: ReadonlyArray<string> }
export type SheetRefusal = Failure<'not-a-sheet' | 'too-large' | 'too-many-rows' | 'empty'>

const mostRows = 10_000
const mostColumns = 200
/** Of a workbook, unpacked: ten times what the largest that we take needs. */
const workbookLimits: ZipLimits = { files: 1_000, bytes: 64 * 1024 * 1024 }

/** The first sheet of an XLSX workbook, or a text with commas, semicolons or tabs. The content decides, not the name. */
export async function readSheet(bytes: Uint8Array): Promise<Result<Array<SheetRow>, SheetRefusal>> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const table = isZip ? await readWorkbook(bytes) : readText(bytes)
  if (!table.ok) return table
  const rows = table.value
    .map((cells, index) => ({ row: index + 1, cells: cells.slice(0, mostColumns).map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  // The header is one of them.
  if (rows.length < 2) return failure('empty')
  return rows.length > mostRows + 1 ? failure('too-many-rows') : success(rows)
}

type Table = Result<ReadonlyArray<ReadonlyArray<CellValue>>, SheetRefusal>

async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  const unpacked = await unzip(bytes, workbookLimits, () => undefined)
  if (!unpacked.ok) return failure(unpacked.code === 'too-large-inside' ? 'too-large' : 'not-a-sheet')
  try {
    const { sheets } = await readXlsx(bytes, { sheets: (_sheet, index) => index === 0 })
    return success(sheets[0]?.rows ?? [])
  } catch {
    return failure('not-a-sheet')
  }
}

function readText(bytes: Uint8Array): Table {
  const text = decodeText(bytes)
  if (text === null) return failure('not-a-sheet')
  return success(parseCsv(text, { delimiter: delimiterOf(text) }))
}

/** Of the header, in which no text has commas of its own. */
function delimiterOf(text: string): string {
  const header = text.split(/\r|\n/).find((line) => line.trim() !== '') ?? ''
  const counted = [',', '\t', ';'].map((mark) => ({ mark, count: header.split(mark).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).mark
}

function textOf(cell: CellValue): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  // Fifteen digits are what a spreadsheet computes with.
  if (typeof cell === 'number') return plainNumber(Number(cell.toPrecision(15)))
  return String(cell)
}

/** Without the exponent that JavaScript writes large numbers with. */
function plainNumber(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}
