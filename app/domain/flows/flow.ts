import type { Fen } from '#app/kernel/money.ts'

/** What a Beijing district bought from a division of Chifeng. */
export type Flow = {
  districtCode: string
  district: string
  divisionCode: string
  division: string
  /** Whether the two are paired (结对). */
  isPaired: boolean
  entries: number
  salesFen: Fen
  signedFen: Fen
  totalFen: Fen
  verifiedFen: Fen
}

/** `knownFen` of the fair's `totalFen` says which district bought; `pairedFen` of that is between paired ones. */
export type Flows = { rows: Array<Flow>; totalFen: Fen; knownFen: Fen; pairedFen: Fen }
