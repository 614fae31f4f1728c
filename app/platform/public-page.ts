import type { HeadersArgs } from '@remix-run/node'
import { barePath } from '#app/kernel/locale.ts'

/** Between a route and the host only; the host takes it out before it answers. */
export const tagsHeader = 'x-cache-tags'

/**
 * Says in a loader that its answer is the same for everybody, and what it was made of:
 * `return data(view, publicPage(['catalog', 'product:aohan-xiaomi']))`.
 * The host keeps the finished page until one of the tags is dropped (`publishTags`).
 */
export function publicPage(tags: ReadonlyArray<string>): { headers: Record<string, string> } {
  return { headers: { [tagsHeader]: tags.join(' ') } }
}

/** The `headers` export of every public route and layout: `export { publicHeaders as headers } from …`. */
export function publicHeaders({ loaderHeaders, parentHeaders, errorHeaders }: HeadersArgs): Headers {
  const headers = new Headers(errorHeaders ?? loaderHeaders)
  headers.delete('set-cookie')
  const tags = [parentHeaders.get(tagsHeader), loaderHeaders.get(tagsHeader)].filter((part) => part !== null)
  if (tags.length > 0) headers.set(tagsHeader, tags.join(' '))
  return headers
}

/** First segments of the paths whose pages belong to one person, or to nobody (hooks, dev). */
const personalSegments: ReadonlySet<string> = new Set([
  'account',
  'booth',
  'cart',
  // Whoever tries codes is counted by address.
  'certificates',
  'checkout',
  'dev',
  'enterprise',
  'hooks',
  // A stream is nobody's page; it is answered as it comes.
  'live',
  'join',
  'me',
  'orders',
  'organizer',
  'staff',
])

/** First segments of the pages that speak the staff's language. */
const staffSegments: ReadonlySet<string> = new Set(['booth', 'enterprise', 'join', 'organizer', 'staff'])

export function isStaffPath(pathname: string): boolean {
  return staffSegments.has(firstSegment(pathname))
}

/** A personal page is never cached, and is the only kind whose loaders ever see a cookie. */
export function isPersonalPath(pathname: string): boolean {
  return personalSegments.has(firstSegment(pathname))
}

function firstSegment(pathname: string): string {
  // The data of a page are asked for as /cart.data.
  return (barePath(pathname).split('/', 2)[1] ?? '').replace(/\.data$/, '')
}

/**
 * Query parameters that public pages read. Every other one (campaign marks, typing errors) is taken off
 * before a public page is rendered, so that it cannot make a second copy of the page.
 */
const knownParameters: ReadonlySet<string> = new Set([
  '_routes',
  'after',
  'category',
  'certificate',
  'division',
  'enterprise',
  'index',
  'lang',
  'limit',
  'max',
  'min',
  'p',
  'q',
  'season',
  'sort',
  'stock',
  'storage',
  'subcategory',
  'version',
])

/** The one URL, as path and sorted query, under which a public page is rendered and kept. */
export function publicTarget(pathname: string, search: string): string {
  if (search === '') return pathname
  const kept = [...new URLSearchParams(search)].filter(
    ([name, value]) => knownParameters.has(name) && value !== '',
  )
  // Stable: repeated parameters keep their order.
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const query = new URLSearchParams(kept).toString()
  return query === '' ? pathname : `${pathname}?${query}`
}
