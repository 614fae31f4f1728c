type Address = { fair: string; enterprise: string }

/** Longer than any fair. */
const seconds = 60 * 24 * 60 * 60

/** The booth that was chosen on this phone; no secret, and checked like any address. */
export function recallBooth(cookies: string | null): Address | null {
  const match = /(?:^|; )booth=([\w-]{1,80})\.([\w-]{1,80})(?:;|$)/.exec(cookies ?? '')
  return match?.[1] && match[2] ? { fair: match[1], enterprise: match[2] } : null
}

export function boothCookie({ fair, enterprise }: Address): string {
  return `booth=${fair}.${enterprise}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`
}

export function boothPath({ fair, enterprise }: Address): string {
  return `/booth/${fair}/${enterprise}`
}
