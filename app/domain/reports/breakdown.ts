import type { Fen } from '#app/kernel/money.ts'

/** By what a fair's figures are broken down; each but the hour leads to the entries behind it. */
export const breakdowns = [
  'channel',
  'division',
  'enterprise',
  'product',
  'category',
  'district',
  'livestream',
  'day',
  'hour',
] as const
export type Breakdown = (typeof breakdowns)[number]

export type BreakdownRow = {
  /** As the filter of the entries takes it. */
  key: string
  name: string
  entries: number
  salesFen: Fen
  signedFen: Fen
  totalFen: Fen
  verifiedFen: Fen
  /** Of the day before, or of the fair before; null without one. */
  beforeFen: Fen | null
  /** What the organizers want to reach, of channels and divisions. */
  targetFen: Fen | null
}

/** The window that is shown: a day (Shanghai) or, without one, the whole fair. */
export type Window = { exhibitionId: number; day: string | null }
