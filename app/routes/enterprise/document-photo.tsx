import type { LoaderFunctionArgs } from '@remix-run/node'
import { readPhotoName } from '#app/domain/enterprises/document.ts'
import { findOwnPhoto } from '#app/domain/enterprises/find-photo.server.ts'
import { privatePhotoAnswer } from '#app/platform/private-files.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'manage-documents')
  const services = getServices()
  const photo = readPhotoName(params)
  const key = photo && (await findOwnPhoto(services, scope, photo))
  return privatePhotoAnswer(services.env.DATA_DIR, key)
}
