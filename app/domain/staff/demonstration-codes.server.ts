import type { Env } from '#app/platform/env.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { currentCode, openSecret } from './second-step.server.ts'

/** For /dev/outbox only: what the authenticator apps of the demonstration accounts would show now. */
export async function listDemonstrationCodes({
  db,
  clock,
  env,
}: Pick<Services, 'db' | 'clock'> & { env: Pick<Env, 'SESSION_SECRET'> }): Promise<
  Array<{ login: string; code: string }>
> {
  const accounts = await db.staff.findMany({
    where: { isDemonstration: true, totpSecret: { not: null } },
    orderBy: { login: 'asc' },
  })
  return accounts.flatMap(({ login, totpSecret }) => {
    const secret = openSecret(env.SESSION_SECRET, totpSecret ?? '')
    return secret ? [{ login, code: currentCode(secret, clock.now()) }] : []
  })
}
