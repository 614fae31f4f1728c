import type { LoaderFunctionArgs } from '@remix-run/node'
import { readPhotoName } from '#app/domain/enterprises/document.ts'
import { findReviewedPhoto } from '#app/domain/enterprises/find-photo.server.ts'
import { privatePhotoAnswer } from '#app/platform/private-files.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-documents')
  const services = getServices()
  const photo = readPhotoName(params)
  const key = photo && (await findReviewedPhoto(services, scope, photo))
  return privatePhotoAnswer(services.env.DATA_DIR, key)
}
