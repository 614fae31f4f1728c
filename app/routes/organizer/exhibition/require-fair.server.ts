import { type FairRecord, findFair } from '#app/domain/exhibitions/fair-record.server.ts'
import type { OrganizerCapability } from '#app/domain/staff/roles.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { inLocale, localeOf } from '#app/kernel/locale.ts'
import type { StaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/**
 * The fair of the address, for an organizer who may do this.
 * @throws Response as requireOrganizer, and 404 for a fair that is not there
 */
export async function requireFair(
  request: Request,
  slug: string | undefined,
  capability: OrganizerCapability = 'manage-exhibitions',
): Promise<{ scope: OrganizerScope; fair: FairRecord }> {
  const scope = await requireOrganizer(request, capability)
  const fair = await findFair(getServices(), slug ?? '')
  if (!fair) throw new Response(null, { status: 404 })
  return { scope, fair }
}

/** The title of one of a fair's pages, in the request's language: "展位 · 赤峰好物进北京 · 赤峰好物". */
export function fairTitle(
  request: Request,
  { name, nameEn }: FairRecord,
  tab: keyof StaffMessages['fairs']['tabs'],
): string {
  const fair = inLocale(localeOf(new URL(request.url).pathname), name, nameEn)
  return pageTitle(request, (t) => `${t.fairs.tabs[tab]} · ${fair}`)
}
