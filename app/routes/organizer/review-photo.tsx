import type { LoaderFunctionArgs } from '@remix-run/node'
import { isPhotoKept } from '#app/domain/reviews/find-photo.server.ts'
import { parsePicturePath } from '#app/platform/pictures/names.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/** A photo of any review, shown or not, for who decides about it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'moderate-reviews')
  const services = getServices()
  const name = parsePicturePath(`/pictures/${params.file}`)
  const isKept = name !== null && (await isPhotoKept(services, scope, name.key))
  const bytes = isKept ? await services.reviewPictures.derive(name.key, name.width, name.format) : null
  if (!name || !bytes) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': `image/${name.format}`, 'cache-control': 'private, no-store' },
  })
}
