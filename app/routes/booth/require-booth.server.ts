import { type Booth, findBooth } from '#app/domain/booths/find-booth.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

type Params = { fair?: string | undefined; enterprise?: string | undefined }

/**
 * Somebody who records sales, and the booth of the address.
 * @throws Response 302 to sign in, 403 without the capability, 404 for no booth
 */
export async function requireBooth(
  request: Request,
  { fair, enterprise }: Params,
): Promise<{ scope: OrganizerScope; booth: Booth }> {
  const scope = await requireOrganizer(request, 'record-sales')
  const locale = localeOf(new URL(request.url).pathname)
  const booth = await findBooth(getServices(), scope, locale, { fair, enterprise })
  if (!booth) throw new Response(null, { status: 404 })
  return { scope, booth }
}
