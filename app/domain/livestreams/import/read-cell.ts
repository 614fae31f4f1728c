import type { Fen } from '#app/kernel/money.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'

export type CellProblem =
  | 'needed'
  | 'digits-lost'
  | 'not-an-id'
  | 'not-a-number'
  | 'not-an-amount'
  | 'not-a-time'
  | 'day-alone'
  | 'shifted'

/** What a cell says, or why it cannot be said. Cells are cleaned before; empty ones are ''. */
export type Read<T> = { value: T } | { code: CellProblem }

/** Ids have 16 to 19 digits: never a number, and of no use once a spreadsheet has rounded them. */
export function readId(text: string): Read<string> {
  const plain = text.normalize('NFKC').replace(/^['‘’]/, '')
  if (plain === '') return { code: 'needed' }
  if (/^\d(\.\d+)?e\+?\d+$/i.test(plain)) return { code: 'digits-lost' }
  return /^\d{8,30}$/.test(plain) ? { value: plain } : { code: 'not-an-id' }
}

export function readQuantity(text: string): Read<number> {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/\.0+$/, '')
  const value = Number(plain)
  return /^\d{1,6}$/.test(plain) && value > 0 ? { value } : { code: text === '' ? 'needed' : 'not-a-number' }
}

export function readAmount(text: string): Read<Fen> {
  const value = parseYuan(text)
  return value === null ? { code: text === '' ? 'needed' : 'not-an-amount' } : { value }
}

/**
 * `2023-11-25 21:40:41`, `2023/11/25 9:05` after Excel, or its serial number of days, whole at midnight; Shanghai time. A
 * day alone has lost its time: midnights of a workbook are written out (`collectMidnights`). Null when empty.
 */
export function readInstant(text: string): Read<string | null> {
  if (text === '') return { value: null }
  const plain = text.normalize('NFKC').trim()
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?([ T]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/.exec(plain)
  const [year, month, day, hour, minute, second = 0] = match
    ? [1, 2, 3, 5, 6, 7].map((part) => Number(match[part] ?? 0))
    : serial(plain)
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  )
  const shown = new Date(wall)
  const isReal =
    !Number.isNaN(wall) &&
    shown.getUTCMonth() + 1 === month &&
    shown.getUTCDate() === day &&
    shown.getUTCHours() === hour &&
    shown.getUTCMinutes() === minute
  if (!isReal) return { code: 'not-a-time' }
  return match && !match[4] ? { code: 'day-alone' } : { value: new Date(wall - shanghai).toISOString() }
}

const shanghai = 8 * 3_600_000

/** A date and time of day of this century as a spreadsheet counts it, in days since 1899-12-30. */
function serial(text: string): Array<number> {
  if (!/^[34]\d{4}(\.\d+)?$/.test(text)) return []
  const at = new Date(Math.round((Number(text) - 25_569) * 86_400) * 1_000)
  return [
    at.getUTCFullYear(),
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  ]
}
