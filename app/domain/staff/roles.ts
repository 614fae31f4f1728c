// Who may do what. One table, read by the gates of routes, by menus and by the matrix test (T43).

export const enterpriseRoles = ['owner', 'editor', 'shipper'] as const
export const organizerRoles = [
  'city-organizer',
  'division-reviewer',
  'exhibition-staff',
  'finance',
  'viewer',
] as const

export type EnterpriseRole = (typeof enterpriseRoles)[number]
export type OrganizerRole = (typeof organizerRoles)[number]
export type Role = EnterpriseRole | OrganizerRole

export type EnterpriseCapability =
  | 'see-dashboard'
  | 'edit-listings'
  | 'adjust-stock'
  | 'ship-orders'
  | 'answer-after-sales'
  | 'answer-reviews'
  | 'issue-invoices'
  | 'read-statements'
  | 'manage-account'
  | 'manage-documents'
  | 'edit-store'
  | 'manage-team'

/**
 * `handle-contracts` reads their scans and records what came of them; the papers of contracts and enterprises are for who
 * works with them, not for who looks at figures. `read-figures` are those of a whole fair; `read-own-figures`, of who works
 * for a division, its part of them.
 */
export type OrganizerCapability =
  | 'see-overview'
  | 'recommend-applications'
  | 'decide-applications'
  | 'review-listings'
  | 'read-enterprises'
  | 'read-documents'
  | 'suspend-enterprises'
  | 'settle-escalations'
  | 'moderate-reviews'
  | 'read-statements'
  | 'close-statements'
  | 'mark-paid'
  | 'confirm-accounts'
  | 'manage-staff'
  | 'read-audit'
  | 'read-figures'
  | 'read-own-figures'
  | 'manage-exhibitions'
  | 'record-sales'
  | 'manage-livestreams'
  | 'record-contracts'
  | 'handle-contracts'
  | 'verify-contracts'
  | 'freeze-figures'
  | 'issue-certificates'
  | 'reconcile'

const shipping: ReadonlyArray<EnterpriseCapability> = ['see-dashboard', 'ship-orders', 'answer-after-sales']
const editing: ReadonlyArray<EnterpriseCapability> = [
  ...shipping,
  'edit-listings',
  'adjust-stock',
  'answer-reviews',
]

const enterpriseCapabilities: Record<EnterpriseRole, ReadonlyArray<EnterpriseCapability>> = {
  shipper: shipping,
  editor: editing,
  owner: [
    ...editing,
    'issue-invoices',
    'read-statements',
    'manage-account',
    'manage-documents',
    'edit-store',
    'manage-team',
  ],
}

/** What is left to a suspended enterprise: what was sold is still delivered and settled (T46). */
const whileSuspended: ReadonlySet<EnterpriseCapability> = new Set([
  'see-dashboard',
  'ship-orders',
  'answer-after-sales',
  'issue-invoices',
  'read-statements',
  'manage-account',
  'manage-documents',
])

const organizerCapabilities: Record<OrganizerRole, ReadonlyArray<OrganizerCapability>> = {
  'city-organizer': [
    'see-overview',
    'recommend-applications',
    'decide-applications',
    'review-listings',
    'read-enterprises',
    'read-documents',
    'suspend-enterprises',
    'settle-escalations',
    'moderate-reviews',
    'read-statements',
    'confirm-accounts',
    'manage-staff',
    'read-audit',
    'read-figures',
    'read-own-figures',
    'manage-exhibitions',
    'record-sales',
    'manage-livestreams',
    'record-contracts',
    'handle-contracts',
    'verify-contracts',
    'freeze-figures',
    'issue-certificates',
    'reconcile',
  ],
  // Of one division only: the views and commands put it into their `where`.
  'division-reviewer': [
    'see-overview',
    'recommend-applications',
    'review-listings',
    'read-enterprises',
    'read-documents',
    'read-own-figures',
  ],
  'exhibition-staff': [
    'see-overview',
    'read-figures',
    'read-own-figures',
    'record-sales',
    'manage-livestreams',
    'record-contracts',
    'handle-contracts',
  ],
  finance: [
    'see-overview',
    'read-enterprises',
    'read-documents',
    'read-statements',
    'close-statements',
    'mark-paid',
    'read-figures',
    'read-own-figures',
    'handle-contracts',
    'verify-contracts',
    'freeze-figures',
    'reconcile',
  ],
  viewer: ['see-overview', 'read-enterprises', 'read-figures', 'read-own-figures'],
}

/** Organizers and finance act for everybody: a password alone does not let them in. */
const secondStepRoles: ReadonlySet<Role> = new Set(['city-organizer', 'division-reviewer', 'finance'])

export function needsSecondStep(roles: ReadonlyArray<Role>): boolean {
  return roles.some((role) => secondStepRoles.has(role))
}

export function mayInEnterprise(
  role: EnterpriseRole,
  capability: EnterpriseCapability,
  isSuspended: boolean,
): boolean {
  return enterpriseCapabilities[role].includes(capability) && (!isSuspended || whileSuspended.has(capability))
}

/** Those of an enterprise's people who may, while it is not suspended. */
export function rolesThatMay(capability: EnterpriseCapability): Array<EnterpriseRole> {
  return enterpriseRoles.filter((role) => enterpriseCapabilities[role].includes(capability))
}

export function mayOrganize(role: OrganizerRole, capability: OrganizerCapability): boolean {
  return organizerCapabilities[role].includes(capability)
}

export function isEnterpriseRole(role: string): role is EnterpriseRole {
  return enterpriseRoles.some((known) => known === role)
}

export function isOrganizerRole(role: string): role is OrganizerRole {
  return organizerRoles.some((known) => known === role)
}
