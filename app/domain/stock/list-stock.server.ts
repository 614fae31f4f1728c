import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { isIntegerId } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Heaps } from './stock-act.ts'
import type { StockQuery } from './stock-query.ts'

export type StockItem = Heaps & {
  articleNumber: string
  title: string
  titleEn: string
  label: string
  labelEn: string
  pictureKey: string | null
  lowStockAt: number
  /** Free units that are kept for fairs and livestreams. */
  elsewhere: number
  isOnSale: boolean
}

type Row = StockItem & { productId: number; variantId: number }

const pageSize = 30

/** What an enterprise has of each variant for the shop, the newest goods first. */
export async function listStock(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
  { state, text, after }: StockQuery,
): Promise<Page<StockItem>> {
  const [lastProduct, lastVariant] = readCursor(after, isIntegerId, isIntegerId) ?? [null, null]
  const pattern = text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT p.id AS "productId", v.id AS "variantId", v.article_number AS "articleNumber", p.title, p.title_en AS "titleEn", v.label,
      v.label_en AS "labelEn", p.picture_key AS "pictureKey", s.free, s.held, s.sold, v.low_stock_at AS "lowStockAt", p.status = 'published' AND v.is_active AS "isOnSale",
      (SELECT coalesce(sum(o.free), 0)::int FROM stock o WHERE o.variant_id = v.id AND o.pool <> 'online') AS elsewhere
    FROM product p JOIN variant v ON v.product_id = p.id JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
    WHERE p.enterprise_id = ${enterpriseId}
      AND (${pattern}::text IS NULL OR p.title ILIKE ${pattern} OR v.article_number ILIKE ${pattern})
      AND CASE ${state}::text WHEN 'low' THEN s.free <= v.low_stock_at AND v.is_active AND p.status = 'published'
        WHEN 'out' THEN s.free < v.min_quantity AND v.is_active AND p.status = 'published' ELSE true END
      AND (${lastProduct}::int IS NULL OR (p.id, v.id) < (${lastProduct}::int, ${lastVariant}::int))
    ORDER BY p.id DESC, v.id DESC LIMIT ${pageSize + 1}`
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return { items: shown, next: last ? encodeCursor([last.productId, last.variantId]) : null }
}
