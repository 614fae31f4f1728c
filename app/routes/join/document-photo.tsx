import type { LoaderFunctionArgs } from '@remix-run/node'
import { findApplicationPhoto } from '#app/domain/enterprises/application-documents.server.ts'
import { findApplicationId } from '#app/domain/enterprises/application-views.server.ts'
import { readPhotoName } from '#app/domain/enterprises/document.ts'
import { requireLink } from '#app/platform/follow-link.server.ts'
import { privatePhotoAnswer } from '#app/platform/private-files.server.ts'
import { getServices } from '#app/platform/services.server.ts'

/** For whoever has the application's link. */
export async function loader(args: LoaderFunctionArgs) {
  const id = await requireLink(args, findApplicationId)
  const services = getServices()
  const photo = readPhotoName(args.params)
  const key = photo && (await findApplicationPhoto(services, id, photo))
  return privatePhotoAnswer(services.env.DATA_DIR, key)
}
