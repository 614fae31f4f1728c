import type { Tender } from '#app/domain/booths/tender.ts'

/** The four ways in which the fair sells, in the order in which they are shown (three-figures.ts). */
export const channels = ['onsite', 'contract', 'livestream', 'online'] as const
export type Channel = (typeof channels)[number]

/** Why an entry counts as verified; `follows` is a correction of a verified entry. */
export type VerificationRule = 'payment' | 'platform-export' | 'day-close' | 'second-person' | 'follows'

/** A row for the ledger. Division and category follow from the enterprise and the variant. */
export type NewEntry = {
  exhibitionId: number | null
  channel: Channel
  kind: 'sale' | 'refund'
  enterpriseId: number
  variantId: number | null
  /** What no variant names: as it was typed at the booth. */
  goodsName?: string | null
  /** Only where no variant says it: a contract. */
  categoryCode?: string | null
  /** Pieces, negative for a refund. */
  quantity: number
  grams?: number | null
  /** Fen, negative for a refund. */
  amountFen: number
  beijingDistrictCode?: string | null
  livestreamId?: number | null
  contractId?: string | null
  tender?: Tender | null
  occurredAt: Date
  deviceAt?: Date | null
  /** The id of whoever of the staff did it; else the process: settle, refund. */
  recordedBy: string
  source: 'entry' | 'import' | 'device'
  /** Unique within its source: the same again adds nothing. */
  externalRef: string
  note?: string | null
}
