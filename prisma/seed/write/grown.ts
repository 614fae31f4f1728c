import type { KnownPicture } from '../grow.ts'
import type { GrownProduct } from '../plan/growth.ts'
import { priceChangeRows, productColumns, productRow, variantColumns, variantRows } from './catalogue.ts'
import type { Row } from './copy.ts'
import type { GrownVectors } from './grown-vector.ts'

/** Table by table, in the order in which foreign keys want them. */
export const grownColumns = {
  product: [
    ...productColumns,
    'sales_count',
    'rating_sum',
    'rating_count',
    'score',
    'picture_key',
    'search_tier',
    'search_vector',
  ],
  variant: variantColumns,
  price_change: ['variant_id', 'from_fen', 'to_fen', 'changed_at'],
  stock: ['variant_id', 'free'],
  stock_movement: ['variant_id', 'delta', 'reason', 'recorded_by', 'recorded_at'],
  product_picture: ['product_id', 'position', 'key', 'kind', 'ground', 'alt', 'alt_en'],
} as const satisfies Record<string, ReadonlyArray<string>>

export function grownRows(
  products: ReadonlyArray<GrownProduct>,
  pictures: ReadonlyMap<number, KnownPicture>,
  tierOfProduct: (product: GrownProduct) => number,
  vectorOf: GrownVectors,
): Record<keyof typeof grownColumns, Array<Row>> {
  const variants = products.flatMap((product) => product.variants.map((variant) => ({ ...variant, product })))
  return {
    product: products.map((product) => [
      ...productRow(product),
      product.salesCount,
      product.ratingSum,
      product.ratingCount,
      product.score,
      pictures.get(product.originalId)?.key ?? null,
      tierOfProduct(product),
      vectorOf(product),
    ]),
    variant: products.flatMap(variantRows),
    price_change: products.flatMap(priceChangeRows),
    stock: variants.map(({ id, free }) => [id, free]),
    stock_movement: variants
      .filter(({ free }) => free > 0)
      .map(({ id, free, product }) => [id, free, 'initial', 'seed', product.publishedAt]),
    product_picture: products.flatMap(({ id, originalId }) => {
      const picture = pictures.get(originalId)
      return picture ? [[id, 0, picture.key, 'hero', picture.ground, picture.alt, picture.altEn]] : []
    }),
  }
}
