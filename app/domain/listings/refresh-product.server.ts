import { type FiguredVariant, productFigures } from '#app/domain/catalog/product-figures.ts'
import { type IndexedProduct, productVector } from '#app/domain/search/product-vector.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** What a product repeats of its variants, from the variants. The caller has written, and so locked, its row. */
export async function refreshFigures(tx: Sql, productId: number): Promise<void> {
  const variants = await tx.$queryRaw<Array<FiguredVariant>>`
    SELECT v.price_fen AS "priceFen", v.net_grams AS "netGrams", v.min_quantity AS "minQuantity", coalesce(s.free, 0) AS free
    FROM variant v LEFT JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
    WHERE v.product_id = ${productId} AND v.is_active`
  const { minPriceFen, minUnitPriceFen, variantCount, isInStock } = productFigures(variants)
  await tx.$executeRaw`
    UPDATE product SET min_price_fen = ${minPriceFen}, min_unit_price_fen = ${minUnitPriceFen},
      variant_count = ${variantCount}, is_in_stock = ${isInStock}
    WHERE id = ${productId}`
}

/** Figures and search vector, after anything of a product has changed. */
export async function refreshProduct(tx: Sql, productId: number): Promise<void> {
  await refreshFigures(tx, productId)
  const [product] = await tx.$queryRaw<Array<IndexedProduct & { tier: number }>>`
    SELECT p.title, p.title_en AS "titleEn", p.keywords, p.gi_name AS "giName", p.storage, p.certificates,
      p.season_months AS "seasonMonths", json_build_object('id', e.id, 'name', e.name) AS enterprise,
      json_build_object('code', d.code, 'name', d.name, 'nameEn', d.name_en, 'shortName', d.short_name) AS division,
      json_build_object('code', c.code, 'name', c.name, 'nameEn', c.name_en) AS category,
      json_build_object('code', s.code, 'name', s.name, 'nameEn', s.name_en) AS subcategory,
      ARRAY (SELECT label FROM variant WHERE product_id = p.id AND is_active ORDER BY position) AS "variantLabels",
      (SELECT CASE WHEN count(*) < 1000 THEN 0 WHEN count(*) < 10000 THEN 1 ELSE 2 END FROM (
        SELECT FROM product better WHERE better.status = 'published' AND (better.score, better.id) > (p.score, p.id) LIMIT 10000
      ) AS few)::int AS tier
    FROM product p JOIN enterprise e ON e.id = p.enterprise_id JOIN division d ON d.code = p.division_code
      JOIN category c ON c.code = p.category_code JOIN category s ON s.code = p.subcategory_code
    WHERE p.id = ${productId}`
  if (!product) throw new Error('a product that was written has no row')
  await tx.$executeRaw`
    UPDATE product SET search_tier = ${product.tier}, search_vector = ${productVector(product)}::tsvector
    WHERE id = ${productId}`
}
