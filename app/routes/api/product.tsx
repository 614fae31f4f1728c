import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerProduct } from '#app/domain/catalog/public-api/answers.server.ts'
import { problemOf } from '#app/domain/catalog/public-api/problems.ts'
import { catalogTag, productTag } from '#app/domain/catalog/tags.ts'
import { problemJson, publicJson } from '#app/platform/json-answer.ts'
import { getServices } from '#app/platform/services.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const services = getServices()
  const product = await answerProduct(services, { origin: services.env.PUBLIC_URL }, params.slug ?? '')
  return product
    ? publicJson(product, [catalogTag, productTag(product.slug)])
    : problemJson(problemOf('unknown-product'))
}
