import { randomBytes } from 'node:crypto'
import { findEnterpriseScope, findOrganizerScope } from '#app/domain/staff/find-scope.server.ts'
import { hashPassword } from '#app/domain/staff/passwords.server.ts'
import type { Role } from '#app/domain/staff/roles.ts'
import {
  type EnterpriseScope,
  makeStaffScope,
  type OrganizerScope,
  type StaffScope,
} from '#app/domain/staff/scope.ts'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import type { Clock } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import type { Database } from '#app/platform/db.server.ts'

export const staffPassword = 'a long enough password'
let passwordHash: Promise<string> | undefined

type Place = { enterpriseId?: number; divisionCode?: string }

/** Somebody with one role, and a session of theirs. */
export async function createStaff(db: Database, role: Role, place: Place = {}): Promise<StaffScope> {
  passwordHash ??= hashPassword(staffPassword)
  const now = new Date()
  const login = `${role}-${randomBytes(4).toString('hex')}`
  const staff = await db.staff.create({
    data: {
      id: timeOrderedId(now),
      login,
      name: login,
      passwordHash: await passwordHash,
      createdAt: now,
      memberships: {
        create: {
          role,
          enterpriseId: place.enterpriseId ?? null,
          divisionCode: place.divisionCode ?? null,
          createdAt: now,
        },
      },
      sessions: {
        create: {
          tokenHash: randomBytes(16).toString('hex'),
          isVerified: true,
          device: 'test',
          createdAt: now,
          seenAt: now,
          expiresAt: new Date(now.getTime() + 3_600_000),
        },
      },
    },
    include: { sessions: true },
  })
  return makeStaffScope({
    staffId: staff.id,
    sessionId: staff.sessions[0]?.id ?? '',
    login,
    name: staff.name,
  })
}

/** The cookie of somebody who owns the enterprise and organizes for the whole city: every page opens for them. */
export async function openEveryDesk(db: Database, clock: Clock, enterpriseSlug: string): Promise<string> {
  const { id: enterpriseId } = await db.enterprise.findUniqueOrThrow({ where: { slug: enterpriseSlug } })
  const { staffId } = await createStaff(db, 'owner', { enterpriseId })
  await db.membership.create({ data: { staffId, role: 'city-organizer', createdAt: clock.now() } })
  return `staff=${await openStaffSession(db, clock, { staffId, isVerified: true, device: 'test' })}`
}

export async function createMember(
  db: Database,
  enterpriseId: number,
  role: 'owner' | 'editor' | 'shipper' = 'owner',
): Promise<EnterpriseScope> {
  const staff = await createStaff(db, role, { enterpriseId })
  const { slug } = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
  const scope = await findEnterpriseScope(db, staff, slug)
  if (!scope) throw new Error('no membership')
  return scope
}

export async function createOrganizer(
  db: Database,
  role: 'city-organizer' | 'division-reviewer' | 'finance' | 'viewer' = 'city-organizer',
  divisionCode?: string,
): Promise<OrganizerScope> {
  const staff = await createStaff(db, role, divisionCode ? { divisionCode } : {})
  const scope = await findOrganizerScope(db, staff)
  if (!scope) throw new Error('no membership')
  return scope
}
