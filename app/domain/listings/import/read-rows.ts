import { cleanCell } from '#app/platform/sheets/clean-cell.ts'
import type { SheetRow } from '#app/platform/sheets/read-sheet.server.ts'
import { type Choice, type Column, columns, isVariantKey } from './columns.ts'
import type { Mapping } from './mapping.ts'
import { readCell } from './read-cell.ts'

/** A row as it was written: cells that say something, cleaned, by the key of their column. */
export type ImportedRow = { row: number; cells: Readonly<Record<string, string>> }

/** `column` is a key of columns.ts; `fix` is what was probably meant, where that can be said. */
export type RowProblem = {
  row: number
  column: string
  code: string
  value: string
  fix?: string | undefined
}

/** A row as it is meant. */
export type ReadRow = { row: number; values: Readonly<Record<string, unknown>>; problems: Array<RowProblem> }

/** The words that may stand in a column; of the category they come from the database. */
export type ChoicesOf = (column: Column) => ReadonlyArray<Choice>

/** The first row of a sheet names its columns. */
export function headingsOf([first]: ReadonlyArray<SheetRow>): Array<string> {
  return (first?.cells ?? []).map(cleanCell)
}

export function mapRows([first, ...rest]: ReadonlyArray<SheetRow>, mapping: Mapping): Array<ImportedRow> {
  const keys = headingsOf(first ? [first] : []).map((heading) => mapping[heading])
  const cellsOf = (cells: ReadonlyArray<string>) =>
    cells.flatMap((cell, index) => {
      const key = keys[index]
      const text = cleanCell(cell)
      return key && text !== '' ? [[key, text] as const] : []
    })
  return rest.map(({ row, cells }) => ({ row, cells: Object.fromEntries(cellsOf(cells)) }))
}

export function readRow({ row, cells }: ImportedRow, choicesOf: ChoicesOf): ReadRow {
  const values: Record<string, unknown> = {}
  const problems: Array<RowProblem> = []
  for (const column of columns) {
    const value = cells[column.key]
    if (value === undefined) continue
    const read = readCell(column, choicesOf(column), value)
    if ('value' in read) values[column.key] = read.value
    else problems.push({ row, column: column.key, value, ...read })
  }
  return { row, values, problems }
}

/** The rows of one product. `listing` is null for one that is new. */
export type RowGroup = { listing: string | null; rows: Array<ImportedRow> }

/**
 * A product has as many rows as it has variants. A row belongs to the listing that has its article number; others go
 * by title: to rows of the same title, be they of a listing or new.
 */
export function groupRows(
  rows: ReadonlyArray<ImportedRow>,
  listingOf: (articleNumber: string) => string | undefined,
): Array<RowGroup> {
  const titled = new Map<string, string>()
  const keyed = rows.map((row) => ({ row, listing: listingOf(articleNumberOf(row)) }))
  for (const { row, listing } of keyed) {
    const title = row.cells.title
    if (listing && title && !titled.has(title)) titled.set(title, listing)
  }
  const groups = new Map<string, RowGroup>()
  for (const { row, listing: own } of keyed) {
    const { title } = row.cells
    const listing = own ?? (title ? titled.get(title) : undefined) ?? null
    const key = listing ?? (title ? `title:${title}` : `row:${row.row}`)
    const group = groups.get(key) ?? { listing, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups.values()]
}

export function articleNumberOf({ cells }: ImportedRow): string {
  return cells['variant.sku'] ?? ''
}

/** Article numbers that stand in a second row, with the row in which they stood first. */
export function findDuplicates(rows: ReadonlyArray<ImportedRow>): Map<number, number> {
  const first = new Map<string, number>()
  const duplicates = new Map<number, number>()
  for (const row of rows) {
    const number = articleNumberOf(row)
    const earlier = first.get(number)
    if (number && earlier !== undefined) duplicates.set(row.row, earlier)
    else first.set(number, row.row)
  }
  return duplicates
}

/** What the first row of a product says, for all of it; a later row that says otherwise is a mistake in one of them. */
export function productValues(rows: ReadonlyArray<ReadRow>): {
  values: Record<string, unknown>
  problems: Array<RowProblem>
} {
  const values: Record<string, unknown> = {}
  const problems: Array<RowProblem> = []
  for (const { row, values: own } of rows)
    for (const [column, value] of Object.entries(own)) {
      if (isVariantKey(column)) continue
      if (!(column in values)) values[column] = value
      else if (JSON.stringify(values[column]) !== JSON.stringify(value))
        problems.push({
          row,
          column,
          code: 'differs-from-first',
          value: textOf(value),
          fix: textOf(values[column]),
        })
    }
  return { values, problems }
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join('、') : String(value)
}
