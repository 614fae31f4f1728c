import type { EnterprisePlan } from '../enterprises.ts'
import type { ProductPlan } from '../products.ts'
import type { VariantPlan } from '../variants.ts'

/** An invented row of the ledger of a demonstration fair. */
export type EntryPlan = {
  exhibitionId: number
  channel: 'onsite' | 'contract' | 'livestream' | 'online'
  enterprise: EnterprisePlan
  goods: { product: ProductPlan; variant: VariantPlan } | null
  quantity: number
  amountFen: number
  districtCode: string | null
  livestreamId: number | null
  contractId: string | null
  tender: 'cash' | 'wechat' | 'alipay' | 'card' | null
  occurredAt: Date
  ref: string
  /** Null while it is only claimed. */
  verifiedAt: Date | null
}

export type LivestreamPlan = {
  id: number
  slug: string
  exhibitionId: number
  title: string
  titleEn: string
  host: string
  hostAccount: string
  startsAt: Date
  endsAt: Date
  enterprises: ReadonlyArray<EnterprisePlan>
  products: ReadonlyArray<ProductPlan>
}

export type ContractPlan = {
  id: string
  number: string
  exhibitionId: number
  kind: 'purchase' | 'framework' | 'intent' | 'investment'
  title: string
  buyer: string
  districtCode: string
  enterprise: EnterprisePlan
  amountFen: number
  signedAt: Date
  isVerified: boolean
}

/** What is made up for one fair that stands for others. */
export type FairPlan = {
  exhibitionId: number
  livestreams: Array<LivestreamPlan>
  contracts: Array<ContractPlan>
  entries: Array<EntryPlan>
}
