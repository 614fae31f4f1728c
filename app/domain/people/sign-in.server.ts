import { mergeCarts } from '#app/domain/cart/merge-carts.server.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { recordPrivacyConsent } from './consents.server.ts'
import { browserToken } from './known-browser.server.ts'
import { parseMobile } from './phone.ts'
import type { ShopperScope, SignedInScope } from './scope.ts'
import { closeSession, openShopperSession } from './sessions.server.ts'
import { attemptsPerCode, hashSignInCode, hashTicket, isSameHash } from './sign-in-code.server.ts'

type Command = {
  phone: string
  code: string
  hasConsented: boolean
  address: string
  /** Of the code that this browser asked for last. */
  ticket: string | null
}
/** `browser`: what it is known by from now on. */
export type SignedIn = { token: string; browser: string; scope: SignedInScope }
export type SignInRefusal = Failure<'invalid-phone'> | Failure<'no-consent'> | Failure<'wrong-code'> | TooMany
type SignInServices = Pick<Services, 'db' | 'clock' | 'limits'> & { env: Pick<Env, 'SESSION_SECRET'> }

/**
 * Turns a code into a session: the account is made at the first sign-in, the guest's cart joins the shopper's,
 * and the guest's session ends. A wrong, used and outdated code, and one that was sent to another browser, all get the
 * same answer. Guesses at a code that waits are counted by it; where none waits, by the address and the number.
 */
export async function signIn(
  services: SignInServices,
  visitor: ShopperScope | null,
  command: Command,
): Promise<Result<SignedIn, SignInRefusal>> {
  const phone = parseMobile(command.phone)
  if (!phone) return failure('invalid-phone')
  if (!command.hasConsented) return failure('no-consent')
  const waiting = command.ticket && (await takeAttempt(services, phone, command.ticket))
  if (!waiting) {
    const refusal = await takeTurns(services.limits, [
      ['sign-in:address', command.address],
      ['sign-in:phone', phone],
    ])
    return refusal ?? failure('wrong-code')
  }

  const code = command.code.normalize('NFKC').replace(/\s/g, '')
  if (!isSameHash(waiting.codeHash, hashSignInCode(services.env.SESSION_SECRET, phone, code)))
    return failure('wrong-code')
  const signedIn = await services.db.$transaction((tx) =>
    useCode(tx, services, { codeId: waiting.id, phone, visitor }),
  )
  return signedIn ? success(signedIn) : failure('wrong-code')
}

type WaitingCode = { id: string; codeHash: string }

/** Counts the attempt before it looks, in one statement, so that parallel guesses cannot exceed the five. */
async function takeAttempt(
  { db, clock }: SignInServices,
  phone: string,
  ticket: string,
): Promise<WaitingCode | undefined> {
  const [waiting] = await db.$queryRaw<Array<WaitingCode>>`
    UPDATE sign_in_code SET attempts = attempts + 1
    WHERE ticket_hash = ${hashTicket(ticket)} AND phone = ${phone}
      AND used_at IS NULL AND expires_at > ${clock.now()} AND attempts < ${attemptsPerCode}
    RETURNING id, code_hash AS "codeHash"`
  return waiting
}

/** Null when another request has used the code in the meantime. */
async function useCode(
  tx: Transaction,
  { clock, env }: Pick<SignInServices, 'clock' | 'env'>,
  { codeId, phone, visitor }: { codeId: string; phone: string; visitor: ShopperScope | null },
): Promise<SignedIn | null> {
  const now = clock.now()
  const used = await tx.signInCode.updateMany({ where: { id: codeId, usedAt: null }, data: { usedAt: now } })
  if (used.count === 0) return null
  const shopper = await tx.shopper.upsert({ where: { phone }, create: { phone, createdAt: now }, update: {} })
  await recordPrivacyConsent(tx, clock, shopper.id)
  const browser = browserToken({ env }, shopper.id)
  const signedIn = { browser, ...(await openShopperSession(tx, clock, shopper.id)) }
  if (visitor) {
    if (!visitor.shopperId) await mergeCarts(tx, clock, visitor, signedIn.scope)
    await closeSession(tx, visitor)
  }
  return signedIn
}
