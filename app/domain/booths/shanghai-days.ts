import { isDay, shanghaiDay } from '#app/kernel/clock.ts'

/** The day of an address, 2026-11-24; today for anything else. */
export function readDay(text: string | null, now: Date): string {
  return isDay(text) ? text : shanghaiDay(now)
}
