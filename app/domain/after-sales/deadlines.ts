import { day } from '#app/kernel/clock.ts'

/**
 * For sending goods back, and for the refund once they are under way: money is returned within seven days of their
 * arrival (Consumer Protection Law art. 25), which three days on the road lead to.
 */
export const returnWithin = 10 * day

/** Buyers are told so long before their return is over. */
export const remindBefore = 2 * day
