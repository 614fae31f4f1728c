import type { Certificate } from '#app/domain/catalog/certificates.ts'
import type { DocumentKind } from '#app/domain/enterprises/document.ts'
import type { ListingDraft } from './draft.ts'

/**
 * The paper, valid and in the enterprise's own name, without which goods may not carry a mark: 《有机产品认证管理办法》,
 * 《绿色食品标志管理办法》, 《地理标志产品保护办法》 (2023). The others are given by the organizers, who know what they are for.
 */
export const markPapers: Readonly<Partial<Record<Certificate, DocumentKind>>> = {
  green: 'green-food',
  organic: 'organic',
  gi: 'gi-authorisation',
}

type Marked = Pick<ListingDraft, 'certificates' | 'giAuthorisation'>

/** The mark of an indication is shown wherever its authorisation is named, ticked or not, and nowhere else. */
function claimedMarks({ certificates, giAuthorisation }: Marked): ReadonlyArray<Certificate> {
  const others = certificates.filter((mark) => mark !== 'gi')
  return giAuthorisation ? [...others, 'gi'] : others
}

/** Papers that an enterprise holds; null where none are asked for, as of the demonstration's. */
export type HeldPapers = ReadonlyArray<DocumentKind> | null

export function unprovenMarks(draft: Marked, held: HeldPapers): Array<Certificate> {
  return claimedMarks(draft).filter((mark) => {
    const paper = markPapers[mark]
    return held !== null && paper !== undefined && !held.includes(paper)
  })
}
