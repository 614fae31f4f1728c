import type { CellValue, StreamRow } from 'hucre'
import { streamCsvRows } from 'hucre/csv'
import { streamXlsxRows } from 'hucre/xlsx'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { collectMidnights, dateText, type Midnights } from './date-cells.ts'
import { decodeText } from './decode-text.ts'
import { unzip, type ZipLimits } from './unzip.server.ts'

/** Cells as text; `row` as the spreadsheet counts, from 1. Rows in which nothing is written are left out. */
export type SheetRow = { row: number; cells: ReadonlyArray<string> }
export type SheetRefusal = Failure<'not-a-sheet' | 'too-large' | 'too-many-rows' | 'empty'>

/** Of a person's own table; exports of platforms may be longer. */
export const mostRows = 10_000
/** With those in which nothing is written: spreadsheets keep many that were only coloured. */
const mostSeen = { rows: 100_000, cells: 10_000_000 }
const mostColumns = 200
/** Of a workbook, unpacked: ten times what the largest that we take needs. */
const workbookLimits: ZipLimits = { files: 1_000, bytes: 64 * 1024 * 1024 }

type Reading = {
  most?: number
  /** For sheets of times: the midnights among them are told from days (`collectMidnights`). */
  hasTimes?: boolean
}

/** The first sheet of an XLSX workbook, or a text with commas, semicolons or tabs. The content decides, not the name. */
export async function readSheet(
  bytes: Uint8Array,
  { most = mostRows, hasTimes = false }: Reading = {},
): Promise<Result<Array<SheetRow>, SheetRefusal>> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip ? await readWorkbook(bytes, { most, hasTimes }) : await readText(bytes, most)
}

type Table = Result<Array<SheetRow>, SheetRefusal>

async function readWorkbook(bytes: Uint8Array, { most, hasTimes }: Required<Reading>): Promise<Table> {
  const unpacked = await unzip(bytes, workbookLimits, () => undefined)
  if (!unpacked.ok) return failure(unpacked.code === 'too-large-inside' ? 'too-large' : 'not-a-sheet')
  try {
    const midnights = hasTimes ? collectMidnights() : undefined
    const table = await collectRows(streamXlsxRows(bytes, { sheet: 0 }), most, midnights)
    midnights?.write()
    return table
  } catch {
    return failure('not-a-sheet')
  }
}

async function readText(bytes: Uint8Array, most: number): Promise<Table> {
  const text = decodeText(bytes)
  if (text === null) return failure('not-a-sheet')
  return await collectRows(numbered(streamCsvRows(text, { delimiter: delimiterOf(text) })), most)
}

function* numbered(rows: Iterable<Array<CellValue>>): Iterable<StreamRow> {
  let index = 0
  for (const values of rows) yield { index: index++, values }
}

/** Row by row, to the first too many: one cell at the end of its row stands for 16,384 (T64). */
async function collectRows(
  rows: Iterable<StreamRow> | AsyncIterable<StreamRow>,
  most: number,
  midnights?: Midnights,
): Promise<Table> {
  const written: Array<SheetRow> = []
  const seen = { rows: 0, cells: 0 }
  for await (const { index, values } of rows) {
    const cells = values.slice(0, mostColumns).map(textOf)
    if (cells.some((cell) => cell.trim() !== '')) written.push({ row: index + 1, cells })
    midnights?.note(values, cells)
    seen.rows += 1
    seen.cells += values.length
    // The header is one of them.
    if (written.length > most + 1 || seen.rows > mostSeen.rows) return failure('too-many-rows')
    if (seen.cells > mostSeen.cells) return failure('too-large')
  }
  return written.length < 2 ? failure('empty') : success(written)
}

/** Of the header, in which no text has commas of its own. */
function delimiterOf(text: string): string {
  const header = text.split(/\r|\n/).find((line) => line.trim() !== '') ?? ''
  const counted = [',', '\t', ';'].map((mark) => ({ mark, count: header.split(mark).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).mark
}

function textOf(cell: CellValue): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dateText(cell)
  // Fifteen digits are what a spreadsheet computes with.
  if (typeof cell === 'number') return plainNumber(Number(cell.toPrecision(15)))
  return String(cell)
}

/** Without an exponent, but where digits are lost: the last four of a 19-digit number must not be read as zeros. */
function plainNumber(value: number): string {
  if (Math.abs(value) >= 1e15) return value.toExponential().replace('e', 'E')
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}
