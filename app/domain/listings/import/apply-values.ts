import {
  type BatchDraft,
  batchDraft,
  type ListingDraft,
  listingDraft,
  mostPictures,
  type PictureDraft,
  pictureDraft,
  variantDraft,
} from '../draft.ts'
import { columnOf } from './problem-columns.ts'
import type { ReadRow, RowProblem } from './read-rows.ts'

/** The photo of a file name, or why there is none; `undrawn` for the dry run, which only knows that it came. */
export type FindPhoto = (
  name: string,
) => PictureDraft | 'undrawn' | 'picture-missing' | 'not-a-picture' | 'too-large' | 'too-many-pixels'
type Values = Readonly<Record<string, unknown>>
type Applied = { draft: ListingDraft; problems: Array<RowProblem> }

/** The draft with what the rows say; what no draft may hold is left out, and said. */
export function applyValues(
  before: ListingDraft,
  values: Values,
  rows: ReadonlyArray<ReadRow>,
  findPhoto: FindPhoto,
): Applied {
  const first = rows[0]?.row ?? 0
  const photos = applyPhotos(before, values, findPhoto, first)
  const candidate = {
    ...before,
    ...categories(values),
    ...plainValues(before, values),
    pictures: photos.pictures,
    label: { ...before.label, ...under(values, 'label.') },
    batches: applyBatch(before.batches, values),
    variants: applyVariants(before, rows),
  }
  const parsed = listingDraft.safeParse(candidate)
  if (parsed.success) return { draft: parsed.data, problems: photos.problems }
  const rowOf = new Map(rows.map(({ row, values: own }) => [own['variant.sku'], row]))
  const problems = parsed.error.issues.map(({ path }): RowProblem => {
    const field = path.join('.')
    const column = columnOf(field)
    const sku = path[0] === 'variants' ? candidate.variants[Number(path[1])]?.sku : undefined
    const row = rowOf.get(sku) ?? first
    const value = rows.find((each) => each.row === row)?.values[column] ?? values[column]
    return {
      row,
      column,
      code: typeof value === 'number' ? 'out-of-range' : 'too-long',
      value: String(value ?? ''),
    }
  })
  const draft = listingDraft.parse(
    withoutFields(
      candidate,
      parsed.error.issues.map(({ path }) => path),
    ),
  )
  return { draft, problems: [...photos.problems, ...problems] }
}

/** As if the cells that no draft may hold were empty; a list goes with its worst entry. */
function withoutFields(candidate: object, paths: ReadonlyArray<ReadonlyArray<PropertyKey>>): object {
  const left = structuredClone(candidate)
  for (const path of paths) {
    let place: object = left
    for (const [depth, key] of path.entries()) {
      const inner: unknown = Reflect.get(place, key)
      const isLeaf = depth === path.length - 1 || (Array.isArray(inner) && typeof inner[0] !== 'object')
      if (isLeaf) Reflect.deleteProperty(place, key)
      if (isLeaf || typeof inner !== 'object' || inner === null) break
      place = inner
    }
  }
  return left
}

function categories(values: Values): Partial<ListingDraft> {
  const [categoryCode, subcategoryCode] = String(values.subcategoryCode ?? '').split('/')
  return categoryCode && subcategoryCode ? { categoryCode, subcategoryCode } : {}
}

/** Fields of the draft that are columns of their own. */
function plainValues(before: ListingDraft, values: Values): Values {
  const own = Object.entries(values).filter(
    ([key]) => key in before && key !== 'subcategoryCode' && key !== 'pictures',
  )
  return Object.fromEntries(own)
}

function under(values: Values, prefix: string): Record<string, unknown> {
  const own = Object.entries(values).filter(([key]) => key.startsWith(prefix))
  return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]))
}

const undrawn = pictureDraft.parse({ key: '0'.repeat(24) })

/** The photos of a row are all that its product has, in their order; what was written about one is kept. */
function applyPhotos(before: ListingDraft, values: Values, findPhoto: FindPhoto, row: number) {
  const problems: Array<RowProblem> = []
  const names = Array.isArray(values.pictures) ? values.pictures.map(String) : []
  const known = new Map(before.pictures.map((picture) => [picture.key, picture]))
  const found = names.flatMap((name, index) => {
    const photo = findPhoto(name)
    // Taken for the one in its place: the import itself looks closer.
    if (photo === 'undrawn') return before.pictures[index] ?? undrawn
    if (typeof photo === 'string') problems.push({ row, column: 'pictures', code: photo, value: name })
    return typeof photo === 'string' ? [] : [known.get(photo.key) ?? photo]
  })
  if (found.length > mostPictures)
    problems.push({ row, column: 'pictures', code: 'too-many-pictures', value: names.join('、') })
  return { pictures: found.length > 0 ? found.slice(0, mostPictures) : before.pictures, problems }
}

/**
 * A row tells one batch: the one of its code, which is ours or the enterprise's own, else of its day; else a new one,
 * which keeps the code, so that the same row finds it again (T69).
 */
function applyBatch(before: ReadonlyArray<BatchDraft>, values: Values): Array<BatchDraft> {
  const { code: told, ...batch } = under(values, 'batch.')
  const papers = papersOf(values)
  if (!told && Object.keys(batch).length === 0 && papers.length === 0) return [...before]
  const isSame = ({ code, ownCode, producedOn }: BatchDraft) =>
    told ? code === told || ownCode === told : producedOn === (batch.producedOn ?? before[0]?.producedOn)
  const index = before.findIndex(isSame)
  const known = before[index] ?? batchDraft.parse({})
  const kinds = new Map([...known.papers, ...papers].map((paper) => [paper.kind, paper]))
  const written = {
    ...known,
    ...batch,
    ...(index < 0 && told !== undefined && { ownCode: told }),
    papers: [...kinds.values()].map((paper) => ({
      ...known.papers.find(({ kind }) => kind === paper.kind),
      ...papers.find(({ kind }) => kind === paper.kind),
    })),
  } as BatchDraft
  return index < 0
    ? [...before, written]
    : before.map((each, position) => (position === index ? written : each))
}

function papersOf(values: Values): Array<{ kind: string }> {
  const fields = under(values, 'paper.')
  const kinds = new Set(Object.keys(fields).map((name) => name.split('.')[0] ?? ''))
  return [...kinds].map((kind) => ({ kind, ...under(fields, `${kind}.`) }))
}

/** A row without its article number is looked at all the same; it is never imported. */
function standIn(row: number): string {
  return `row-${row}`
}

/** A row tells one variant, by its article number. None is taken away by being left out. */
function applyVariants(before: ListingDraft, rows: ReadonlyArray<ReadRow>) {
  const variants: Array<Record<string, unknown>> = before.variants.map((variant) => ({ ...variant }))
  for (const { row, values } of rows) {
    const { stock, stockSeen: _, ...told } = under(values, 'variant.')
    const own = { sku: standIn(row), ...told }
    const written = { ...own, ...(stock !== undefined && { initialStock: stock }) }
    const known = variants.find(({ sku }) => sku === own.sku)
    if (known) Object.assign(known, written)
    else variants.push({ ...variantDraft.parse({}), ...written })
  }
  return variants
}
