import { startOfDay } from '#app/kernel/clock.ts'
/** A calendar month in Shanghai, as 2026-11; they sort as texts. */
export type Period = string

/** In SQL: to_char(… AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'). */
export function periodOf(shanghaiDay: string): Period {
  return shanghaiDay.slice(0, 7)
}

export function isPeriod(value: unknown): value is Period {
  return typeof value === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(value)
}

export function startOfPeriod(period: Period): Date {
  return startOfDay(`${period}-01`)
}

export function nextPeriod(period: Period): Period {
  const [year = 0, month = 0] = period.split('-').map(Number)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}

/** The first instant that is no longer in it. */
export function endOfPeriod(period: Period): Date {
  return startOfPeriod(nextPeriod(period))
}
