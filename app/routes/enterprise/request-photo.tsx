import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAnsweredPhoto } from '#app/domain/after-sales/find-photo.server.ts'
import { privatePictureAnswer } from '#app/platform/pictures/private-answer.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'answer-after-sales')
  const services = getServices()
  return privatePictureAnswer(services.requestPictures, await findAnsweredPhoto(services, scope, params))
}
