import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { queryDay } from '#app/kernel/query-text.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Breakdown, type BreakdownRow, breakdownsFor } from './breakdown.ts'
import { type Comparison, findComparison, readBreakdown } from './read-breakdown.server.ts'

export type Analysis = {
  by: Breakdown
  /** Empty for the whole fair. */
  day: string
  before: Comparison | null
  rows: Array<BreakdownRow>
}

/** The breakdown that the address asks for, on the page as in its files: of the whole fair, or of one's own division. */
export async function readAnalysis(
  services: Pick<Services, 'pool'>,
  locale: Locale,
  fair: { id: number; startsOn: string },
  { divisionCode }: OrganizerScope,
  query: URLSearchParams,
): Promise<Analysis> {
  const by = breakdownsFor(divisionCode).find((known) => known === query.get('by')) ?? 'channel'
  const chosen = queryDay(query, 'day')
  // Hours are of one day, days of all.
  const day = by === 'hour' ? chosen || fair.startsOn : by === 'day' ? '' : chosen
  const part = { exhibitionId: fair.id, day: day || null, division: divisionCode }
  const before = by === 'day' ? null : await findComparison(services, locale, part)
  return { by, day, before, rows: await readBreakdown(services, locale, by, part, before?.part ?? null) }
}
