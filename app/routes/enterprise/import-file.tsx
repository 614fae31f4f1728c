import type { LoaderFunctionArgs } from '@remix-run/node'
import { makeFile } from '#app/domain/listings/import/files.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, streamedFile } from '#app/platform/sheets/file-answer.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

/** The template to fill in, and all products as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const { file: name = '' } = params
  const file = await makeFile(getServices(), scope, name, localeOf(new URL(request.url).pathname))
  if (!file) throw new Response(null, { status: 404 })
  return file instanceof Uint8Array ? fileAnswer(name, file) : streamedFile(context, name, file)
}
