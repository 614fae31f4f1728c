import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerProducts } from '#app/domain/catalog/public-api/answers.server.ts'
import { problemOf } from '#app/domain/catalog/public-api/problems.ts'
import { cardTags, catalogTag } from '#app/domain/catalog/tags.ts'
import { problemJson, publicJson } from '#app/platform/json-answer.ts'
import { getServices } from '#app/platform/services.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const services = getServices()
  const { searchParams } = new URL(request.url)
  const answer = await answerProducts(services, { origin: services.env.PUBLIC_URL }, searchParams)
  return answer.ok
    ? publicJson(answer.value, [catalogTag, ...cardTags(answer.value.items)])
    : problemJson(problemOf(answer.code, answer.detail))
}
