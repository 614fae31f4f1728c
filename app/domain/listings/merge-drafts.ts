import { type DraftField, draftFields, type ListingDraft } from './draft.ts'

/** The fields in which two drafts differ, in the order of the form. */
export function changedFields(from: ListingDraft, to: ListingDraft): Array<DraftField> {
  return draftFields.filter((field) => !isSame(from[field], to[field]))
}

/** The fields in which nothing is written, chosen or ticked. */
export function blankFields(draft: ListingDraft): Array<DraftField> {
  return draftFields.filter((field) => {
    const value = draft[field]
    return !value || (typeof value === 'object' && Object.keys(value).length === 0)
  })
}

export type Merge = {
  merged: ListingDraft
  /** What others changed meanwhile, and is kept. */
  alsoChanged: Array<DraftField>
  /** What both changed, each to something else: a person must choose. */
  conflicts: Array<DraftField>
}

/**
 * Two people changed one draft: `base` is what mine began from, `theirs` what was saved meanwhile. What only one of
 * them touched is taken from whoever did.
 */
export function mergeDrafts(base: ListingDraft, mine: ListingDraft, theirs: ListingDraft): Merge {
  const alsoChanged = changedFields(base, theirs)
  const own = changedFields(base, mine)
  const both = own.filter((field) => alsoChanged.includes(field))
  const taken = Object.fromEntries(own.map((field) => [field, mine[field]]))
  return {
    merged: { ...theirs, ...taken },
    alsoChanged: alsoChanged.filter((field) => !own.includes(field)),
    conflicts: both.filter((field) => !isSame(mine[field], theirs[field])),
  }
}

/** By content, whatever the order of an object's keys: PostgreSQL has its own. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => isSame(Reflect.get(one, key), Reflect.get(other, key)))
}
