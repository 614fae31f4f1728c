import type { Env } from '#app/platform/env.server.ts'
import { linkToken } from '#app/platform/link-token.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { isSameHash } from './sign-in-code.server.ts'

type Settings = { env: Pick<Env, 'SESSION_SECRET'> }

/**
 * A browser keeps it from the first sign-in on (decision 0025). It follows from the account and not from the number: it
 * says to no reader whose it is, and is worth nothing once the account is closed.
 */
export function browserToken({ env }: Settings, shopperId: string): string {
  return linkToken(env.SESSION_SECRET, 'shopper-browser', shopperId)
}

/** Whether the number's owner has signed in here before, and nobody else since. */
export async function isKnownBrowser(
  { db, env }: Settings & Pick<Services, 'db'>,
  phone: string,
  browser: string | null,
): Promise<boolean> {
  if (!browser) return false
  const shopper = await db.shopper.findUnique({ where: { phone }, select: { id: true } })
  return shopper !== null && isSameHash(browser, browserToken({ env }, shopper.id))
}
