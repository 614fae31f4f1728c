import type { IncomingMessage } from 'node:http'
import type { Origin } from './client-address.ts'

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may change something: it comes from one of our own pages (OWASP's check of the standard
 * headers). Browsers send Origin with every POST, and Sec-Fetch-Site too; a page elsewhere can forge neither.
 * Hooks are signed instead.
 */
export function mayChangeState(
  request: IncomingMessage,
  pathname: string,
  own: Origin,
  publicOrigin: string,
): boolean {
  if (safeMethods.has(request.method ?? '') || pathname.startsWith('/hooks/')) return true
  const origin = request.headers.origin
  if (origin !== undefined) return origin === publicOrigin || hostOf(origin) === own.host
  return request.headers['sec-fetch-site'] === 'same-origin'
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
