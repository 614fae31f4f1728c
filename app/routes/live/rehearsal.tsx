import type { LoaderFunctionArgs } from '@remix-run/node'
import { findLiveFair } from '#app/domain/live/find-live-fair.server.ts'
import { readRehearsalSpeed } from '#app/domain/live/rehearsal.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { streamHeaders } from './answer-live.server.ts'

/** A past fair once more, from one to a thousand times as fast, for the wall alone: no figure changes by it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'read-figures')
  const services = getServices()
  const fair = await findLiveFair(services, params.exhibition ?? '')
  const speed = readRehearsalSpeed(new URL(request.url).searchParams.get('speed'))
  if (!fair || speed === null) throw new Response(null, { status: 404 })
  const stream = await services.live.rehearsals.open(fair.id, speed, request.headers.get('last-event-id'))
  if (stream === null) throw new Response(null, { status: 404 })
  if (stream === 'busy') throw new Response(null, { status: 503, headers: { 'retry-after': '60' } })
  context.deliver(stream)
  return new Response(null, { headers: streamHeaders })
}
