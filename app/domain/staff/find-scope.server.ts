import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Database } from '#app/platform/db.server.ts'
import { isEnterpriseRole, isOrganizerRole, organizerRoles, type Role } from './roles.ts'
import {
  type EnterpriseScope,
  makeEnterpriseScope,
  makeOrganizerScope,
  makeStaffScope,
  type OrganizerScope,
  type StaffScope,
} from './scope.ts'

/** Null for whoever is no member: the page of another enterprise does not exist for them (T43). */
export async function findEnterpriseScope(
  db: Database,
  staff: StaffScope,
  slug: string,
): Promise<EnterpriseScope | null> {
  return await findMembership(db, staff, { slug })
}

/** For a job that goes on for somebody who is not there any more. */
export async function findMemberScope(
  db: Database,
  { staffId, enterpriseId }: { staffId: string; enterpriseId: number },
): Promise<EnterpriseScope | null> {
  const staff = await db.staff.findUnique({
    where: { id: staffId, status: 'active' },
    select: { login: true, name: true },
  })
  if (!staff) return null
  return await findMembership(db, makeStaffScope({ staffId, sessionId: '', ...staff }), { id: enterpriseId })
}

async function findMembership(
  db: Database,
  staff: StaffScope,
  enterprise: { slug: string } | { id: number },
): Promise<EnterpriseScope | null> {
  const membership = await db.membership.findFirst({
    where: { staffId: staff.staffId, enterprise },
    include: { enterprise: true },
  })
  if (!membership?.enterprise || !isEnterpriseRole(membership.role)) return null
  const { id, slug, name, divisionCode, status } = membership.enterprise
  return makeEnterpriseScope({
    staff,
    membershipId: membership.id,
    enterpriseId: id,
    slug,
    name,
    divisionCode,
    role: membership.role,
    isSuspended: status === 'suspended',
  })
}

/** Of several organizer roles the widest. */
export async function findOrganizerScope(db: Database, staff: StaffScope): Promise<OrganizerScope | null> {
  const memberships = await db.membership.findMany({
    where: { staffId: staff.staffId, role: { in: [...organizerRoles] } },
  })
  for (const role of organizerRoles) {
    const found = memberships.find((membership) => membership.role === role)
    if (found && isOrganizerRole(found.role))
      return makeOrganizerScope({ staff, role: found.role, divisionCode: found.divisionCode })
  }
  return null
}

export type Workplace = { kind: 'enterprise'; slug: string; name: string } | { kind: 'organizer' | 'booth' }

/** Where somebody works: what they choose from after signing in. Who is there for a fair's booths begins at the till. */
export async function listWorkplaces(db: Database, staff: StaffScope): Promise<Array<Workplace>> {
  const memberships = await db.membership.findMany({
    where: { staffId: staff.staffId },
    include: { enterprise: { select: { slug: true, name: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const enterprises = memberships.flatMap(({ enterprise }) =>
    enterprise ? [{ kind: 'enterprise' as const, ...enterprise }] : [],
  )
  const widest = organizerRoles.find((role) => memberships.some((membership) => membership.role === role))
  if (!widest) return enterprises
  return [{ kind: widest === 'exhibition-staff' ? 'booth' : 'organizer' }, ...enterprises]
}

export type RoleView = {
  role: Role /** The enterprise or division; empty for the whole city. */
  place: string
}

/** For one's own account page. */
export async function listRoles(
  db: Database,
  locale: Locale,
  { staffId }: StaffScope,
): Promise<{ roles: Array<RoleView>; hasSecondStep: boolean; hasMorningMessage: boolean }> {
  const { totpSecret, morningMessage, memberships } = await db.staff.findUniqueOrThrow({
    where: { id: staffId },
    select: {
      totpSecret: true,
      morningMessage: true,
      memberships: {
        select: {
          role: true,
          enterprise: { select: { name: true, nameEn: true } },
          division: { select: { name: true, nameEn: true } },
        },
      },
    },
  })
  const roles = memberships.flatMap(({ role, enterprise, division }) =>
    isEnterpriseRole(role) || isOrganizerRole(role)
      ? [{ role, place: nameOf(enterprise ?? division, locale) }]
      : [],
  )
  return { roles, hasSecondStep: totpSecret !== null, hasMorningMessage: morningMessage }
}

function nameOf(place: { name: string; nameEn: string } | null, locale: Locale): string {
  return place ? inLocale(locale, place.name, place.nameEn) : ''
}
