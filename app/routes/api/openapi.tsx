import { openApiDocument } from '#app/domain/catalog/public-api/document.ts'
import { publicJson } from '#app/platform/json-answer.ts'
import { getServices } from '#app/platform/services.server.ts'

export function loader() {
  return publicJson(openApiDocument(getServices().env.PUBLIC_URL), ['openapi'])
}
