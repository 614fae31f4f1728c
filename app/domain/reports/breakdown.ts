import type { Fen } from '#app/kernel/money.ts'
import type { StaffMessages } from '#app/messages/messages.ts'

/** By what a fair's figures are broken down; each row leads to the entries behind it. */
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

/**
 * The key of what booths sold without a listing, in the breakdown by product and as a filter of the entries: no slug is
 * written so.
 */
export const otherGoods = '-'

/** The key of what does not say it: shipping and contracts are of no product, many sales of no district. */
export const unstated = '~'

export type BreakdownRow = {
  /** As the filter of the entries takes it; null for the rest where the rows above leave out smaller ones, too. */
  key: string | null
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

/** What a row is called: most have a name of their own. */
export function nameOfRow(
  { key, name }: Pick<BreakdownRow, 'key' | 'name'>,
  { analysis, reports }: Pick<StaffMessages, 'analysis' | 'reports'>,
): string {
  const channels: Record<string, string> = reports.channels
  if (key === null || key === unstated) return analysis.rest
  return key === otherGoods ? analysis.otherGoods : (channels[name] ?? name)
}

/** The part that is shown: a day (Shanghai) or, without one, the whole fair; of all divisions, or of one. */
export type FairPart = { exhibitionId: number; day: string | null; division: string | null }

/** Sums of a division are kept by these (docs/decisions/0014). */
const ofDivision: ReadonlyArray<Breakdown> = ['channel', 'enterprise', 'product', 'district', 'day']

export function breakdownsFor(division: string | null): ReadonlyArray<Breakdown> {
  return division === null ? breakdowns : ofDivision
}
