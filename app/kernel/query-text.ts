import { isDay } from './clock.ts'

/** A word of a filter in the address. PostgreSQL keeps no NUL, and nobody types more than this to find something. */
export function queryText(query: URLSearchParams, name: string): string {
  return clean(query.get(name) ?? '')
}

/** The words of a name that may stand in the address several times, as ticks of a list do. */
export function queryTexts(query: URLSearchParams, name: string): Array<string> {
  return query
    .getAll(name)
    .map(clean)
    .filter((text) => text !== '')
}

/** A Shanghai day that exists; empty for any other text. */
export function queryDay(query: URLSearchParams, name: string): string {
  const text = queryText(query, name)
  return isDay(text) ? text : ''
}

function clean(text: string): string {
  return text.replaceAll('\0', '').trim().slice(0, 100)
}
