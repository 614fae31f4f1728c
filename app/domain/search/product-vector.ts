import { type IndexedText, indexText, vectorText } from './index-text.ts'
import { filterLexeme, filterLexemes } from './lexemes.ts'

type Named = { code: string; name: string; nameEn: string }

/** What of a product, its place and its seller goes into its search vector. */
export type IndexedProduct = {
  title: string
  titleEn: string
  keywords: ReadonlyArray<string>
  giName: string | null
  variantLabels: ReadonlyArray<string>
  division: Named & { shortName: string }
  category: Named
  subcategory: Named
  enterprise: { id: number; name: string }
  storage: string
  certificates: ReadonlyArray<string>
  seasonMonths: ReadonlyArray<number>
}

/** Text of the tsvector of a product: its words, and the marks of the filters it answers to. */
export function productVector(product: IndexedProduct): string {
  return vectorText(indexText(indexedText(product)), filterMarks(product))
}

export function indexedText(product: IndexedProduct): IndexedText {
  const { title, titleEn, keywords, giName, division, category, subcategory } = product
  return {
    title,
    titleEn,
    keywords: [...keywords, ...(giName ? [giName] : [])],
    subcategory: subcategory.name,
    category: category.name,
    divisions: [division.name, division.shortName],
    placesEn: [division.nameEn, category.nameEn, subcategory.nameEn],
    enterprise: product.enterprise.name,
    sizes: product.variantLabels,
  }
}

export function filterMarks(product: IndexedProduct): Array<string> {
  const { division, category, subcategory, enterprise, storage, certificates, seasonMonths } = product
  return [
    ...filterLexemes({
      division: division.code,
      category: category.code,
      subcategory: subcategory.code,
      enterprise: enterprise.id,
      storage,
    }),
    ...certificates.map((certificate) => filterLexeme('certificate', certificate)),
    ...seasonMonths.map((month) => filterLexeme('season', month)),
  ]
}
