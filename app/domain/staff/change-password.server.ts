import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { writeAudit } from './audit.server.ts'
import {
  findPasswordProblem,
  hashPassword,
  isPasswordRight,
  type PasswordProblem,
} from './passwords.server.ts'
import type { StaffScope } from './scope.ts'

type Changing = Pick<Services, 'db' | 'clock' | 'limits'>
type Refusal = Failure<'wrong-credentials'> | Failure<PasswordProblem> | TooMany

/** One's own password, against the current one; every other session ends with it. */
export async function changePassword(
  { db, clock, limits }: Changing,
  scope: StaffScope,
  { current, next }: { current: string; next: string },
): Promise<Result<null, Refusal>> {
  const refusal = await takeTurns(limits, [['staff-sign-in:login', scope.login]])
  if (refusal) return refusal
  const staff = await db.staff.findUniqueOrThrow({ where: { id: scope.staffId } })
  if (!(await isPasswordRight(staff.passwordHash, current))) return failure('wrong-credentials')
  await limits.forgive('staff-sign-in:login', scope.login)
  const problem = findPasswordProblem(next, scope.login)
  if (problem) return failure(problem)
  const passwordHash = await hashPassword(next)
  await db.$transaction(async (tx) => {
    await tx.staff.update({ where: { id: scope.staffId }, data: { passwordHash } })
    await tx.staffSession.deleteMany({ where: { staffId: scope.staffId, id: { not: scope.sessionId } } })
    await writeAudit(tx, clock.now(), scope, { action: 'change-password', subject: ['staff', scope.staffId] })
  })
  return success(null)
}
