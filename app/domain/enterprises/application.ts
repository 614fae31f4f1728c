import type { EnterpriseKind } from './enterprise.ts'

export type ApplicationStatus = 'draft' | 'submitted' | 'returned' | 'recommended' | 'approved' | 'rejected'

/** While it is one of these it holds its credit code: one enterprise, one application. */
export const openStatuses = [
  'submitted',
  'returned',
  'recommended',
] as const satisfies ReadonlyArray<ApplicationStatus>

export function isOpen(status: ApplicationStatus): boolean {
  return openStatuses.some((open) => open === status)
}

/** What organizers look through. Nobody but the applicant sees a draft. lapsed: approved, but the owner's link ran out unused. */
export const applicationStages = {
  submitted: ['submitted'],
  recommended: ['recommended'],
  returned: ['returned'],
  lapsed: ['approved'],
  decided: ['approved', 'rejected'],
} as const satisfies Record<string, ReadonlyArray<ApplicationStatus>>
export type Stage = keyof typeof applicationStages

export function isStage(text: string): text is Stage {
  return Object.hasOwn(applicationStages, text)
}

/** The applicant writes while it is a draft or was returned, and reads after that. */
export function isEditable(status: ApplicationStatus): boolean {
  return status === 'draft' || status === 'returned'
}

export type ApplicationFacts = {
  name: string
  nameEn: string
  kind: EnterpriseKind
  divisionCode: string
  town: string | null
  creditCode: string
  foodLicence: string | null
  contactName: string
  contactPhone: string
  story: string
}
