import type { LoaderFunctionArgs } from '@remix-run/node'
import { findLiveFair } from '#app/domain/live/find-live-fair.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { answerLive } from './answer-live.server.ts'

/** For organizers: all entries. A stream lives for a minute at most, so it ends with the session, too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'read-figures')
  const fair = await findLiveFair(getServices(), params.exhibition ?? '')
  if (!fair) throw new Response(null, { status: 404 })
  return await answerLive(request, context, fair.id, 'internal')
}
