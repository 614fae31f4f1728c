import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Fair, findFair } from '#app/domain/exhibitions/find-fair.server.ts'
import type { OrganizerCapability } from '#app/domain/staff/roles.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Locale, localeOf } from '#app/kernel/locale.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/**
 * The fair in the address, for an organizer who may do this there.
 * @throws Response 302 to sign in, 403, 404
 */
export async function requireFair(
  { request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>,
  capability: OrganizerCapability,
): Promise<{ scope: OrganizerScope; fair: Fair; locale: Locale }> {
  const scope = await requireOrganizer(request, capability)
  const locale = localeOf(new URL(request.url).pathname)
  const fair = await findFair(getServices(), params.exhibition, locale)
  if (!fair) throw new Response(null, { status: 404 })
  return { scope, fair, locale }
}
