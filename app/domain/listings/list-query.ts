import { queryText } from '#app/kernel/query-text.ts'

export const listingStates = [
  'on-sale',
  'ending-papers',
  'lapsed',
  'returned',
  'submitted',
  'draft',
  'scheduled',
  'taken-down',
] as const
type ListingState = (typeof listingStates)[number]

/** What the enterprise's list shows; the URL is its state. */
export type ListingQuery = {
  state: ListingState | null
  category: string
  text: string
  after: string | null
}

/** What the list does not know is dropped, never an error (T51). */
export function parseListingQuery(search: URLSearchParams): ListingQuery {
  return {
    state: listingStates.find((state) => state === search.get('state')) ?? null,
    category: /^[a-z-]{1,40}$/.exec(search.get('category') ?? '')?.[0] ?? '',
    text: queryText(search, 'q'),
    after: search.get('after'),
  }
}

export function isFiltered({ state, category, text }: ListingQuery): boolean {
  return state !== null || category !== '' || text !== ''
}
