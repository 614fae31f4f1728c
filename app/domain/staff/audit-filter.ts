import { queryDay, queryText } from '#app/kernel/query-text.ts'

/** What the log is searched by, as it stands in the address. Empty asks for nothing. */
export type AuditFilter = Record<
  'who' | 'action' | 'kind' | 'subject' | 'enterprise' | 'division' | 'from' | 'to',
  string
>

export function readAuditFilter(query: URLSearchParams): AuditFilter {
  return {
    who: queryText(query, 'who'),
    action: queryText(query, 'action'),
    kind: queryText(query, 'kind'),
    subject: queryText(query, 'subject'),
    enterprise: queryText(query, 'enterprise'),
    division: queryText(query, 'division'),
    from: queryDay(query, 'from'),
    to: queryDay(query, 'to'),
  }
}
