import type { LoaderFunctionArgs } from '@remix-run/node'
import { makeFile } from '#app/domain/listings/import/files.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, streamedFile } from '#app/platform/sheets/file-answer.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

/** The template to fill in, and all products as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const { pathname } = new URL(request.url)
  const made = await makeFile(getServices(), scope, params.file ?? '', localeOf(pathname))
  if (!made) throw new Response(null, { status: 404 })
  const { name, content } = made
  return content instanceof Uint8Array ? fileAnswer(name, content) : streamedFile(context, name, content)
}
