import { problemOf } from '#app/domain/catalog/public-api/problems.ts'
import { problemJson } from '#app/platform/json-answer.ts'

export function loader() {
  return problemJson(problemOf('not-found'))
}

export function action() {
  return problemJson(problemOf('method-not-allowed'))
}
