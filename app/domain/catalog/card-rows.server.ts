import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { fen } from '#app/kernel/money.ts'
import type { DivisionRow } from './places.ts'
import type { ProductCard } from './product-card.ts'
import { readStorage } from './storage.ts'

/** A product as lists read it, in both languages. */
export type CardRow = {
  id: number
  slug: string
  title: string
  titleEn: string
  divisionCode: string
  categoryCode: string
  subcategoryCode: string
  minPriceFen: number
  minUnitPriceFen: number | null
  variantCount: number
  isInStock: boolean
  storage: string
  certificates: Array<string>
  isGi: boolean
  salesCount: number
  ratingSum: number
  ratingCount: number
  pictureKey: string | null
  alt: string | null
  altEn: string | null
  sku: string | null
  /** Value of the sort column, for the next page's cursor. */
  sortValue: string
}

/** Columns of product that cards and filters need, and no wide one. */
export const cardColumns = `id, slug, title, title_en, division_code, category_code, subcategory_code, enterprise_id,
  min_price_fen, min_unit_price_fen, variant_count, is_in_stock, storage, certificates, season_months, gi_name,
  gi_authorisation, sales_count, rating_sum, rating_count, picture_key, score, published_at`

/** Makes card rows of `source`, a subquery with the columns above; the two lateral reads cost one index look each. */
export function cardSelect(source: string, sortValue: string, orderBy: string): string {
  return `
  SELECT p.id, p.slug, p.title, p.title_en AS "titleEn", p.division_code AS "divisionCode",
    p.category_code AS "categoryCode", p.subcategory_code AS "subcategoryCode", p.min_price_fen AS "minPriceFen",
    p.min_unit_price_fen AS "minUnitPriceFen", p.variant_count AS "variantCount", p.is_in_stock AS "isInStock",
    p.storage, p.certificates, (p.gi_name IS NOT NULL AND p.gi_authorisation IS NOT NULL) AS "isGi",
    p.sales_count AS "salesCount", p.rating_sum AS "ratingSum", p.rating_count AS "ratingCount",
    p.picture_key AS "pictureKey", picture.alt, picture.alt_en AS "altEn", single.sku,
    ${sortValue} AS "sortValue"
  FROM (${source}) p
  LEFT JOIN LATERAL (
    SELECT alt, alt_en FROM product_picture WHERE product_id = p.id ORDER BY position LIMIT 1
  ) picture ON true
  LEFT JOIN LATERAL (
    SELECT sku FROM variant WHERE product_id = p.id AND is_active ORDER BY position LIMIT 1
  ) single ON p.variant_count = 1
  ORDER BY ${orderBy}`
}

export function toCard(
  row: CardRow,
  divisions: ReadonlyMap<string, Pick<DivisionRow, 'shortName' | 'nameEn'>>,
  locale: Locale,
): ProductCard {
  const division = divisions.get(row.divisionCode)
  const title = inLocale(locale, row.title, row.titleEn)
  return {
    slug: row.slug,
    title,
    divisionCode: row.divisionCode,
    divisionName: division ? inLocale(locale, division.shortName, division.nameEn) : '',
    minPriceFen: fen(row.minPriceFen),
    minUnitPriceFen: row.minUnitPriceFen === null ? null : fen(row.minUnitPriceFen),
    hasChoice: row.variantCount > 1,
    sku: row.sku,
    isInStock: row.isInStock,
    isColdChain: readStorage(row.storage) !== 'ambient',
    isGi: row.isGi,
    pictureKey: row.pictureKey,
    pictureAlt: inLocale(locale, row.alt ?? row.title, row.altEn ?? title),
  }
}
