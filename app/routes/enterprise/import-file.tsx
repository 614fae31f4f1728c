import type { LoaderFunctionArgs } from '@remix-run/node'
import { makeFile } from '#app/domain/listings/import/files.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

/** The template to fill in, and all products as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const file = await makeFile(
    getServices(),
    scope,
    params.file ?? '',
    localeOf(new URL(request.url).pathname),
  )
  if (!file) throw new Response(null, { status: 404 })
  return file
}
