import type { ActionFunctionArgs } from '@remix-run/node'
import { keepPhotos } from '#app/domain/listings/keep-photos.server.ts'
import { requireTurn } from '#app/platform/require-turn.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

/** One photo of the editor's, sent by script as soon as it is chosen. It belongs to no listing until one is saved with it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  await requireTurn('upload-picture:staff', scope.staff.staffId)
  return Response.json(await keepPhotos(getServices().env.DATA_DIR, await request.formData(), 1))
}
