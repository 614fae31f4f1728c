import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

type Query = { number: string; phone: string; address: string }

/**
 * For a guest without the link: number and phone must both be right, and a wrong pair says nothing about either.
 * Limited per address and per phone, because numbers can be guessed from one's own (T45).
 */
export async function findOrderToken(
  services: Pick<Services, 'pool' | 'limits'>,
  { number, phone, address }: Query,
): Promise<Result<string, Failure<'not-found'> | TooMany>> {
  const tooMany = await takeTurns(services.limits, [
    ['order-lookup:address', address],
    ['order-lookup:phone', phone],
  ])
  if (tooMany) return tooMany
  const [group] = await sqlOn(services.pool).$queryRaw<Array<{ token: string }>>`
    SELECT token FROM order_group WHERE phone = ${phone} AND number = ${number}`
  return group ? success(group.token) : failure('not-found')
}
