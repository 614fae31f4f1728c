import { z } from 'zod'
import { certificates } from './certificates.ts'
import { storages } from './storage.ts'

export const sorts = ['score', 'sales', 'price-asc', 'price-desc', 'newest'] as const
export type Sort = (typeof sorts)[number]

export const pageSize = 24
export const longestPage = 100

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120)
/** Yuan as typed in a form, at most two decimals; kept in fen. */
const yuan = z
  .string()
  .regex(/^\d{1,6}(?:\.\d{1,2})?$/)
  .transform((text) => Math.round(Number(text) * 100))

/** One entry a parameter: nothing outside these lists ever reaches a query (T51). */
const parameters = {
  division: slug,
  category: slug,
  subcategory: slug,
  enterprise: slug,
  certificate: z.enum(certificates),
  storage: z.enum(storages),
  min: yuan,
  max: yuan,
  stock: z.literal('1').transform(() => true),
  season: z
    .string()
    .regex(/^(?:[1-9]|1[0-2])$/)
    .transform(Number),
  sort: z.enum(sorts),
  after: z.string().regex(/^[\w-]{1,300}$/),
} as const

type Parameters = { -readonly [Name in keyof typeof parameters]?: z.output<(typeof parameters)[Name]> }

/** State of a list. `min` and `max` are fen; `season` is a month 1-12; `stock` asks for goods in stock only. */
export type ListQuery = Omit<Parameters, 'sort'> & { sort: Sort }
export type ListFilters = Omit<ListQuery, 'sort' | 'after'>
export type FilterName = keyof ListFilters

export const filterNames: ReadonlyArray<FilterName> = [
  'division',
  'category',
  'subcategory',
  'enterprise',
  'certificate',
  'storage',
  'min',
  'max',
  'stock',
  'season',
]

/** Reads the URL's state; unknown parameters and impossible values are dropped, never an error. */
export function parseListQuery(search: URLSearchParams): ListQuery {
  const query: Record<string, unknown> = { sort: 'score' }
  for (const [name, schema] of Object.entries(parameters)) {
    const text = search.get(name)
    const result = text === null ? null : schema.safeParse(text)
    if (result?.success) query[name] = result.data
  }
  const parsed = query as ListQuery
  if (parsed.min !== undefined && parsed.max !== undefined && parsed.min > parsed.max) {
    return { ...parsed, min: parsed.max, max: parsed.min }
  }
  return parsed
}
