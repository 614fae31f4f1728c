import type { FilterName, ListFilters, ListQuery } from './list-query.ts'

// No schema library here: the browser builds links with these, and reads none.

/** `?division=aohan&sort=sales`, always in one order, defaults left out: one state has one URL. */
export function listSearch(query: Partial<ListQuery>, text?: string): string {
  const search = new URLSearchParams()
  const entries = Object.entries({ ...query, q: text || undefined }).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [name, value] of entries) {
    if (value === undefined || (name === 'sort' && value === 'score')) continue
    search.set(name, written(name, value))
  }
  const result = search.toString()
  return result === '' ? '' : `?${result}`
}

/** Where a list stands: its page, the search's text, and the filter that the page itself is. */
export type ListPlace = { path: string; text?: string | undefined; fixed?: FilterName | undefined }

/** Address of a list in another state. */
export function listPath({ path, text, fixed }: ListPlace, query: Partial<ListQuery>): string {
  const asked = { ...query }
  if (fixed) delete asked[fixed]
  return `${path}${listSearch(asked, text)}`
}

/** The state with one filter set (or taken off by `undefined`), at its first page; a subcategory goes with its category. */
export function withFilter<Name extends FilterName>(
  query: ListQuery,
  name: Name,
  value: ListFilters[Name] | undefined,
): ListQuery {
  const next: ListQuery = { ...query }
  delete next.after
  delete next[name]
  if (name === 'category') delete next.subcategory
  return value === undefined ? next : { ...next, [name]: value }
}

/** The fen of a price filter as the form shows it: 1250 is “12.5”. */
export function yuanText(fen: number): string {
  return String(fen / 100)
}

function written(name: string, value: string | number | boolean): string {
  if (value === true) return '1'
  return name === 'min' || name === 'max' ? yuanText(Number(value)) : String(value)
}
