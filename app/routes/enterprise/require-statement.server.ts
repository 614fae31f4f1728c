import type { LoaderFunctionArgs } from '@remix-run/node'
import { type FoundStatement, findStatement } from '#app/domain/settlements/find-statement.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params'>

/** One of the enterprise's own months. @throws Response 404 for any other, and as `requireEnterprise`. */
export async function requireStatement({
  request,
  params,
}: Asked): Promise<{ scope: EnterpriseScope; found: FoundStatement }> {
  const scope = await requireEnterprise(request, params.enterprise, 'read-statements')
  const found = await findStatement(getServices(), scope, params.period ?? '')
  if (!found) throw new Response(null, { status: 404 })
  return { scope, found }
}
