/** Time is asked for, never taken: tests set it. Instants are UTC; days and hours shown are Asia/Shanghai's. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

export const second = 1_000
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** China has had no daylight saving since 1991: Shanghai is always UTC+8. */
const shanghaiOffset = 8 * hour

export function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds)
}

/** The calendar day in Shanghai, as 2026-11-24. */
export function shanghaiDay(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10)
}

/** The instant at which that Shanghai day began. */
export function startOfShanghaiDay(instant: Date): Date {
  return new Date(Math.floor((instant.getTime() + shanghaiOffset) / day) * day - shanghaiOffset)
}

/** The instant at which the day of a form or an address (2026-11-24) begins in Shanghai. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

export function startOfMinute(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / minute) * minute)
}

/** Month 1-12 in Shanghai. */
export function shanghaiMonth(instant: Date): number {
  return new Date(instant.getTime() + shanghaiOffset).getUTCMonth() + 1
}

/** 1 for Monday to 7 for Sunday, in Shanghai. */
export function shanghaiWeekday(instant: Date): number {
  return new Date(instant.getTime() + shanghaiOffset).getUTCDay() || 7
}

/** 2026-11-24 09:30 in Shanghai, wherever it is shown. */
export function shanghaiMinute(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 16).replace('T', ' ')
}

/** The same as a form's field for a day and time begins with it: 2026-11-24T09:30. */
export function shanghaiMinuteInput(instant: Date): string {
  return shanghaiMinute(instant).replace(' ', 'T')
}

/** The instant of a Shanghai minute as a form sends it (2026-11-24T09:30); null for anything else. */
export function parseShanghaiMinute(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) || !isDay(text.slice(0, 10))) return null
  const instant = new Date(`${text}:00+08:00`)
  return Number.isNaN(instant.getTime()) ? null : instant
}

/** A calendar day as 2026-11-24, of the years 1900 to 9999: PostgreSQL has no year 0 and reads no year of six digits. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && isInstant(`${value}T00:00:00.000Z`)
}

/** Whether it is what toISOString writes, in the same years: 2026-11-24T04:00:00.000Z. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(19|[2-9]\d)\d\d-/.test(value)) return false
  const instant = new Date(value)
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === value
}
