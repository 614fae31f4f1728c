import {
  batchDraft,
  type ListingDraft,
  mostBatches,
  mostPictures,
  mostVariants,
  type PictureDraft,
  variantDraft,
} from './draft.ts'

/** The acts of the form that change its shape, as the value of a button: `picture-up:2`, `add-variant`. */
const draftActs = [
  'add-variant',
  'remove-variant',
  'add-batch',
  'remove-batch',
  'picture-up',
  'picture-down',
  'remove-picture',
] as const
type DraftAct = (typeof draftActs)[number]

/** One act on a draft, the same in the browser and on the server; null for what is no such act. */
export function editDraft(draft: ListingDraft, intent: string): ListingDraft | null {
  const [name, position] = intent.split(':')
  const act = draftActs.find((known) => known === name)
  return act ? edits[act](draft, Number(position)) : null
}

type Edit = (draft: ListingDraft, index: number) => ListingDraft

const edits: Readonly<Record<DraftAct, Edit>> = {
  'add-variant': (draft) => ({
    ...draft,
    variants: added(draft.variants, variantDraft.parse({}), mostVariants),
  }),
  'remove-variant': (draft, index) => ({ ...draft, variants: without(draft.variants, index) }),
  'add-batch': (draft) => ({ ...draft, batches: added(draft.batches, batchDraft.parse({}), mostBatches) }),
  'remove-batch': (draft, index) => ({ ...draft, batches: without(draft.batches, index) }),
  'picture-up': (draft, index) => ({ ...draft, pictures: swapped(draft.pictures, index - 1, index) }),
  'picture-down': (draft, index) => ({ ...draft, pictures: swapped(draft.pictures, index, index + 1) }),
  'remove-picture': (draft, index) => ({ ...draft, pictures: without(draft.pictures, index) }),
}

/** The same photo twice is one: its key is made of its content. */
export function addPictures(draft: ListingDraft, pictures: ReadonlyArray<PictureDraft>): ListingDraft {
  const known = new Set(draft.pictures.map(({ key }) => key))
  const fresh = pictures.filter(({ key }) => !known.has(key))
  return { ...draft, pictures: [...draft.pictures, ...fresh].slice(0, mostPictures) }
}

function added<T>(items: ReadonlyArray<T>, item: T, most: number): Array<T> {
  return items.length < most ? [...items, item] : [...items]
}

function without<T>(items: ReadonlyArray<T>, index: number): Array<T> {
  return items.filter((_, position) => position !== index)
}

function swapped<T>(items: ReadonlyArray<T>, first: number, second: number): Array<T> {
  const [one, other] = [items[first], items[second]]
  if (one === undefined || other === undefined) return [...items]
  return items.map((item, position) => (position === first ? other : position === second ? one : item))
}
