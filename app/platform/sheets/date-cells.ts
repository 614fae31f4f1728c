import type { CellValue } from 'hucre'
import { day } from '#app/kernel/clock.ts'

type Place = { cells: Array<string>; column: number }

/**
 * A workbook says 2026-11-24 for a day and for its midnight alike: by the number's format, which a reader of rows does not
 * tell. So the column decides: where another of its cells has a time of day, a whole day is a midnight.
 */
export type Midnights = {
  /** Of one row, as they were read and as they are written. */
  note(values: ReadonlyArray<CellValue>, cells: Array<string>): void
  /** Writes 00:00:00 where it is meant, once all rows are read. */
  write(): void
}

export function collectMidnights(): Midnights {
  const days: Array<Place> = []
  const timed = new Set<number>()
  return {
    note(values, cells) {
      for (const [column, text] of cells.entries()) {
        const value = values[column]
        if (hasTimeOfDay(value)) timed.add(column)
        if (value instanceof Date && !text.includes(' ')) days.push({ cells, column })
      }
    },
    write() {
      for (const { cells, column } of days) if (timed.has(column)) cells[column] += ' 00:00:00'
    },
  }
}

function hasTimeOfDay(value: CellValue | undefined): boolean {
  return value instanceof Date ? value.getTime() % day !== 0 : /\d:\d\d/.test(String(value))
}

/** To the second; a day alone where no time of day is kept. */
export function dateText(date: Date): string {
  const second = new Date(Math.round(date.getTime() / 1_000) * 1_000).toISOString()
  return second.slice(0, 19).replace('T00:00:00', '').replace('T', ' ')
}
