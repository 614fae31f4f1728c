import { redirect } from '@remix-run/node'
import { findEnterpriseScope, findOrganizerScope } from '#app/domain/staff/find-scope.server.ts'
import type { EnterpriseCapability, OrganizerCapability } from '#app/domain/staff/roles.ts'
import {
  type EnterpriseScope,
  enterpriseMay,
  type OrganizerScope,
  organizerMay,
  type StaffScope,
} from '#app/domain/staff/scope.ts'
import {
  type FoundStaffSession,
  findStaffSession,
  longestLifetime,
} from '#app/domain/staff/sessions.server.ts'
import { browserToken, type SignedIn } from '#app/domain/staff/sign-in.server.ts'
import { day, second } from '#app/kernel/clock.ts'
import { barePath, localeOf, localPath } from '#app/kernel/locale.ts'
import type { Env } from './env.server.ts'
import { getServices, type Services } from './services.server.ts'
import { createTokenCookie } from './token-cookie.server.ts'

const cookie = createTokenCookie('staff')
const browserCookie = createTokenCookie('staff-browser')
const browserSeconds = 365 * (day / second)
/** As long as a session may live at all: when it ends is the row's to say. */
const cookieSeconds = longestLifetime / second

type StaffServices = Pick<Services, 'db' | 'clock'> & { env: Pick<Env, 'PUBLIC_URL'> }

export async function findStaff(
  request: Request,
  services: StaffServices = getServices(),
): Promise<FoundStaffSession | null> {
  const token = cookie.read(request, services)
  return token ? await findStaffSession(services, token) : null
}

/**
 * Somebody of the staff, second step included; the sign-in page for anybody else.
 * @throws Response 302
 */
export async function requireStaff(
  request: Request,
  services: StaffServices = getServices(),
): Promise<StaffScope> {
  const found = await findStaff(request, services)
  if (found?.isVerified) return found.scope
  const { pathname, search } = new URL(request.url)
  const back = new URLSearchParams({ redirectTo: barePath(pathname) + search })
  const step = found ? (found.hasSecondStep ? '/staff/second-step' : '/staff/set-up') : '/staff/sign-in'
  throw redirect(`${localPath(localeOf(pathname), step)}?${back}`)
}

/**
 * A member of the enterprise in the address who may do this.
 * @throws Response 302 to sign in, 404 for whoever is no member, 403 for a member without the capability
 */
export async function requireEnterprise(
  request: Request,
  slug: string | undefined,
  capability: EnterpriseCapability,
  services: StaffServices = getServices(),
): Promise<EnterpriseScope> {
  const staff = await requireStaff(request, services)
  const scope = await findEnterpriseScope(services.db, staff, slug ?? '')
  if (!scope) throw new Response(null, { status: 404 })
  if (!enterpriseMay(scope, capability)) throw new Response(null, { status: 403 })
  return scope
}

/**
 * An organizer who may do this; the views and commands narrow it to their division.
 * @throws Response 302 to sign in, 404 for whoever organizes nothing, 403 without the capability
 */
export async function requireOrganizer(
  request: Request,
  capability: OrganizerCapability,
  services: StaffServices = getServices(),
): Promise<OrganizerScope> {
  const staff = await requireStaff(request, services)
  const scope = await findOrganizerScope(services.db, staff)
  if (!scope) throw new Response(null, { status: 404 })
  if (!organizerMay(scope, capability)) throw new Response(null, { status: 403 })
  return scope
}

export function staffHeaders(token: string, services: StaffServices = getServices()): Headers {
  return cookie.headers(token, cookieSeconds, services)
}

const stepPages = { code: '/staff/second-step', 'set-up': '/staff/set-up' } as const

/** Where somebody who has just signed in goes on: to the page they wanted, or through the second step to it. */
export function enterDesk(request: Request, { token, next, login }: SignedIn, redirectTo: string): Response {
  const step = next === 'none' ? redirectTo : `${stepPages[next]}?${new URLSearchParams({ redirectTo })}`
  const locale = localeOf(new URL(request.url).pathname)
  const headers = staffHeaders(token)
  for (const known of knownBrowser(login).values()) headers.append('Set-Cookie', known)
  return redirect(localPath(locale, step), { headers })
}

/** Of the one who signed in here last. */
export function readBrowser(request: Request): string | null {
  return browserCookie.read(request, getServices())
}

/** For a browser in which they have shown that the login is theirs. */
export function knownBrowser(login: string): Headers {
  const services = getServices()
  return browserCookie.headers(browserToken(services.env, login), browserSeconds, services)
}

/** Kills the row and takes the cookie back. */
export async function endStaffSession(
  request: Request,
  services: StaffServices = getServices(),
): Promise<Headers> {
  const found = await findStaff(request, services)
  if (found) await services.db.staffSession.deleteMany({ where: { id: found.scope.sessionId } })
  return cookie.headers('', 0, services)
}

/** What a list of sessions calls the browser: its name and system, roughly. */
export function deviceOf(request: Request): string {
  const agent = request.headers.get('User-Agent') ?? ''
  const browser = /(MicroMessenger|Edg|Firefox|OPR|Chrome|Safari)/.exec(agent)?.[1] ?? ''
  const system = /(iPhone|iPad|Android|HarmonyOS|Windows|Mac OS X|Linux)/.exec(agent)?.[1] ?? ''
  const named = { MicroMessenger: 'WeChat', Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser
  return [named, system].filter(Boolean).join(' · ') || '?'
}
