import type pg from 'pg'
import { productFigures } from '#app/domain/catalog/product-figures.ts'
import { planLabel } from '../plan/label.ts'
import type { ProductPlan } from '../plan/products.ts'
import { copyRecords, copyRows, type Row } from './copy.ts'
import { keywordsOf, placesOf } from './search.ts'

export const productColumns = [
  'id',
  'slug',
  'enterprise_id',
  'division_code',
  'category_code',
  'subcategory_code',
  'speciality_code',
  'title',
  'title_en',
  'subtitle',
  'subtitle_en',
  'description',
  'description_en',
  'storage',
  'shelf_life_days',
  'season_months',
  'return_rule',
  'is_alcohol',
  'label',
  'gi_name',
  'gi_authorisation',
  'certificates',
  'keywords',
  'dispatch_hours',
  'status',
  'published_at',
  'is_demonstration',
  'created_at',
  'updated_at',
  'min_price_fen',
  'min_unit_price_fen',
  'variant_count',
  'is_in_stock',
]

/** A product without the figures that orders and reviews make; those follow in writeFigures. */
export function productRow(product: ProductPlan): Row {
  const { enterprise, speciality, variants } = product
  const { minPriceFen, minUnitPriceFen, variantCount, isInStock } = productFigures(variants)
  return [
    product.id,
    product.slug,
    enterprise.id,
    enterprise.divisionCode,
    speciality.category,
    placesOf(product).subcategory.code,
    speciality.id,
    product.title,
    product.titleEn,
    product.subtitle,
    product.subtitleEn,
    product.description,
    product.descriptionEn,
    speciality.storage,
    speciality.category === 'craft' ? null : speciality.shelfLifeDays,
    speciality.season,
    speciality.returnRule,
    speciality.isAlcohol,
    JSON.stringify(planLabel(product)),
    speciality.giName,
    product.giAuthorisation,
    product.certificates,
    keywordsOf(speciality),
    product.dispatchHours,
    'published',
    product.publishedAt,
    true,
    product.publishedAt,
    product.publishedAt,
    minPriceFen,
    minUnitPriceFen,
    variantCount,
    isInStock,
  ]
}

export const variantColumns = [
  'id',
  'product_id',
  'enterprise_id',
  'sku',
  'article_number',
  'label',
  'label_en',
  'position',
  'price_fen',
  'was_price_fen',
  'net_grams',
  'min_quantity',
  'max_per_person',
  'is_active',
]

/** Readable handles, which are the enterprises' own numbers, too. */
export function variantRows({ id, enterprise, variants }: ProductPlan): Array<Row> {
  return variants.map((variant, position) => [
    variant.id,
    id,
    enterprise.id,
    variant.sku,
    variant.sku,
    variant.label,
    variant.labelEn,
    position,
    variant.priceFen,
    variant.wasPriceFen,
    variant.netGrams,
    variant.minQuantity,
    variant.maxPerPerson,
    true,
  ])
}

/** Every price that was ever asked, so that 划线价 has its proof. */
export function priceChangeRows({ publishedAt, variants }: ProductPlan): Array<Row> {
  return variants.flatMap(({ id, priceFen, wasPriceFen, reducedAt }) => [
    [id, null, wasPriceFen ?? priceFen, publishedAt],
    ...(wasPriceFen && reducedAt ? [[id, wasPriceFen, priceFen, reducedAt]] : []),
  ])
}

export async function writeCatalogue(
  client: pg.ClientBase,
  products: ReadonlyArray<ProductPlan>,
): Promise<void> {
  await copyRows(client, 'product', productColumns, products.map(productRow))
  await copyRows(client, 'variant', variantColumns, products.flatMap(variantRows))
  await copyRows(
    client,
    'price_change',
    ['variant_id', 'from_fen', 'to_fen', 'changed_at'],
    products.flatMap(priceChangeRows),
  )
  await copyRecords(
    client,
    'batch',
    products.flatMap(({ id, batch }) =>
      batch ? [{ productId: id, ...batch, papers: JSON.stringify(batch.papers) }] : [],
    ),
  )
}
