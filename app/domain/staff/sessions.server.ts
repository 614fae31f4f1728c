import { hash } from 'node:crypto'
import { after, type Clock, day, hour, minute } from '#app/kernel/clock.ts'
import { randomToken, timeOrderedId } from '#app/kernel/ids.ts'
import type { Database, Transaction } from '#app/platform/db.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { makeStaffScope, type StaffScope } from './scope.ts'

/** A working day; longer than that a forgotten phone should not stay open. */
const lifetime = 12 * hour
/** Of a session that watches a fair: its day, from setting up the booths to the last hand that turns off the light. */
export const longestLifetime = 24 * hour
/** Between the password and the second step. */
const unverifiedLifetime = 10 * minute

type Sessions = { db: Database; clock: Clock }

export type FoundStaffSession = { scope: StaffScope; isVerified: boolean; hasSecondStep: boolean }

/** Null for a token that nobody holds, whose time is up, or whose owner was disabled. */
export async function findStaffSession(
  { db, clock }: Sessions,
  token: string,
): Promise<FoundStaffSession | null> {
  const row = await db.staffSession.findUnique({
    where: { tokenHash: hash('sha256', token) },
    include: { staff: true },
  })
  if (!row || row.expiresAt <= clock.now() || row.staff.status !== 'active') return null
  const { id: staffId, login, name, totpSecret } = row.staff
  return {
    scope: makeStaffScope({ staffId, sessionId: row.id, login, name }),
    isVerified: row.isVerified,
    hasSecondStep: totpSecret !== null,
  }
}

export type NewSession = { staffId: string; isVerified: boolean; device: string }

/** The token goes into the cookie and is kept nowhere else. */
export async function openStaffSession(
  tx: Pick<Transaction, 'staffSession'>,
  clock: Clock,
  { staffId, isVerified, device }: NewSession,
): Promise<string> {
  const token = randomToken()
  const now = clock.now()
  await tx.staffSession.create({
    data: {
      id: timeOrderedId(now),
      tokenHash: hash('sha256', token),
      staffId,
      isVerified,
      device: device.slice(0, 200),
      createdAt: now,
      seenAt: now,
      expiresAt: after(now, isVerified ? lifetime : unverifiedLifetime),
    },
  })
  return token
}

/** A new token in place of the one before, which dies in the same transaction: rights have grown (T53). */
export async function replaceStaffSession(
  { db, clock }: Sessions,
  { staffId, sessionId }: StaffScope,
  session: Omit<NewSession, 'staffId'>,
): Promise<string> {
  return await db.$transaction(async (tx) => {
    await tx.staffSession.deleteMany({ where: { id: sessionId } })
    return await openStaffSession(tx, clock, { staffId, ...session })
  })
}

/**
 * Who watches goes on watching: their session ends a working day from now, and at the latest a day after they signed in.
 * At most once an hour, however often a stream comes back.
 */
export async function keepWatching(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { sessionId }: StaffScope,
): Promise<void> {
  const now = clock.now()
  const until = after(now, lifetime)
  await pool.query(
    `UPDATE staff_session SET expires_at = LEAST(created_at + interval '24 hours', $3::timestamptz)
    WHERE id = $1 AND is_verified AND expires_at > $2 AND expires_at <= $4 AND expires_at < created_at + interval '24 hours'`,
    [sessionId, now, until, after(until, -hour)],
  )
}

export type SessionView = { id: string; device: string; createdAt: Date; isThisOne: boolean }

/** The latest first. */
export async function listOwnSessions(
  { db, clock }: Sessions,
  scope: StaffScope,
): Promise<Array<SessionView>> {
  const rows = await db.staffSession.findMany({
    where: { staffId: scope.staffId, isVerified: true, expiresAt: { gt: clock.now() } },
    orderBy: { createdAt: 'desc' },
    take: 50,
  })
  return rows.map(({ id, device, createdAt }) => ({
    id,
    device,
    createdAt,
    isThisOne: id === scope.sessionId,
  }))
}

/** One's own only; an id of somebody else's session ends nothing. */
export async function endOwnSession({ db }: Sessions, scope: StaffScope, id: string): Promise<void> {
  await db.staffSession.deleteMany({ where: { id, staffId: scope.staffId } })
}

export async function endOtherSessions({ db }: Sessions, scope: StaffScope): Promise<void> {
  await db.staffSession.deleteMany({ where: { staffId: scope.staffId, id: { not: scope.sessionId } } })
}

/** Job: returns how many rows went. */
export async function sweepStaffSessions({ db, clock }: Sessions): Promise<number> {
  const now = clock.now()
  const sessions = await db.staffSession.deleteMany({ where: { expiresAt: { lte: now } } })
  const resets = await db.passwordReset.deleteMany({ where: { expiresAt: { lte: after(now, -day) } } })
  return sessions.count + resets.count
}
