import { queryText } from '#app/kernel/query-text.ts'

export const stockStates = ['low', 'out'] as const
type StockFilter = (typeof stockStates)[number]

/** What the list of stock shows; the URL is its state. */
export type StockQuery = { state: StockFilter | null; text: string; after: string | null }

export function parseStockQuery(search: URLSearchParams): StockQuery {
  return {
    state: stockStates.find((state) => state === search.get('state')) ?? null,
    text: queryText(search, 'q'),
    after: search.get('after'),
  }
}
