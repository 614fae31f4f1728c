import { after, type Clock, day } from '#app/kernel/clock.ts'
import { randomToken, sha256Hex } from '#app/kernel/ids.ts'
import type { Database, Transaction } from '#app/platform/db.server.ts'
import { makeShopperScope, type ShopperScope, type SignedInScope } from './scope.ts'

export const sessionDays = 60

/** A row is written at most once a day for sliding, and only by requests that write anyway (GET never does). */
const slideAfter = day

type Sessions = { db: Database; clock: Clock }
export type FoundSession = { scope: ShopperScope; expiresAt: Date }

/** Null for a token that nobody holds, that was signed out, or whose 60 days are over. */
export async function findSession({ db, clock }: Sessions, token: string): Promise<FoundSession | null> {
  const row = await db.session.findUnique({ where: { tokenHash: await sha256Hex(token) } })
  if (!row || row.expiresAt <= clock.now()) return null
  return { scope: makeShopperScope(row), expiresAt: row.expiresAt }
}

/** A guest's session; the token goes into the cookie and is kept nowhere else. */
export async function openGuestSession({
  db,
  clock,
}: Sessions): Promise<{ token: string; scope: ShopperScope }> {
  const { token, row } = await sessionRow(clock, null)
  await db.session.create({ data: row })
  return { token, scope: makeShopperScope(row) }
}

/** True when the session got another 60 days, so that the cookie has to say so too. */
export async function slideSession(
  { db, clock }: Sessions,
  { scope, expiresAt }: FoundSession,
): Promise<boolean> {
  const fresh = after(clock.now(), sessionDays * day)
  if (fresh.getTime() - expiresAt.getTime() < slideAfter) return false
  await db.session.updateMany({ where: { tokenHash: scope.sessionHash }, data: { expiresAt: fresh } })
  return true
}

/** A new session for somebody who has just signed in; the old id must not survive it (T53). */
export async function openShopperSession(
  tx: Transaction,
  clock: Clock,
  shopperId: string,
): Promise<{ token: string; scope: SignedInScope }> {
  const { token, row } = await sessionRow(clock, shopperId)
  await tx.session.create({ data: row })
  return { token, scope: makeShopperScope(row) as SignedInScope }
}

/** The guest's cart goes with the guest's session (foreign key), a shopper's cart stays with the shopper. */
export async function closeSession(tx: Pick<Transaction, 'session'>, scope: ShopperScope): Promise<void> {
  await tx.session.deleteMany({ where: { tokenHash: scope.sessionHash } })
}

/** Job: what has expired is of no use to anybody. Returns how many rows went. */
export async function sweepSessions({ db, clock }: Sessions): Promise<number> {
  const now = clock.now()
  const sessions = await db.session.deleteMany({ where: { expiresAt: { lte: now } } })
  const codes = await db.signInCode.deleteMany({ where: { expiresAt: { lte: after(now, -day) } } })
  return sessions.count + codes.count
}

async function sessionRow(clock: Clock, shopperId: string | null) {
  const token = randomToken()
  const now = clock.now()
  const row = {
    tokenHash: await sha256Hex(token),
    shopperId,
    createdAt: now,
    expiresAt: after(now, sessionDays * day),
  }
  return { token, row }
}
