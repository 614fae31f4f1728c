/** How somebody came to the shop: from a fair's page, the QR code on a booth, a livestream, or the link of one livestream. */
type VisitWay = 'page' | 'qr-code' | 'livestream' | 'live'
/** `fair` is the fair's slug; of `live` it is the livestream's. */
export type FairVisit = { fair: string; via: VisitWay }
/** `at` in milliseconds by the browser's clock; null where it could not be kept. */
export type RecalledVisit = FairVisit & { at: number | null }

/** `?fair=beijing-2026&via=qr-code` or `?live=aohan-1`, on any page: what booth signs and livestreams lead to. */
export function readFairVisit(search: URLSearchParams): FairVisit | null {
  const live = search.get('live')
  return parse(live ?? search.get('fair'), live ? 'live' : (search.get('via') ?? 'page'))
}

/** Who comes back days later does not come from the fair. */
export const cookieSeconds = 24 * 60 * 60

/**
 * For document.cookie: pages are the same bytes for everybody, so the browser remembers the visit, and when it was.
 * A livestream's link has one of its own, which looking at the fair's page does not replace.
 */
export function fairCookie({ fair, via }: FairVisit, at: number): string {
  return `${via === 'live' ? via : 'fair'}=${fair}.${via}.${at}; Path=/; SameSite=Lax; Max-Age=${cookieSeconds}`
}

/** What the browser remembered; without JavaScript, what stands in the address of the page with the form. */
export function recallVisits(headers: Headers): Array<RecalledVisit> {
  const pairs = (headers.get('Cookie') ?? '').split('; ').map((pair) => pair.split('='))
  const remembered = ['fair', 'live'].flatMap((wanted) => {
    const [, value = ''] = pairs.find(([name]) => name === wanted) ?? []
    const [fair = null, via = '', at = ''] = value.split('.')
    const visit = parse(fair, via)
    return visit ? { ...visit, at: /^\d{13}$/.test(at) ? Number(at) : null } : []
  })
  const page = URL.parse(headers.get('Referer') ?? '')
  const shown = page && readFairVisit(page.searchParams)
  return remembered.length > 0 || !shown ? remembered : [{ ...shown, at: null }]
}

// In every shopper's browser: as short as it can be said.
function parse(fair: string | null, via: string): FairVisit | null {
  return fair && /^[a-z0-9-]{1,80}$/.test(fair) && isWay(via) ? { fair, via } : null
}

function isWay(via: string): via is VisitWay {
  return /^(page|qr-code|live(stream)?)$/.test(via)
}
