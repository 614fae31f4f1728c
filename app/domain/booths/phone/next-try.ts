import { minute, second } from '#app/kernel/clock.ts'
import type { Uploaded } from './upload-sales.ts'

const shortest = 5 * second
const longest = 2 * minute
/** Where a shop that is overrun does not say for how long. */
const whenTooMany = minute

/** Milliseconds to the next try by itself: longer each time, and never sooner than the shop has asked for. */
export function nextPause(uploaded: Uploaded, last: number): number {
  if (uploaded.outcome === 'done' || uploaded.outcome === 'busy') return shortest
  return Math.max(Math.min(Math.max(last, shortest) * 2, longest), heldFor(uploaded))
}

/** Milliseconds for which the shop asked to be left alone: no new sale and no second look at the page breaks them. */
export function heldFor({ outcome, retryAfter }: Uploaded): number {
  if (retryAfter !== undefined) return retryAfter * second
  return outcome === 'too-many' ? whenTooMany : 0
}
