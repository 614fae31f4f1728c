import type { LoaderFunctionArgs } from '@remix-run/node'
import { isPhotoKept } from '#app/domain/reviews/find-photo.server.ts'
import { parsePicturePath } from '#app/platform/pictures/names.ts'
import { privatePictureAnswer } from '#app/platform/pictures/private-answer.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/** A photo of any review, shown or not, for who decides about it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'moderate-reviews')
  const services = getServices()
  const name = parsePicturePath(`/pictures/${params.file}`)
  const isKept = name !== null && (await isPhotoKept(services, scope, name.key))
  return privatePictureAnswer(services.reviewPictures, isKept ? name : null)
}
