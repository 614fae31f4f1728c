import type { LoaderFunctionArgs } from '@remix-run/node'
import { problemOf } from '#app/domain/catalog/public-api/problems.ts'
import { exhibitionsTag, liveTag } from '#app/domain/catalog/tags.ts'
import { findLiveFair } from '#app/domain/live/find-live-fair.server.ts'
import { problemJson, publicJson } from '#app/platform/json-answer.ts'
import { getServices } from '#app/platform/services.server.ts'

/** The snapshot that the stream sends to everybody, kept until the fair's next sale. */
export async function loader({ params }: LoaderFunctionArgs) {
  const services = getServices()
  const fair = await findLiveFair(services, params.slug ?? '')
  const snapshot = fair && (await services.live.current(fair.id, 'public'))
  if (!fair || !snapshot) return problemJson(problemOf('unknown-exhibition'))
  const answer = publicJson(snapshot, [exhibitionsTag, liveTag(fair.id)])
  // What stands between us and who asks does not hear of sales.
  answer.headers.set('cache-control', 'public, max-age=0, s-maxage=2')
  return answer
}
