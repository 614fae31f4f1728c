import type pg from 'pg'
import { type IndexedProduct, productVector } from '#app/domain/search/product-vector.ts'
import { categories } from '../data/categories.ts'
import { divisionTexts } from '../data/divisions.ts'
import type { ProductPlan } from '../plan/products.ts'
import type { Speciality } from '../plan/specialities.ts'
import { copyRecords } from './copy.ts'

/** Fills the search column. */
export async function writeSearch(
  client: pg.ClientBase,
  products: ReadonlyArray<ProductPlan>,
): Promise<void> {
  await client.query('CREATE TEMP TABLE indexed (id int PRIMARY KEY, vector tsvector) ON COMMIT DROP')
  await copyRecords(
    client,
    'indexed',
    products.map((product) => ({ id: product.id, vector: productVector(indexedProduct(product)) })),
  )
  await client.query('UPDATE product SET search_vector = vector FROM indexed WHERE indexed.id = product.id')
}

export function indexedProduct(product: ProductPlan): IndexedProduct {
  const { speciality, enterprise, title, titleEn, certificates } = product
  return {
    title,
    titleEn,
    keywords: keywordsOf(speciality),
    giName: speciality.giName,
    variantLabels: product.variants.map(({ label }) => label),
    ...placesOf(product),
    enterprise,
    storage: speciality.storage,
    certificates,
    seasonMonths: speciality.season,
  }
}

/** What else people call goods of a kind, in both languages. */
export function keywordsOf({ name, text, keywords }: Speciality): Array<string> {
  return [...new Set([name, ...`${text.nameEn}, ${text.wordsEn}`.split(', '), ...keywords])]
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
