import { invalid, noSuch } from './api-error.ts'
import type { Params, ParamValue } from './form.ts'
import { optionalInteger, optionalString } from './params.ts'

type Identified = { id: string; created?: number }

export const listParams: ReadonlyArray<string> = ['limit', 'starting_after', 'ending_before', 'expand']

/** Newest first, 1 to 100 a page, cursors by id: docs.stripe.com/api/pagination. `items` come oldest first. */
export function pageOf<T extends Identified>(
  items: ReadonlyArray<T>,
  params: Params,
  url: string,
  kind: string,
): object {
  const limit = optionalInteger(params.limit, 'limit') ?? 10
  if (limit < 1 || limit > 100) throw invalid('Invalid limit: must be between 1 and 100', 'limit')
  const after = optionalString(params.starting_after, 'starting_after')
  const before = optionalString(params.ending_before, 'ending_before')
  if (after !== null && before !== null) {
    throw invalid(
      'You may only specify one of these parameters: ending_before, starting_after.',
      'ending_before',
    )
  }
  const newest = [...items].reverse()
  const indexOf = (id: string, param: string): number => {
    const index = newest.findIndex((item) => item.id === id)
    if (index === -1) throw noSuch(kind, id, param)
    return index
  }
  const range =
    before === null
      ? newest.slice(after === null ? 0 : indexOf(after, 'starting_after') + 1)
      : newest.slice(0, indexOf(before, 'ending_before'))
  const data = before === null ? range.slice(0, limit) : range.slice(-limit)
  return { object: 'list', data, has_more: range.length > data.length, url }
}

/** `created=…` or `created[gte]=…` with gt, gte, lt, lte. */
export function isCreatedWithin(created: number, filter: ParamValue | undefined): boolean {
  if (filter === undefined) return true
  if (typeof filter === 'string') return created === optionalInteger(filter, 'created')
  if (Array.isArray(filter)) throw invalid('Invalid object', 'created')
  const bound = (name: string) => optionalInteger(filter[name], `created[${name}]`)
  const [gt, gte, lt, lte] = [bound('gt'), bound('gte'), bound('lt'), bound('lte')]
  return (
    (gt === null || created > gt) &&
    (gte === null || created >= gte) &&
    (lt === null || created < lt) &&
    (lte === null || created <= lte)
  )
}
