import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Limits, TooMany } from '#app/platform/limits.server.ts'

/**
 * What is behind an order's link, looked up by `find`. Only links that lead nowhere count against an address: who
 * has one may look as often as they like (T45).
 */
export async function followLink<T>(
  limits: Limits,
  address: string,
  find: () => Promise<T | null>,
): Promise<Result<T, Failure<'not-found'> | TooMany>> {
  const allowed = await limits.check('unknown-order-token:address', address)
  if (!allowed.ok) return allowed
  const found = await find()
  if (found !== null) return success(found)
  const taken = await limits.take('unknown-order-token:address', address)
  return taken.ok ? failure('not-found') : taken
}
