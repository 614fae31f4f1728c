import type { BoothSale, SaleAnswer } from '../booth-sale.ts'

/**
 * Why the shop took nothing, each of which a person can do something else about; all is kept. `not-answering`: it is
 * there and out of order, or too slow; `not-allowed`: whoever is signed in may record no sales.
 */
export type Obstacle = 'offline' | 'not-answering' | 'too-many' | 'signed-out' | 'not-allowed'

export type Asked =
  | { outcome: 'answered'; answers: Array<SaleAnswer> }
  /** The upload itself is one that the shop will never take. */
  | { outcome: 'refused' }
  /** `retryAfter`: seconds for which the shop has asked to be left alone. */
  | { outcome: Obstacle; retryAfter?: number }

const address = '/booth/sync'
const patience = 20_000
/** A shop that asks for longer is asked again all the same. */
const longestWait = 60 * 60

/** Uploads sales once; what the shop answers is told apart from what a network does. */
export async function askShop(
  sales: ReadonlyArray<BoothSale>,
  { now, url = address, timeout = patience }: { now: Date; url?: string; timeout?: number },
): Promise<Asked> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: now.toISOString(), sales }),
      // To the sign-in page it is redirected: that answers for no sale.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    return await readAnswer(response, now)
  } catch (error) {
    // A TypeError is how fetch says that nobody was reached; else somebody was, and said nothing that can be read in time.
    return { outcome: error instanceof TypeError ? 'offline' : 'not-answering' }
  }
}

async function readAnswer(response: Response, now: Date): Promise<Asked> {
  const { status } = response
  if (response.ok) return readAnswers(await response.json())
  // A redirect that is not followed has, in browsers, the status 0.
  if (status < 400 || status === 401) return { outcome: 'signed-out' }
  if (status === 403 || status === 404) return { outcome: 'not-allowed' }
  const retryAfter = readRetryAfter(response.headers.get('Retry-After'), now)
  const wait = retryAfter === null ? {} : { retryAfter }
  if (status === 429) return { outcome: 'too-many', ...wait }
  if (status >= 500 || status === 408 || status === 425) return { outcome: 'not-answering', ...wait }
  return { outcome: 'refused' }
}

/** Of a page that a Wi-Fi puts before the shop's there are none. */
function readAnswers(body: unknown): Asked {
  const answers = typeof body === 'object' && body !== null && 'answers' in body ? body.answers : null
  return Array.isArray(answers) ? { outcome: 'answered', answers } : { outcome: 'not-answering' }
}

/** Seconds or a date (RFC 9110, 10.2.3) as seconds from now; null where it says neither. */
function readRetryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now.getTime()) / 1_000
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, Math.ceil(seconds)), longestWait)
}
