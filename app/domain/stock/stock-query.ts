import { decodeCursor } from '#app/kernel/paging.ts'
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

/** Product and variant of the last row of a page. */
export function readStockCursor(after: string | null): { productId: number; variantId: number } | null {
  const [productId, variantId] = decodeCursor(after) ?? []
  const isId = (value: unknown): value is number =>
    Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
  return isId(productId) && isId(variantId) ? { productId, variantId } : null
}
