import type { LoaderFunctionArgs } from '@remix-run/node'
import { findLiveFair } from '#app/domain/live/find-live-fair.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { answerLive } from './answer-live.server.ts'

/** For everybody: verified figures of a fair that shows them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const fair = await findLiveFair(getServices(), params.slug ?? '')
  if (!fair?.isPublic) throw new Response(null, { status: 404 })
  return await answerLive(request, context, fair.id, 'public')
}
