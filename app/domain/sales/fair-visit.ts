/** How somebody came to the shop from a fair: its page, the QR code on a booth, or a link in a livestream. */
export const visitWays = ['page', 'qr-code', 'livestream'] as const
export type FairVisit = { fair: string; via: (typeof visitWays)[number] }

const slug = /^[a-z0-9-]{1,80}$/

/** `?fair=beijing-2026&via=qr-code`, on any page: what booth signs and livestreams lead to. */
export function readFairVisit(search: URLSearchParams): FairVisit | null {
  return parse(search.get('fair'), search.get('via') ?? 'page')
}

const cookieName = 'fair'
/** Who comes back days later does not come from the fair. */
const cookieSeconds = 24 * 60 * 60

/** For document.cookie: pages are the same bytes for everybody, so the browser remembers the visit until a form is sent. */
export function fairCookie({ fair, via }: FairVisit): string {
  return `${cookieName}=${fair}.${via}; Path=/; SameSite=Lax; Max-Age=${cookieSeconds}`
}

/** What the browser remembered; without JavaScript, what stands in the address of the page with the form. */
export function recallFairVisit(sent: { cookie: string | null; referer: string | null }): FairVisit | null {
  const pairs = (sent.cookie ?? '').split('; ').map((pair) => pair.split('='))
  const [, value = ''] = pairs.find(([name]) => name === cookieName) ?? []
  const [fair = null, via = ''] = value.split('.')
  const page = URL.parse(sent.referer ?? '')
  return parse(fair, via) ?? (page && readFairVisit(page.searchParams))
}

function parse(fair: string | null, way: string): FairVisit | null {
  const via = visitWays.find((known) => known === way)
  return fair !== null && slug.test(fair) && via ? { fair, via } : null
}
