import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { keepPhotos } from '#app/domain/listings/keep-photos.server.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { requireTurn } from '#app/platform/require-turn.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

/** Nothing to look at: whoever comes here by hand is led to the listings. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug } = await requireEnterprise(request, params.enterprise, 'edit-listings')
  return redirect(localPath(localeOf(new URL(request.url).pathname), `/enterprise/${slug}/listings`))
}

/** One photo of the editor's, sent by script as soon as it is chosen. It belongs to no listing until one is saved with it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  await requireTurn('upload-picture:staff', scope.staff.staffId)
  return Response.json(await keepPhotos(getServices().env.DATA_DIR, await readForm({ request, context }), 1))
}
