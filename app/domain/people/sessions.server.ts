import { hash } from 'node:crypto'
import { after, type Clock, day } from '#app/kernel/clock.ts'
import { randomToken } from '#app/kernel/ids.ts'
import type { Database, Transaction } from '#app/platform/db.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { makeShopperScope, type ShopperScope, type SignedInScope } from './scope.ts'

export const sessionDays = 60

/** A row is written at most once a day for sliding, and only by requests that write anyway (GET never does). */
const slideAfter = day

type Sessions = { db: Database; clock: Clock }
export type FoundSession = { scope: ShopperScope; expiresAt: Date }

/** Null for a token that nobody holds, that was signed out, or whose 60 days are over. Every personal request asks. */
export async function findSession(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  token: string,
): Promise<FoundSession | null> {
  type Row = { tokenHash: string; shopperId: string | null; expiresAt: Date }
  const [row] = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT token_hash AS "tokenHash", shopper_id AS "shopperId", expires_at AS "expiresAt"
    FROM session WHERE token_hash = ${hash('sha256', token)} AND expires_at > ${clock.now()}`
  return row ? { scope: makeShopperScope(row), expiresAt: row.expiresAt } : null
}

/** A guest's session; the token goes into the cookie and is kept nowhere else. */
export async function openGuestSession({
  db,
  clock,
}: Sessions): Promise<{ token: string; scope: ShopperScope }> {
  const { token, row } = sessionRow(clock, null)
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
  const { token, row } = sessionRow(clock, shopperId)
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

function sessionRow(clock: Clock, shopperId: string | null) {
  const token = randomToken()
  const now = clock.now()
  const row = {
    tokenHash: hash('sha256', token),
    shopperId,
    createdAt: now,
    expiresAt: after(now, sessionDays * day),
  }
  return { token, row }
}
