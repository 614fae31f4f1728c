import type { LoaderFunctionArgs } from '@remix-run/node'
import { type FoundStatement, findClosedStatement } from '#app/domain/settlements/find-statement.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { inLocale, localeOf } from '#app/kernel/locale.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params'>
type Required = { scope: OrganizerScope; found: FoundStatement; enterprise: string }

/** A closed statement of any enterprise. @throws Response 404 for none, and as `requireOrganizer`. */
export async function requireStatement({ request, params }: Asked): Promise<Required> {
  const scope = await requireOrganizer(request, 'read-statements')
  const found = await findClosedStatement(getServices(), scope, params.statement ?? '')
  if (!found) throw new Response(null, { status: 404 })
  const { name, nameEn } = found.enterprise
  const locale = localeOf(new URL(request.url).pathname)
  return { scope, found, enterprise: inLocale(locale, name, nameEn) }
}
