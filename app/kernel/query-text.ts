/** A word of a filter in the address. PostgreSQL keeps no NUL, and nobody types more than this to find something. */
export function queryText(query: URLSearchParams, name: string): string {
  return (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 100)
}
