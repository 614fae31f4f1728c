import { useStaffMessages } from '#app/messages/messages.ts'
import { draftFields } from '../draft.ts'

/** The sentence for an error code of a listing's form; nothing for no code. */
export function useListingWord() {
  const words: Record<string, string> = useStaffMessages().listings.errors
  return (code: string | undefined) => (code === undefined ? undefined : (words[code] ?? words.unreadable))
}

/** What a field is called: `variants.1.priceFen` is “规格 2 · 价格”. */
export function useFieldName() {
  const t = useStaffMessages()
  const { fields, variant, batch } = t.listings
  const named = (words: object, key: string | undefined): string | undefined =>
    Object.entries(words).find(([name, word]) => name === key && typeof word === 'string')?.[1]
  return (path: string): string => {
    const [field = '', index, ...rest] = path.split('.')
    if (field === 'wishedAt') return t.listings.editor.wishedAt
    if (field === 'label') return named(t.catalog.product.labels, index) ?? fields.label
    const known = draftFields.find((name) => name === field)
    const title = known ? fields[known] : fields.listing
    if (index === undefined) return title
    const words = field === 'variants' ? variant : batch
    const paper = rest[0] === 'papers' ? named(t.catalog.product.papers, rest[1]) : undefined
    const parts = [words.heading(Number(index) + 1), paper, named(words, rest.at(-1))]
    return parts.filter(Boolean).join(' · ')
  }
}
