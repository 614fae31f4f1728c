/** 采购, 框架: signed. 意向, 投资: beside, never inside any sum of sales. */
export const contractKinds = ['purchase', 'framework', 'intent', 'investment'] as const
export type ContractKind = (typeof contractKinds)[number]

export const contractStatuses = ['recorded', 'verified', 'cancelled'] as const
export type ContractStatus = (typeof contractStatuses)[number]

/** Only what obliges to buy counts as signed, and stands in the ledger. */
export function isSigned(kind: ContractKind): boolean {
  return kind === 'purchase' || kind === 'framework'
}

export const fulfilmentKinds = ['delivery', 'payment'] as const
export type FulfilmentKind = (typeof fulfilmentKinds)[number]

/** 1,000 亿 yuan, in fen: the database refuses more. */
export const largestContractFen = 10_000_000_000_000
