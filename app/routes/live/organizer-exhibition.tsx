import type { LoaderFunctionArgs } from '@remix-run/node'
import { findLiveFair } from '#app/domain/live/find-live-fair.server.ts'
import { keepWatching } from '#app/domain/staff/sessions.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { answerLive } from './answer-live.server.ts'

/**
 * For organizers: all entries. A stream lives for a minute at most, so it ends with the session, too; and while it is
 * watched, the session of a wall lasts a fair's day.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { staff } = await requireOrganizer(request, 'read-figures')
  const services = getServices()
  const fair = await findLiveFair(services, params.exhibition ?? '')
  if (!fair) throw new Response(null, { status: 404 })
  await keepWatching(services, staff)
  return await answerLive(request, context, fair.id, 'internal')
}
