import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Cell = string | number | bigint | boolean | Date | null | ReadonlyArray<string | number>
export type Row = ReadonlyArray<Cell>

/** Streams rows into a table by COPY; JSON columns take their text. Memory stays flat whatever the number of rows. */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: ReadonlyArray<string>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<void> {
  const target = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(chunks(rows)), target)
}

/** The same of objects, each with what it has for its columns: `nameEn` for name_en. */
export async function copyRecords<Fields extends Readonly<Record<string, Cell>>>(
  client: pg.ClientBase,
  table: string,
  records: ReadonlyArray<Fields>,
): Promise<void> {
  const columns = Object.keys(records[0] ?? {}).map(columnOf)
  if (records.length > 0) await copyRows(client, table, columns, records.map(Object.values<Cell>))
}

function columnOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Rows joined to pieces of about 64 kB, so that a million rows are not a million writes. */
async function* chunks(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<string> {
  let piece = ''
  for await (const row of rows) {
    piece += `${row.map(encode).join('\t')}\n`
    if (piece.length > 65_536) {
      yield piece
      piece = ''
    }
  }
  if (piece) yield piece
}

function encode(cell: Cell): string {
  if (cell === null) return '\\N'
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (typeof cell === 'object') return escapeText(`{${cell.map(encodeElement).join(',')}}`)
  return typeof cell === 'string' ? escapeText(cell) : String(cell)
}

function encodeElement(element: string | number): string {
  return typeof element === 'number'
    ? String(element)
    : `"${element.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}
