import { z } from 'zod'
import { mapHeadings as mapByMeaning, saidBefore, sameHeading } from '#app/platform/sheets/map-headings.ts'
import { columns, neededKeys } from './columns.ts'

/** Heading of the file → key of a column; what is left out is not imported. */
export const mapping = z.record(z.string(), z.string())
export type Mapping = z.infer<typeof mapping>

const known = new Map(
  columns.flatMap(({ key, zh, en, aliases }) =>
    [key, zh, en, ...aliases].map((name) => [sameHeading(name), key] as const),
  ),
)
const keys = new Set(columns.map(({ key }) => key))

/** What the headings mean: as this enterprise said before, else by their words. */
export function mapHeadings(headings: ReadonlyArray<string>, saved: Mapping = {}): Mapping {
  const said = [...saidBefore(saved)].filter(([, key]) => keys.has(key))
  return mapByMeaning(headings, [new Map(said), known])
}

/** Of a form with a select for each heading; `headings` are those of the file. */
export function readMapping(form: FormData, headings: ReadonlyArray<string>): Mapping {
  const chosen = headings.map(
    (heading, index) => [heading, String(form.get(`column.${index}`) ?? '')] as const,
  )
  return Object.fromEntries(chosen.filter(([, key]) => keys.has(key)))
}

export type MappingProblem = { code: 'column-needed' | 'column-twice'; key: string }

/** Why nothing can be read with it; null when all is well. */
export function findMappingProblem(mapped: Mapping): MappingProblem | null {
  const used = Object.values(mapped)
  const missing = neededKeys.find((key) => !used.includes(key))
  if (missing) return { code: 'column-needed', key: missing }
  const twice = used.find((key, index) => used.indexOf(key) !== index)
  return twice ? { code: 'column-twice', key: twice } : null
}
