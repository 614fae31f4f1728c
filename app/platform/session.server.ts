import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { isSignedIn, type ShopperScope, type SignedInScope } from '#app/domain/people/scope.ts'
import {
  closeSession,
  findSession,
  openGuestSession,
  sessionDays,
  slideSession,
} from '#app/domain/people/sessions.server.ts'
import type { SignedIn } from '#app/domain/people/sign-in.server.ts'
import { day, second } from '#app/kernel/clock.ts'
import { barePath, localeOf, localPath } from '#app/kernel/locale.ts'
import type { Env } from './env.server.ts'
import { requireTurn } from './require-turn.server.ts'
import { getServices, type Services } from './services.server.ts'
import { createTokenCookie } from './token-cookie.server.ts'

const cookie = createTokenCookie('session')
const browserCookie = createTokenCookie('shopper-browser')
const browserSeconds = 365 * (day / second)

type SessionServices = Pick<Services, 'db' | 'pool' | 'clock'> & { env: Pick<Env, 'PUBLIC_URL'> }

/** Null for whoever brings no living session: looking at the shop sets no cookie and writes no row. */
export async function findVisitor(
  request: Request,
  services: SessionServices = getServices(),
): Promise<ShopperScope | null> {
  const token = cookie.read(request, services)
  return token ? ((await findSession(services, token))?.scope ?? null) : null
}

/**
 * For writes: the visitor's session, opened if there is none. `headers` go with the answer.
 * @throws Response 429 for an address that opens one after the other
 */
export async function ensureSession(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  services: SessionServices & Pick<Services, 'limits'> = getServices(),
): Promise<{ scope: ShopperScope; headers: Headers }> {
  const token = cookie.read(request, services)
  const found = token ? await findSession(services, token) : null
  if (token && found) {
    const hasSlid = await slideSession(services, found)
    return { scope: found.scope, headers: hasSlid ? sessionHeaders(token, services) : new Headers() }
  }
  await requireTurn('open-session:address', context.clientAddress, services)
  const opened = await openGuestSession(services)
  return { scope: opened.scope, headers: sessionHeaders(opened.token, services) }
}

/**
 * Somebody signed in, or the way to the sign-in page and from there to `back`, which is here if nothing else is said.
 * @throws Response 302
 */
export async function requireShopper(
  request: Request,
  services: SessionServices = getServices(),
  back?: string,
): Promise<SignedInScope> {
  const visitor = await findVisitor(request, services)
  if (isSignedIn(visitor)) return visitor
  const { pathname, search } = new URL(request.url)
  // A form that was sent after the session died cannot be sent again by a redirect: its page can.
  const target = new URLSearchParams({ redirectTo: back ?? barePath(pathname) + search })
  throw redirect(`${localPath(localeOf(pathname), '/account/sign-in')}?${target}`)
}

/** Kills the row, so that a copy of the cookie is worth nothing, and takes the cookie back. */
export async function endSession(
  request: Request,
  services: SessionServices = getServices(),
): Promise<Headers> {
  const visitor = await findVisitor(request, services)
  if (visitor) await closeSession(services.db, visitor)
  return cookie.headers('', 0, services)
}

/** The same for an account that is closed: the browser forgets whom it was known by, too. */
export async function endAccount(
  request: Request,
  services: SessionServices = getServices(),
): Promise<Headers> {
  return together(await endSession(request, services), browserCookie.headers('', 0, services))
}

/** Of the one who signed in here last; whoever signs out is still known. */
export function readBrowser(request: Request, services: SessionServices = getServices()): string | null {
  return browserCookie.read(request, services)
}

/** The cookies of somebody who has just signed in. */
export function signedInHeaders(
  { token, browser }: SignedIn,
  services: SessionServices = getServices(),
): Headers {
  return together(sessionHeaders(token, services), browserCookie.headers(browser, browserSeconds, services))
}

function together(headers: Headers, others: Headers): Headers {
  for (const cookies of others.values()) headers.append('Set-Cookie', cookies)
  return headers
}

/** The cookie that carries a session just opened. */
function sessionHeaders(token: string, services: SessionServices): Headers {
  return cookie.headers(token, sessionDays * (day / second), services)
}

/**
 * Only a path of this site (T52). Read as a browser reads it, or `/.//elsewhere` would lead elsewhere; `//` is refused
 * anywhere, because `/en//elsewhere` becomes `//elsewhere` in the other language. The fallback is the account.
 */
export function localRedirect(value: FormDataEntryValue | string | null, fallback = '/account'): string {
  if (typeof value !== 'string' || !value.startsWith('/') || /[\\\s]/.test(value)) return fallback
  const base = 'http://shop.invalid'
  const url = URL.canParse(value, base) ? new URL(value, base) : null
  return url?.origin === base && !/\/\/|%2f|%5c/i.test(url.pathname) ? url.pathname + url.search : fallback
}
