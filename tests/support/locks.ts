import { expect } from 'vitest'
import { countWaiting, withOwner } from './database.ts'

/**
 * Two acts at once, each as far as it gets while somebody else has what `held` locks: the first is held up before the
 * second begins, then both go on. Rejected (40P01) when they have locked what the other wants.
 */
export async function runBehind<A, B>(
  ownerUrl: string,
  held: string,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  const untilWaiting = (count: number) => expect.poll(() => countWaiting(ownerUrl)).toBe(count)
  return await withOwner(ownerUrl, async (holder) => {
    await holder.query('BEGIN')
    await holder.query(held)
    const one = first()
    await untilWaiting(1)
    const other = second()
    await untilWaiting(2)
    await holder.query('COMMIT')
    return await Promise.all([one, other])
  })
}

/** What `runBehind` is rejected with when the two wait for each other. */
export const deadlock = { code: '40P01' }

/** The end of the audit log, which whoever adds a row waits for. */
export const endOfAudit = 'SELECT FROM audit_head FOR UPDATE'
