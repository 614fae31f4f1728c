import { mergeCarts } from '#app/domain/cart/merge-carts.server.ts'
import type { Clock } from '#app/kernel/clock.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { recordPrivacyConsent } from './consents.server.ts'
import { parseMobile } from './phone.ts'
import type { ShopperScope, SignedInScope } from './scope.ts'
import { closeSession, openShopperSession } from './sessions.server.ts'
import { attemptsPerCode, hashSignInCode, isSameHash } from './sign-in-code.server.ts'

type Command = { phone: string; code: string; hasConsented: boolean; address: string }
type SignedIn = { token: string; scope: SignedInScope }
export type SignInRefusal = Failure<'invalid-phone'> | Failure<'no-consent'> | Failure<'wrong-code'> | TooMany
type SignInServices = Pick<Services, 'db' | 'clock' | 'limits'> & { env: Pick<Env, 'SESSION_SECRET'> }

/**
 * Turns a code into a session: the account is made at the first sign-in, the guest's cart joins the shopper's,
 * and the guest's session ends. A wrong, used, replaced and outdated code all get the same answer.
 */
export async function signIn(
  services: SignInServices,
  visitor: ShopperScope | null,
  command: Command,
): Promise<Result<SignedIn, SignInRefusal>> {
  const phone = parseMobile(command.phone)
  if (!phone) return failure('invalid-phone')
  if (!command.hasConsented) return failure('no-consent')
  const refusal = await takeTurns(services.limits, [
    ['sign-in:address', command.address],
    ['sign-in:phone', phone],
  ])
  if (refusal) return refusal

  const codeId = await findMatchingCode(services, phone, command.code.normalize('NFKC').replace(/\s/g, ''))
  if (!codeId) return failure('wrong-code')
  const signedIn = await services.db.$transaction((tx) =>
    useCode(tx, services.clock, { codeId, phone, visitor }),
  )
  if (!signedIn) return failure('wrong-code')
  await services.limits.forgive('sign-in:phone', phone)
  return success(signedIn)
}

/** Counts the attempt before it looks, in one statement, so that parallel guesses cannot exceed the five. */
async function findMatchingCode(
  { db, clock, env }: SignInServices,
  phone: string,
  code: string,
): Promise<string | null> {
  const rows = await db.$queryRaw<Array<{ id: string; code_hash: string }>>`
    UPDATE sign_in_code SET attempts = attempts + 1
    WHERE id = (SELECT id FROM sign_in_code WHERE phone = ${phone} ORDER BY created_at DESC, id DESC LIMIT 1)
      AND used_at IS NULL AND expires_at > ${clock.now()} AND attempts < ${attemptsPerCode}
    RETURNING id, code_hash`
  const row = rows[0]
  return row && isSameHash(row.code_hash, hashSignInCode(env.SESSION_SECRET, phone, code)) ? row.id : null
}

/** Null when another request has used the code in the meantime. */
async function useCode(
  tx: Transaction,
  clock: Clock,
  { codeId, phone, visitor }: { codeId: string; phone: string; visitor: ShopperScope | null },
): Promise<SignedIn | null> {
  const now = clock.now()
  const used = await tx.signInCode.updateMany({ where: { id: codeId, usedAt: null }, data: { usedAt: now } })
  if (used.count === 0) return null
  const shopper = await tx.shopper.upsert({ where: { phone }, create: { phone, createdAt: now }, update: {} })
  await recordPrivacyConsent(tx, clock, shopper.id)
  const signedIn = await openShopperSession(tx, clock, shopper.id)
  if (visitor) {
    if (!visitor.shopperId) await mergeCarts(tx, clock, visitor, signedIn.scope)
    await closeSession(tx, visitor)
  }
  return signedIn
}
