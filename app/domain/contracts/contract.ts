import { type OrganizerScope, organizerMay } from '#app/domain/staff/scope.ts'

/** 采购, 框架: signed. 意向, 投资: beside, never inside any sum of sales. */
export const contractKinds = ['purchase', 'framework', 'intent', 'investment'] as const
export type ContractKind = (typeof contractKinds)[number]

export const contractStatuses = ['recorded', 'verified', 'cancelled'] as const
export type ContractStatus = (typeof contractStatuses)[number]

/** Only what obliges to buy counts as signed, and stands in the ledger. */
export function isSigned(kind: ContractKind): boolean {
  return kind === 'purchase' || kind === 'framework'
}

/** Who verifies contracts cancels any; whoever mistyped one takes it back themselves while nobody has verified it. */
export function mayCancel(
  scope: OrganizerScope,
  { status, recordedById }: { status: ContractStatus; recordedById: string },
): boolean {
  if (status === 'cancelled') return false
  return (
    organizerMay(scope, 'verify-contracts') || (status === 'recorded' && recordedById === scope.staff.staffId)
  )
}

export const fulfilmentKinds = ['delivery', 'payment'] as const
export type FulfilmentKind = (typeof fulfilmentKinds)[number]

/** 1,000 亿 yuan, in fen: the database refuses more. */
export const largestContractFen = 10_000_000_000_000
