import type { LoaderFunctionArgs } from '@remix-run/node'
import { findBuyersPhoto } from '#app/domain/after-sales/find-photo.server.ts'
import { requireLink } from '#app/platform/follow-link.server.ts'
import { privatePictureAnswer } from '#app/platform/pictures/private-answer.server.ts'
import { getServices } from '#app/platform/services.server.ts'

/** What a buyer sent in, for whoever has the order's link. */
export async function loader(args: LoaderFunctionArgs) {
  const name = await requireLink(args, (services, token) => findBuyersPhoto(services, token, args.params))
  return privatePictureAnswer(getServices().requestPictures, name)
}
