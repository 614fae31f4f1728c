import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Env } from '#app/platform/env.server.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import { linkToken } from '#app/platform/link-token.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { normaliseLogin } from './login.ts'
import { isPasswordRight } from './passwords.server.ts'
import { isEnterpriseRole, isOrganizerRole, needsSecondStep } from './roles.ts'
import type { StaffScope } from './scope.ts'
import { findTotpStep, hashRecoveryCode, openSecret } from './second-step.server.ts'
import { openStaffSession, replaceStaffSession } from './sessions.server.ts'

type SigningIn = Pick<Services, 'db' | 'clock' | 'limits'> & { env: Pick<Env, 'SESSION_SECRET'> }
type Credentials = {
  login: string
  password: string
  address: string
  device: string
  /** What the browser keeps of the one who signed in last (`browserToken`). */
  browser?: string | null
}

/** What stands between a right password and the pages. */
type NextStep = 'none' | 'code' | 'set-up'
export type SignedIn = { token: string; next: NextStep; login: string }

/** A browser keeps it from the first right sign-in on: strangers who guess elsewhere do not lock its owner out. */
export function browserToken({ SESSION_SECRET }: Pick<Env, 'SESSION_SECRET'>, login: string): string {
  return linkToken(SESSION_SECRET, 'staff-browser', login)
}

/**
 * Name and password. The answer and the time it takes are the same whether the name exists or not, and the turns are
 * counted before the hash, so that a flood of guesses costs the guesser and not the processor (T55).
 */
export async function signInStaff(
  services: SigningIn,
  { login, password, address, device, browser = null }: Credentials,
): Promise<Result<SignedIn, Failure<'wrong-credentials'> | TooMany>> {
  const name = normaliseLogin(login)
  const isKnown = browser === browserToken(services.env, name)
  const guesser = isKnown ? `known:${name}` : name
  const refusal = await takeTurns(services.limits, [
    ['staff-sign-in:address', address],
    ['staff-sign-in:login', guesser],
  ])
  if (refusal) return refusal
  const staff = await services.db.staff.findUnique({ where: { login: name }, include: { memberships: true } })
  const isRight = await isPasswordRight(staff?.passwordHash ?? null, password)
  if (!staff || !isRight || staff.status !== 'active') return failure('wrong-credentials')
  await services.limits.forgive('staff-sign-in:login', guesser)
  const roles = staff.memberships.map((membership) => membership.role)
  const isAsked = needsSecondStep(roles.filter((role) => isEnterpriseRole(role) || isOrganizerRole(role)))
  const next = staff.totpSecret ? 'code' : isAsked ? 'set-up' : 'none'
  const token = await openStaffSession(services.db, services.clock, {
    staffId: staff.id,
    isVerified: next === 'none',
    device,
  })
  return success({ token, next, login: name })
}

/**
 * The second step: a code of the app, or a recovery code that is used up by it. The session gets a new token, since
 * its rights grow (T53).
 */
export async function passSecondStep(
  services: SigningIn,
  scope: StaffScope,
  { code, device }: { code: string; device: string },
): Promise<Result<{ token: string }, Failure<'wrong-code'> | TooMany>> {
  const refusal = await takeTurns(services.limits, [['staff-second-step:staff', scope.staffId]])
  if (refusal) return refusal
  const isRight =
    (await acceptAppCode(services, scope, code)) || (await acceptRecoveryCode(services, scope, code))
  if (!isRight) return failure('wrong-code')
  await services.limits.forgive('staff-second-step:staff', scope.staffId)
  return success({ token: await replaceStaffSession(services, scope, { isVerified: true, device }) })
}

/** Conditional on the step: the same code in two requests at once lets one in. */
async function acceptAppCode(
  { db, clock, env }: SigningIn,
  scope: StaffScope,
  code: string,
): Promise<boolean> {
  const staff = await db.staff.findUnique({ where: { id: scope.staffId } })
  if (!staff?.totpSecret) return false
  const secret = openSecret(env.SESSION_SECRET, staff.totpSecret)
  const step = secret && findTotpStep(secret, code, clock.now(), staff.totpStep)
  if (!step) return false
  const used = await db.staff.updateMany({
    where: { id: scope.staffId, OR: [{ totpStep: null }, { totpStep: { lt: step } }] },
    data: { totpStep: step },
  })
  return used.count === 1
}

async function acceptRecoveryCode({ db }: SigningIn, scope: StaffScope, code: string): Promise<boolean> {
  const hash = hashRecoveryCode(code)
  const used = await db.$executeRaw`
    UPDATE staff SET recovery_hashes = array_remove(recovery_hashes, ${hash})
    WHERE id = ${scope.staffId}::uuid AND ${hash} = ANY(recovery_hashes)`
  return used === 1
}
