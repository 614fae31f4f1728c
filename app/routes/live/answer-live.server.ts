import type { Audience } from '#app/domain/live/snapshot.ts'
import type { RequestContext } from '#app/platform/load-context.ts'
import { getServices } from '#app/platform/services.server.ts'

/** For proxies: pass each event on as it comes, and change nothing (T83). */
export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/**
 * A stream of snapshots or, for `Accept: application/json`, the current one.
 * @throws Response 404 where this audience may not see the figures
 */
export async function answerLive(
  request: Request,
  context: RequestContext,
  exhibitionId: number,
  audience: Audience,
): Promise<Response> {
  const { live, clock } = getServices()
  if (request.headers.get('accept')?.startsWith('application/json')) {
    const snapshot = await live.current(exhibitionId, audience)
    if (!snapshot) throw new Response(null, { status: 404 })
    const headers = { 'cache-control': 'no-store', vary: 'accept' }
    return Response.json({ ...snapshot, asOf: clock.now().toISOString() }, { headers })
  }
  const watcher = await live.watch(exhibitionId, audience, request.headers.get('last-event-id'))
  if (!watcher) throw new Response(null, { status: 404 })
  context.deliver(watcher)
  return new Response(null, { headers: streamHeaders })
}
