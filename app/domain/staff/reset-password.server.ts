import { hash } from 'node:crypto'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { writeAudit } from './audit.server.ts'
import { findPasswordProblem, hashPassword, type PasswordProblem } from './passwords.server.ts'
import { makeStaffScope } from './scope.ts'

type Resetting = Pick<Services, 'pool' | 'clock' | 'limits'>
type Owner = { staffId: string; login: string; name: string; isOver: boolean }
export type ResetRefusal = Failure<'link-over' | PasswordProblem>

/** Whose password the link sets, or set: `isOver` once it was used or its half hour has passed. Null for no link. */
export async function findPasswordReset(
  { pool, clock }: Pick<Resetting, 'pool' | 'clock'>,
  token: string,
): Promise<Owner | null> {
  const [owner] = await sqlOn(pool).$queryRaw<Array<Owner>>`
    SELECT s.id AS "staffId", s.login, s.name,
      r.used_at IS NOT NULL OR r.expires_at <= ${clock.now()} OR s.status <> 'active' AS "isOver"
    FROM password_reset r JOIN staff s ON s.id = r.staff_id
    WHERE r.token_hash = ${hash('sha256', token)}`
  return owner ?? null
}

/**
 * Sets the password, once a link. Every session ends, every other link of the account too, and a sign-in that was
 * locked by guesses is open again: whoever holds the phone is not locked out by strangers (T55, T56).
 */
export async function resetPassword(
  services: Resetting,
  { token, password }: { token: string; password: string },
): Promise<Result<null, ResetRefusal>> {
  const owner = await findPasswordReset(services, token)
  if (!owner || owner.isOver) return failure('link-over')
  const problem = findPasswordProblem(password, owner.login)
  if (problem) return failure(problem)
  const passwordHash = await hashPassword(password)
  const now = services.clock.now()
  const tokenHash = hash('sha256', token)
  const done = await withTransaction(services.pool, async (tx) => {
    if (!(await useLink(tx, now, owner.staffId, tokenHash))) return failure('link-over')
    await tx.$executeRaw`UPDATE staff SET password_hash = ${passwordHash} WHERE id = ${owner.staffId}::uuid`
    await tx.$executeRaw`DELETE FROM staff_session WHERE staff_id = ${owner.staffId}::uuid`
    const { staffId, login, name } = owner
    const actor = makeStaffScope({ staffId, login, name, sessionId: '' })
    await writeAudit(tx, now, actor, { action: 'reset-password', subject: ['staff', owner.staffId] })
    return success(null)
  })
  if (done.ok) await services.limits.forgive('staff-sign-in:login', owner.login)
  return done
}

/** True for the first who comes with it. */
async function useLink(tx: Sql, now: Date, staffId: string, tokenHash: string): Promise<boolean> {
  const used = await tx.$executeRaw`
    UPDATE password_reset SET used_at = ${now}
    WHERE token_hash = ${tokenHash} AND used_at IS NULL AND expires_at > ${now}`
  await tx.$executeRaw`
    UPDATE password_reset SET used_at = ${now} WHERE staff_id = ${staffId}::uuid AND used_at IS NULL`
  return used === 1
}
