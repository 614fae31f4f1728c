import { hash } from 'node:crypto'
import { after, type Clock, day, hour, minute } from '#app/kernel/clock.ts'
import { randomToken, timeOrderedId } from '#app/kernel/ids.ts'
import type { Database, Transaction } from '#app/platform/db.server.ts'
import { makeStaffScope, type StaffScope } from './scope.ts'

/** A working day; longer than that a forgotten phone should not stay open. */
const lifetime = 12 * hour
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
