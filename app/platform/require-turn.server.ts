import type { LimitName } from './limits.server.ts'
import { tooManyRequests } from './personal-page.ts'
import { getServices, type Services } from './services.server.ts'

/**
 * Takes one of the key's turns, for changes whose page has no words of its own for too many.
 * @throws Response 429
 */
export async function requireTurn(
  name: LimitName,
  key: string,
  { limits }: Pick<Services, 'limits'> = getServices(),
): Promise<void> {
  const taken = await limits.take(name, key)
  if (!taken.ok) throw new Response(null, tooManyRequests(taken))
}
