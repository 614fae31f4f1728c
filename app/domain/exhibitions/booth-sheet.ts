import { parseCreditCode } from '#app/domain/people/credit-code.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'

type SheetRow = { row: number; cells: ReadonlyArray<string> }

export type BoothRow = {
  /** As a spreadsheet numbers it. */
  row: number
  /** Name or credit code, as it is written. */
  enterprise: string
  creditCode: string | null
  booth: string
}
export type BoothFault = {
  row: number
  value: string
  code:
    | 'enterprise-needed'
    | 'code-rounded'
    | 'booth-needed'
    | 'booth-invalid'
    | 'enterprise-twice'
    | 'enterprise-unknown'
    | 'enterprise-suspended'
  /** What was probably meant. */
  fix?: string
}

const boothShape = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,14}[\p{L}\p{N}])?$/u

/** A booth's number in one writing: full width and small letters are the same booth. */
export function readBooth(text: string): Result<string, Failure<'booth-needed' | 'booth-invalid'>> {
  const booth = text
    .normalize('NFKC')
    .replace(/[\s\u2010-\u2015]+/g, (mark) => (mark.trim() === '' ? '' : '-'))
    .toUpperCase()
  if (booth === '') return failure('booth-needed')
  return boothShape.test(booth) ? success(booth) : failure('booth-invalid')
}

const names = ['企业', '企业名称', '名称', '参展企业', '单位', 'enterprise', 'name', 'company']
const codes = ['信用代码', '统一社会信用代码', '社会信用代码', 'credit code', 'code']
const booths = ['展位', '展位号', '摊位', '摊位号', 'booth', 'stand']
/** An Excel that was not told better writes long numbers so, and their end is lost. */
const rounded = /^\d(?:\.\d+)?E\+\d+$/i

/** Rows of enterprise and booth, with or without a heading; each row on its own. */
export function readBoothRows(sheet: ReadonlyArray<SheetRow>): {
  rows: Array<BoothRow>
  faults: Array<BoothFault>
} {
  const { columns, rest } = findColumns(sheet)
  const rows: Array<BoothRow> = []
  const faults: Array<BoothFault> = []
  const boothOf = new Map<string, string>()
  for (const { row, cells } of rest) {
    const read = readRow(row, columns, cells)
    if ('code' in read) {
      faults.push(read)
      continue
    }
    const key = read.creditCode ?? read.enterprise
    const earlier = boothOf.get(key)
    if (earlier !== undefined && earlier !== read.booth)
      faults.push({ row, value: read.enterprise, code: 'enterprise-twice', fix: earlier })
    else if (earlier === undefined) {
      boothOf.set(key, read.booth)
      rows.push(read)
    }
  }
  return { rows, faults }
}

type Columns = { enterprise: ReadonlyArray<number>; booth: number }

function findColumns(sheet: ReadonlyArray<SheetRow>): { columns: Columns; rest: ReadonlyArray<SheetRow> } {
  const [first, ...rest] = sheet
  const heading = (first?.cells ?? []).map((cell) => bare(cell).toLowerCase())
  const at = (words: ReadonlyArray<string>) => heading.findIndex((cell) => words.includes(cell))
  const found = [at(codes), at(names)].filter((index) => index >= 0)
  if (found.length === 0 || at(booths) < 0) return { columns: { enterprise: [0], booth: 1 }, rest: sheet }
  return { columns: { enterprise: found, booth: at(booths) }, rest }
}

function readRow(row: number, columns: Columns, cells: ReadonlyArray<string>): BoothRow | BoothFault {
  const written = columns.enterprise.map((index) => bare(cells[index] ?? '')).filter((cell) => cell !== '')
  const enterprise = written[0] ?? ''
  if (enterprise === '') return { row, value: bare(cells[columns.booth] ?? ''), code: 'enterprise-needed' }
  if (rounded.test(enterprise)) return { row, value: enterprise, code: 'code-rounded' }
  const booth = readBooth(bare(cells[columns.booth] ?? ''))
  if (!booth.ok) return { row, value: enterprise, code: booth.code }
  return { row, enterprise, creditCode: parseCreditCode(enterprise), booth: booth.value }
}

/** Without quotes, and without what keeps a spreadsheet from rounding. */
function bare(cell: string): string {
  return cell
    .replaceAll('\0', '')
    .trim()
    .replace(/^[='"]+|"+$/g, '')
    .trim()
}
