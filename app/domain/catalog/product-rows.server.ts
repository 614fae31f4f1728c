import type { Pool } from 'pg'

export type VariantRow = {
  sku: string
  label: string
  labelEn: string
  priceFen: number
  wasPriceFen: number | null
  netGrams: number | null
  minQuantity: number
  maxPerPerson: number | null
  free: number
}
type PictureRow = { key: string; kind: string; ground: string; alt: string; altEn: string }
type BatchRow = { code: string; producedOn: string; expiresOn: string | null; papers: unknown }

export type ProductRow = {
  id: number
  slug: string
  title: string
  titleEn: string
  subtitle: string
  subtitleEn: string
  description: string
  descriptionEn: string
  divisionCode: string
  categoryCode: string
  subcategoryCode: string
  specialityCode: string | null
  storage: string
  shelfLifeDays: number | null
  seasonMonths: Array<number>
  returnRule: string
  isAlcohol: boolean
  label: unknown
  giName: string | null
  giAuthorisation: string | null
  certificates: Array<string>
  dispatchHours: number
  isDemonstration: boolean
  publishedAt: Date
  updatedAt: Date
  minPriceFen: number
  minUnitPriceFen: number | null
  isInStock: boolean
  salesCount: number
  ratingSum: number
  ratingCount: number
  enterpriseId: number
  seller: {
    slug: string
    name: string
    nameEn: string
    kind: string
    town: string | null
    freeShippingFen: number | null
    ambientFeeFen: number
    chilledFeeFen: number
    frozenFeeFen: number
    isDemonstration: boolean
  }
  variants: Array<VariantRow>
  pictures: Array<PictureRow>
  batches: Array<BatchRow>
}

/** A published product of an active enterprise with all that hangs on it, in one query. */
export async function findProductRow(pool: Pool, slug: string): Promise<ProductRow | null> {
  const { rows } = await pool.query<ProductRow>({ name: 'product-page', text: productSql, values: [slug] })
  return rows[0] ?? null
}

// The struck-out price must be one that was really asked: the history of changes has to hold it.
const variantsSql = `
  SELECT coalesce(json_agg(json_build_object(
    'sku', v.sku, 'label', v.label, 'labelEn', v.label_en, 'priceFen', v.price_fen,
    'wasPriceFen', CASE WHEN EXISTS (
      SELECT FROM price_change c WHERE c.variant_id = v.id AND v.was_price_fen IN (c.from_fen, c.to_fen)
    ) THEN v.was_price_fen END,
    'netGrams', v.net_grams, 'minQuantity', v.min_quantity, 'maxPerPerson', v.max_per_person,
    'free', coalesce(s.free, 0)) ORDER BY v.position, v.id), '[]')
  FROM variant v LEFT JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
  WHERE v.product_id = p.id AND v.is_active`

const picturesSql = `
  SELECT coalesce(json_agg(json_build_object('key', key, 'kind', kind, 'ground', ground, 'alt', alt, 'altEn', alt_en)
    ORDER BY position), '[]')
  FROM product_picture WHERE product_id = p.id`

const batchesSql = `
  SELECT coalesce(json_agg(json_build_object('code', coalesce(nullif(own_code, ''), code), 'producedOn', produced_on,
    'expiresOn', expires_on, 'papers', papers) ORDER BY produced_on DESC, code), '[]')
  FROM (SELECT * FROM batch WHERE product_id = p.id ORDER BY produced_on DESC, id DESC LIMIT 3) latest`

const productSql = `
  SELECT p.id, p.slug, p.title, p.title_en AS "titleEn", p.subtitle, p.subtitle_en AS "subtitleEn", p.description,
    p.description_en AS "descriptionEn", p.division_code AS "divisionCode", p.category_code AS "categoryCode",
    p.subcategory_code AS "subcategoryCode", p.speciality_code AS "specialityCode", p.storage,
    p.shelf_life_days AS "shelfLifeDays", p.season_months AS "seasonMonths", p.return_rule AS "returnRule",
    p.is_alcohol AS "isAlcohol", p.label, p.gi_name AS "giName", p.gi_authorisation AS "giAuthorisation",
    p.certificates, p.dispatch_hours AS "dispatchHours", p.is_demonstration AS "isDemonstration",
    p.published_at AS "publishedAt", p.updated_at AS "updatedAt", p.min_price_fen AS "minPriceFen",
    p.min_unit_price_fen AS "minUnitPriceFen", p.is_in_stock AS "isInStock", p.sales_count AS "salesCount",
    p.rating_sum AS "ratingSum", p.rating_count AS "ratingCount", p.enterprise_id AS "enterpriseId",
    json_build_object('slug', e.slug, 'name', e.name, 'nameEn', e.name_en, 'kind', e.kind, 'town', e.town,
      'freeShippingFen', e.free_shipping_fen, 'ambientFeeFen', e.ambient_fee_fen, 'chilledFeeFen', e.chilled_fee_fen,
      'frozenFeeFen', e.frozen_fee_fen, 'isDemonstration', e.is_demonstration) AS seller,
    (${variantsSql}) AS variants, (${picturesSql}) AS pictures, (${batchesSql}) AS batches
  FROM product p JOIN enterprise e ON e.id = p.enterprise_id AND e.status = 'active'
  WHERE p.slug = $1 AND p.status = 'published'`
