import type { Channel } from '#app/domain/sales/sale-entry.ts'
import { channels } from '#app/domain/sales/sale-entry.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isBigId } from '#app/kernel/ids.ts'
import { queryDay, queryText } from '#app/kernel/query-text.ts'

/** What the list of a fair's entries shows; the URL is its state, and every figure of a breakdown links to one. */
export type EntryFilter = {
  channel: Channel | ''
  division: string
  enterprise: string
  product: string
  category: string
  district: string
  livestream: string
  /** 2026-11-24 in Shanghai */
  day: string
  /** 14:00, of the day */
  hour: string
  /** One entry, and what corrects it. */
  line: string
  state: 'claimed' | 'verified' | ''
}

const states = ['claimed', 'verified'] as const

/** Of what a figure led here by, what it is called; of what nobody knows, as it stands in the address. */
export const namedFilters = [
  'division',
  'enterprise',
  'product',
  'category',
  'district',
  'livestream',
] as const
export type FilterNames = Partial<Record<(typeof namedFilters)[number], string>>

/** Who works for one division reads its entries alone, whatever the address asks for. */
export function readEntryFilter(
  query: URLSearchParams,
  { divisionCode }: Pick<OrganizerScope, 'divisionCode'>,
): EntryFilter {
  return {
    channel: channels.find((channel) => channel === query.get('channel')) ?? '',
    division: divisionCode ?? queryText(query, 'division'),
    enterprise: queryText(query, 'enterprise'),
    product: queryText(query, 'product'),
    category: queryText(query, 'category'),
    district: queryText(query, 'district'),
    livestream: queryText(query, 'livestream'),
    day: queryDay(query, 'day'),
    hour: /^(?:[01]\d|2[0-3]):00$/.exec(query.get('hour') ?? '')?.[0] ?? '',
    line: isBigId(query.get('line')) ? (query.get('line') ?? '') : '',
    state: states.find((state) => state === query.get('state')) ?? '',
  }
}
