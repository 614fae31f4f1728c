import { answerCategories } from '#app/domain/catalog/public-api/answers.server.ts'
import { catalogTag, placesTag } from '#app/domain/catalog/tags.ts'
import { publicJson } from '#app/platform/json-answer.ts'
import { getServices } from '#app/platform/services.server.ts'

export async function loader() {
  const services = getServices()
  return publicJson(await answerCategories(services, { origin: services.env.PUBLIC_URL }), [
    catalogTag,
    placesTag,
  ])
}
