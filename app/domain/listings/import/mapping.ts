import { z } from 'zod'
import { columns, neededKeys } from './columns.ts'

/** Heading of the file → key of a column; what is left out is not imported. */
export const mapping = z.record(z.string(), z.string())
export type Mapping = z.infer<typeof mapping>

const known = new Map(
  columns.flatMap(({ key, zh, en, aliases }) =>
    [key, zh, en, ...aliases].map((name) => [normalised(name), key] as const),
  ),
)
const keys = new Set(columns.map(({ key }) => key))

/** What the headings mean: as this enterprise said before, else by their words. No column is filled by two of them. */
export function mapHeadings(headings: ReadonlyArray<string>, saved: Mapping = {}): Mapping {
  const said = new Map(Object.entries(saved).map(([heading, key]) => [normalised(heading), key]))
  const mapped: Record<string, string> = {}
  for (const meaning of [said, known])
    for (const heading of headings) {
      const key = meaning.get(normalised(heading))
      const isFree = key !== undefined && keys.has(key) && !Object.values(mapped).includes(key)
      if (isFree && mapped[heading] === undefined) mapped[heading] = key
    }
  return mapped
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

/** Of the mappings that an enterprise keeps, the one made for most of these headings. */
export function bestMapping<Kept extends { columns: Mapping }>(
  headings: ReadonlyArray<string>,
  kept: ReadonlyArray<Kept>,
): Kept | undefined {
  const covers = ({ columns: said }: Kept) => headings.filter((heading) => said[heading] !== undefined).length
  return [...kept].sort((one, other) => covers(other) - covers(one)).find((each) => covers(each) > 0)
}

/** Whatever the width, the spaces and the brackets. */
function normalised(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s()[\]【】*:_\-"=]/g, '')
    .toLowerCase()
}
