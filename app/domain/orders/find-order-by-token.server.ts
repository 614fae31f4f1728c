import type { Locale } from '#app/kernel/locale.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { TooMany } from '#app/platform/limits.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { OrderGroupView } from './order-view.ts'
import { findOrderGroup } from './order-views.server.ts'

type Link = { token: string; address: string; locale: Locale }

/** The order behind a link. Only links that lead nowhere count against an address: who has one may look as often as they like (T45). */
export async function findOrderByToken(
  { pool, limits }: Pick<Services, 'pool' | 'limits'>,
  { token, address, locale }: Link,
): Promise<Result<OrderGroupView, Failure<'not-found'> | TooMany>> {
  const allowed = await limits.check('unknown-order-token:address', address)
  if (!allowed.ok) return allowed
  const group = await findOrderGroup({ pool }, token, locale)
  if (group) return success(group)
  const taken = await limits.take('unknown-order-token:address', address)
  return taken.ok ? failure('not-found') : taken
}
