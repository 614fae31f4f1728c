/** How somebody came to the shop: from a fair's page, the QR code on a booth, a livestream, or the link of one livestream. */
type VisitWay = 'page' | 'qr-code' | 'livestream' | 'live'
/** `fair` is the fair's slug; of `live` it is the livestream's. */
export type FairVisit = { fair: string; via: VisitWay }

/** `?fair=beijing-2026&via=qr-code` or `?live=aohan-1`, on any page: what booth signs and livestreams lead to. */
export function readFairVisit(search: URLSearchParams): FairVisit | null {
  const live = search.get('live')
  return parse(live ?? search.get('fair'), live ? 'live' : (search.get('via') ?? 'page'))
}

/** Who comes back days later does not come from the fair. */
const cookieSeconds = 24 * 60 * 60

/**
 * For document.cookie: pages are the same bytes for everybody, so the browser remembers the visit until a form is sent.
 * A livestream's link has one of its own, which looking at the fair's page does not replace.
 */
export function fairCookie({ fair, via }: FairVisit): string {
  return `${via === 'live' ? via : 'fair'}=${fair}.${via}; Path=/; SameSite=Lax; Max-Age=${cookieSeconds}`
}

/** What the browser remembered; without JavaScript, what stands in the address of the page with the form. */
export function recallVisits(sent: { cookie: string | null; referer: string | null }): Array<FairVisit> {
  const pairs = (sent.cookie ?? '').split('; ').map((pair) => pair.split('='))
  const remembered = ['fair', 'live'].flatMap((wanted) => {
    const [, value = ''] = pairs.find(([name]) => name === wanted) ?? []
    const [fair = null, via = ''] = value.split('.')
    return parse(fair, via) ?? []
  })
  const page = URL.parse(sent.referer ?? '')
  const shown = page && readFairVisit(page.searchParams)
  return remembered.length > 0 || !shown ? remembered : [shown]
}

// In every shopper's browser: as short as it can be said.
function parse(fair: string | null, via: string): FairVisit | null {
  return fair && /^[a-z0-9-]{1,80}$/.test(fair) && isWay(via) ? { fair, via } : null
}

function isWay(via: string): via is VisitWay {
  return /^(page|qr-code|live(stream)?)$/.test(via)
}
