import { shanghaiWeekday } from '#app/kernel/clock.ts'

/** From Friday on, what is frozen would wait over the weekend in a courier's depot: it leaves Monday to Thursday. */
export function isFrozenAtRisk(now: Date): boolean {
  return shanghaiWeekday(now) >= 5
}
