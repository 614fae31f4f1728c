import type { HeadersArgs } from '@remix-run/node'
import type { TooMany } from './limits.server.ts'

/** The `meta` export of personal pages: the title that the loader worded; search engines stay out. */
export function personalMeta({ data }: { data: unknown }) {
  const title = typeof data === 'object' && data && 'title' in data ? String(data.title) : null
  return title ? [{ title }, { name: 'robots', content: 'noindex' }] : []
}

/** How an action answers whoever has used up a limit. */
export function tooManyRequests({ detail }: TooMany, headers = new Headers()): ResponseInit {
  headers.set('Retry-After', String(detail.retryAfterSeconds))
  return { status: 429, headers }
}

/** The `headers` export of pages that may answer so: without it Remix keeps an action's headers to itself. */
export function retryHeaders({ actionHeaders, errorHeaders }: HeadersArgs): HeadersInit {
  const seconds = (errorHeaders ?? actionHeaders).get('Retry-After')
  return seconds ? { 'Retry-After': seconds } : {}
}
