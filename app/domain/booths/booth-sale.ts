import type { Tender } from './tender.ts'

// What a phone keeps and sends; the browser's part, so without zod (sale-schema.ts).

/** Sales that one upload may carry. */
export const mostSalesAnUpload = 200
/** 100 万元: more in one line is a slip of the finger, or a contract. */
export const mostFenALine = 100_000_000

/** One sale as the phone recorded it; what it says is a fact that has happened at the booth. */
export type BoothSale = {
  /** Made by the phone: the same again is the same sale. */
  ref: string
  fair: string
  enterprise: string
  /** Null for what is not in the catalogue. */
  sku: string | null
  /** What is not in the catalogue, as it was typed; null for what is, and from phones that did not ask yet. */
  goodsName: string | null
  /** 1 for what was weighed. */
  pieces: number
  grams: number | null
  amountFen: number
  tender: Tender
  /** Beijing district of the buyer. */
  district: string | null
  /** What the phone's clock said (ISO). */
  deviceAt: string
  /** Taken back at the till: it goes up all the same, since an upload that is under way may have it already. */
  isUndone: boolean
}

export type RefusalReason =
  | 'malformed'
  | 'unknown-booth'
  | 'unknown-goods'
  | 'not-open-yet'
  | 'fair-over'
  | 'not-yours'

/** `undone` answers for a sale that was taken back, and for no other. */
export type SaleAnswer =
  | { ref: string; outcome: 'accepted' | 'already' | 'undone' }
  | { ref: string; outcome: 'refused'; reason: RefusalReason }
