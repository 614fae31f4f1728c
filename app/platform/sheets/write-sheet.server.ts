import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Cell, DataValidation } from 'hucre'
import { writeCsv } from 'hucre/csv'
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import type { Fen } from '#app/kernel/money.ts'

export type SheetFormat = 'xlsx' | 'csv'
export type SheetCell = string | number | null

type SheetColumn = {
  heading: string
  width: number
  /** Amounts in yuan: they are shown with two decimals, and stay numbers. */
  isMoney?: boolean
  /** What a drop-down offers; a spreadsheet lets people write something else all the same. */
  choices?: ReadonlyArray<string>
}

export type Sheet = {
  name: string
  columns: ReadonlyArray<SheetColumn>
  rows: ReadonlyArray<ReadonlyArray<SheetCell>>
  /** Cells to be seen first: [row of `rows`, column], coloured. */
  marked?: ReadonlyArray<readonly [row: number, column: number]>
}

const choicesSheet = '可选值'
/** Rows that a drop-down reaches: the most that an import takes. */
const lastRow = 10_001

/** A workbook whose texts are texts and whose numbers are numbers, with a drop-down where a column has choices. */
export async function writeWorkbook({ name, columns, rows, marked = [] }: Sheet): Promise<Uint8Array> {
  const lists = columns.flatMap(({ choices }) => (choices ? [choices] : []))
  return await writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(formatted),
        rows: [headingsOf(columns), ...rows.map((row) => row.map(guarded))],
        freezePane: { rows: 1 },
        dataValidations: dropDowns(columns),
        cells: new Map([
          ...columns.map((_column, index) => [`0,${index}`, headingStyle] as const),
          ...marked.map(([row, column]) => [`${row + 1},${column}`, markedStyle] as const),
        ]),
      },
      { name: choicesSheet, rows: transposed(lists), hidden: true },
    ],
  })
}

function formatted({ width, isMoney }: SheetColumn) {
  return isMoney ? { width, numFmt: '#,##0.00' } : { width }
}

/** An amount as a cell has it, in yuan: two decimals of a float are exact up to 10^13 (T42b). */
export function yuanCell(amount: Fen): number {
  return amount / 100
}

const headingStyle: Partial<Cell> = { style: { font: { bold: true } } }
const markedStyle: Partial<Cell> = {
  style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF6D9A8' } } },
}

/** Their lists stand on a sheet of their own: within a cell's rule a list has 255 characters at most. */
function dropDowns(columns: ReadonlyArray<SheetColumn>): Array<DataValidation> {
  const offering = columns.flatMap(({ choices }, index) => (choices ? [{ choices, index }] : []))
  return offering.map(({ choices, index }, list) => ({
    type: 'list',
    range: `${letters(index)}2:${letters(index)}${lastRow}`,
    formula1: `'${choicesSheet}'!$${letters(list)}$1:$${letters(list)}$${choices.length}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
  }))
}

/** Columns as a spreadsheet names them: A, B … Z, AA. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

function transposed(lists: ReadonlyArray<ReadonlyArray<string>>): Array<Array<string | null>> {
  const height = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null))
}

/** With the mark by which Excel and WPS know UTF-8. */
export function writeText({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): Uint8Array {
  const table = [headingsOf(columns), ...rows.map((row) => row.map(guarded))]
  return new TextEncoder().encode(writeCsv(table, { bom: true, lineSeparator: '\r\n' }))
}

function headingsOf(columns: ReadonlyArray<SheetColumn>): Array<SheetCell> {
  return columns.map(({ heading }) => guarded(heading))
}

/** A table in the format that was asked for. */
export async function writeSheet(format: SheetFormat, sheet: Sheet): Promise<Uint8Array> {
  return format === 'csv' ? writeText(sheet) : await writeWorkbook(sheet)
}

/** The same, made while it is read: of its rows only those of one part are in memory (T71). */
export function streamSheet(
  format: SheetFormat,
  { name, columns }: Pick<Sheet, 'name' | 'columns'>,
  parts: AsyncIterable<Sheet['rows']>,
): Readable {
  return format === 'csv' ? streamText(columns, parts) : streamWorkbook({ name, columns }, parts)
}

/** Where a sheet has no room for more rows, the next one goes on with the same headings. */
function streamWorkbook(
  { name, columns }: Pick<Sheet, 'name' | 'columns'>,
  parts: AsyncIterable<Sheet['rows']>,
): Readable {
  async function* rows() {
    yield headingsOf(columns)
    for await (const part of parts) for (const row of part) yield row.map(guarded)
  }
  const options = { name, columns: columns.map(formatted), freezePane: { rows: 1 } }
  return Readable.fromWeb(writeXlsxStream(rows(), options) as WebStream<Uint8Array>)
}

export function streamText(columns: Sheet['columns'], parts: AsyncIterable<Sheet['rows']>): Readable {
  async function* bytes() {
    yield writeText({ columns, rows: [] })
    for await (const rows of parts) {
      const table = rows.map((row) => row.map(guarded))
      if (table.length > 0)
        yield new TextEncoder().encode(`\r\n${writeCsv(table, { lineSeparator: '\r\n' })}`)
    }
  }
  return Readable.from(bytes(), { objectMode: false })
}

/**
 * A text that a spreadsheet would take for a formula, in full width too, is shown as the text that it is (ASVS 1.2.10,
 * T67).
 */
export function guarded(cell: SheetCell): SheetCell {
  return typeof cell === 'string' && /^[=+\-@＝＋－＠\t\r\n\0]/.test(cell) ? `'${cell}` : cell
}
