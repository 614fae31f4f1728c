import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Limits, TooMany } from './limits.server.ts'
import { tooManyRequests } from './personal-page.ts'
import { getServices, type Services } from './services.server.ts'

/**
 * What is behind a link that opens for whoever has it (an order, an invitation, an application), looked up by `find`.
 * Only links that lead nowhere count against an address: who has one may look as often as they like, also behind the
 * gateway of somebody who guesses. A guess of 192 bits is worth no more than the query that it costs (T45).
 */
export async function followLink<T>(
  limits: Limits,
  address: string,
  find: () => Promise<T | null>,
): Promise<Result<T, Failure<'not-found'> | TooMany>> {
  const found = await find()
  if (found !== null) return success(found)
  const taken = await limits.take('unknown-link:address', address)
  return taken.ok ? failure('not-found') : taken
}

/**
 * The same for routes.
 * @throws Response 404, or 429 for an address that has tried many links that lead nowhere
 */
export async function requireLink<T>(
  { params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>,
  find: (services: Services, token: string) => Promise<T | null>,
): Promise<T> {
  const services = getServices()
  const found = await followLink(services.limits, context.clientAddress, () =>
    find(services, params.token ?? ''),
  )
  if (found.ok) return found.value
  throw new Response(null, found.code === 'too-many' ? tooManyRequests(found) : { status: 404 })
}
