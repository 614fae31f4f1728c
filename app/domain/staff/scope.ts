import type { EnterpriseCapability, EnterpriseRole, OrganizerCapability, OrganizerRole } from './roles.ts'
import { mayInEnterprise, mayOrganize } from './roles.ts'

declare const scopeBrand: unique symbol

/** Somebody who has signed in, with the second step where their roles ask for it. */
export type StaffScope = {
  readonly [scopeBrand]: 'staff'
  readonly staffId: string
  /** Empty for somebody who acts by a link before the first session. */
  readonly sessionId: string
  readonly login: string
  readonly name: string
}

/**
 * A member of one enterprise. Every view and command of the enterprise side takes exactly one of these and puts its
 * `enterpriseId` into the `where`; only a membership that was looked up makes one.
 */
export type EnterpriseScope = {
  readonly [scopeBrand]: 'enterprise'
  readonly staff: StaffScope
  readonly membershipId: string
  readonly enterpriseId: number
  readonly slug: string
  readonly name: string
  readonly divisionCode: string
  readonly role: EnterpriseRole
  readonly isSuspended: boolean
}

/** An organizer; `divisionCode` is null for those who work for the whole city. */
export type OrganizerScope = {
  readonly [scopeBrand]: 'organizer'
  readonly staff: StaffScope
  readonly role: OrganizerRole
  readonly divisionCode: string | null
}

type Unbranded<Scope> = Omit<Scope, typeof scopeBrand>

/** For find-scope.server.ts and tests; routes ask platform/staff-session.server.ts. */
export function makeStaffScope(scope: Unbranded<StaffScope>): StaffScope {
  return scope as StaffScope
}

export function makeEnterpriseScope(scope: Unbranded<EnterpriseScope>): EnterpriseScope {
  return scope as EnterpriseScope
}

export function makeOrganizerScope(scope: Unbranded<OrganizerScope>): OrganizerScope {
  return scope as OrganizerScope
}

export function enterpriseMay(scope: EnterpriseScope, capability: EnterpriseCapability): boolean {
  return mayInEnterprise(scope.role, capability, scope.isSuspended)
}

export function organizerMay(scope: OrganizerScope, capability: OrganizerCapability): boolean {
  return mayOrganize(scope.role, capability)
}
