import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Env } from '#app/platform/env.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { writeAudit } from './audit.server.ts'
import type { StaffScope } from './scope.ts'
import { findTotpStep, newRecoveryCodes, sealSecret } from './second-step.server.ts'

type SettingUp = Pick<Services, 'db' | 'clock'> & { env: Pick<Env, 'SESSION_SECRET'> }

/**
 * Takes the secret into use once its owner has shown a code of it, and gives the recovery codes, this once. Whoever
 * has a second step already must go through it first: the route asks for a verified session then.
 */
export async function setUpSecondStep(
  { db, clock, env }: SettingUp,
  scope: StaffScope,
  { secret, code }: { secret: string; code: string },
): Promise<Result<{ recoveryCodes: Array<string> }, Failure<'wrong-code'>>> {
  if (!/^[A-Z2-7]{32}$/.test(secret)) return failure('wrong-code')
  const now = clock.now()
  const step = findTotpStep(secret, code, now, null)
  if (step === null) return failure('wrong-code')
  const { codes, hashes } = newRecoveryCodes()
  await db.$transaction(async (tx) => {
    await tx.staff.update({
      where: { id: scope.staffId },
      data: {
        totpSecret: sealSecret(env.SESSION_SECRET, secret),
        totpStep: step,
        recoveryHashes: hashes,
      },
    })
    // Whoever else is in has shown no code.
    await tx.staffSession.deleteMany({ where: { staffId: scope.staffId, id: { not: scope.sessionId } } })
    await writeAudit(tx, now, scope, { action: 'set-up-second-step', subject: ['staff', scope.staffId] })
  })
  return success({ recoveryCodes: codes })
}
