import { hash } from 'node:crypto'
import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { after, minute } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { type Result, success } from '#app/kernel/result.ts'
import type { Env } from '#app/platform/env.server.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import { linkToken } from '#app/platform/link-token.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { normaliseLogin } from './login.ts'

const lifetime = 30 * minute

type Requesting = Pick<Services, 'db' | 'pool' | 'clock' | 'limits'> & { env: Pick<Env, 'SESSION_SECRET'> }
type Command = { login: string; address: string; locale: Locale }

/** A link to the phone of the account. The answer is the same whether there is such an account or not (T55). */
export async function requestPasswordReset(
  { db, pool, clock, limits, env }: Requesting,
  { login, address, locale }: Command,
): Promise<Result<null, TooMany>> {
  const name = normaliseLogin(login)
  const refusal = await takeTurns(limits, [
    ['password-reset:address', address],
    ['password-reset:login', name],
  ])
  if (refusal) return refusal
  const staff = await db.staff.findUnique({ where: { login: name } })
  if (!staff?.phone || staff.status !== 'active') return success(null)
  const now = clock.now()
  const id = timeOrderedId(now)
  const tokenHash = hash('sha256', linkToken(env.SESSION_SECRET, 'password-reset', id))
  return await withTransaction(pool, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO password_reset (token_hash, staff_id, created_at, expires_at)
      VALUES (${tokenHash}, ${staff.id}::uuid, ${now}, ${after(now, lifetime)})`
    const token = { kind: 'password-reset', id } as const
    const message = { kind: 'password-reset', locale, to: staff.id, path: '/staff/reset', token } as const
    await writeOutbox(tx, now, { ...message, dedupeKey: `password-reset:${id}` })
    return success(null)
  })
}
