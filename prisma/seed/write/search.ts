import type pg from 'pg'
import { type IndexedText, indexText, vectorText } from '#app/domain/search/index-text.ts'
import { filterLexeme, filterLexemes } from '#app/domain/search/lexemes.ts'
import { categories } from '../data/categories.ts'
import { divisionTexts } from '../data/divisions.ts'
import type { ProductPlan } from '../plan/products.ts'
import { copyRows } from './copy.ts'

/** Fills the search column. */
export async function writeSearch(
  client: pg.ClientBase,
  products: ReadonlyArray<ProductPlan>,
): Promise<void> {
  await client.query('CREATE TEMP TABLE indexed (id int PRIMARY KEY, vector tsvector) ON COMMIT DROP')
  await copyRows(
    client,
    'indexed',
    ['id', 'vector'],
    products.map((product) => [product.id, searchVector(product)]),
  )
  await client.query('UPDATE product SET search_vector = vector FROM indexed WHERE indexed.id = product.id')
}

/** Text of the tsvector of a product: its words, and the marks of the filters it answers to. */
export function searchVector(product: ProductPlan): string {
  return vectorText(indexText(indexedText(product)), filterMarks(product))
}

export function indexedText(product: ProductPlan): IndexedText {
  const { speciality } = product
  const { category, subcategory, division } = placesOf(product)
  return {
    title: product.title,
    titleEn: product.titleEn,
    keywords: [
      speciality.name,
      speciality.text.nameEn,
      speciality.text.wordsEn,
      ...speciality.keywords,
      ...(speciality.giName ? [speciality.giName] : []),
    ],
    subcategory: subcategory.name,
    category: category.name,
    divisions: [division.name, division.shortName],
    placesEn: [division.nameEn, category.nameEn, subcategory.nameEn],
    enterprise: product.enterprise.name,
    sizes: product.variants.map(({ label }) => label),
  }
}

export function filterMarks(product: ProductPlan): Array<string> {
  const { category, subcategory, division } = placesOf(product)
  return [
    ...filterLexemes({
      division: division.code,
      category: category.code,
      subcategory: subcategory.code,
      enterprise: product.enterprise.id,
      storage: product.speciality.storage,
    }),
    ...product.certificates.map((certificate) => filterLexeme('certificate', certificate)),
    ...product.speciality.season.map((month) => filterLexeme('season', month)),
  ]
}

/** @throws Error when the data name a place or a kind that is not there. */
export function placesOf({ speciality, enterprise }: Pick<ProductPlan, 'speciality' | 'enterprise'>) {
  const category = categories.find(({ code }) => code === speciality.category)
  const subcategory = category?.children.find(({ name }) => name === speciality.subcategory)
  const division = divisionTexts.find(({ code }) => code === enterprise.divisionCode)
  if (!category || !subcategory || !division)
    throw new Error(`${speciality.id} has no place in the catalogue`)
  return { category, subcategory, division }
}
