import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isBigId } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { Heaps, StockPool } from './stock-act.ts'

export type PoolStock = Heaps & { pool: StockPool }
export type StockMovementView = {
  id: string
  pool: StockPool
  delta: number
  reason: string
  note: string | null
  by: string
  at: Date
}

export type OpenedStock = {
  articleNumber: string
  title: string
  titleEn: string
  label: string
  labelEn: string
  lowStockAt: number
  isOnSale: boolean
  /** The listing to go to. */
  listing: string | null
  pools: Array<PoolStock>
  /** When the first unit that is being paid for comes back, if nobody pays. */
  heldUntil: Date | null
  movements: Page<StockMovementView>
}

const pageSize = 20

/** One variant of the enterprise's, with what moved it; null for another's. */
export async function openStock(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
  articleNumber: string,
  after: string | null,
): Promise<OpenedStock | null> {
  const sql = sqlOn(pool)
  const [variant] = await sql.$queryRaw<Array<Omit<OpenedStock, 'movements'> & { id: number }>>`
    SELECT v.id, v.article_number AS "articleNumber", p.title, p.title_en AS "titleEn", v.label, v.label_en AS "labelEn",
      v.low_stock_at AS "lowStockAt",
      p.status = 'published' AND v.is_active AS "isOnSale", (SELECT id FROM listing WHERE product_id = p.id) AS listing,
      (SELECT min(expires_at) FROM stock_hold WHERE variant_id = v.id AND status = 'held') AS "heldUntil",
      (SELECT json_agg(json_build_object('pool', pool, 'free', free, 'held', held, 'sold', sold)
         ORDER BY array_position(ARRAY['online', 'exhibition', 'livestream'], pool))
       FROM stock WHERE variant_id = v.id) AS pools
    FROM variant v JOIN product p ON p.id = v.product_id
    WHERE v.article_number = ${articleNumber} AND v.enterprise_id = ${enterpriseId}`
  if (!variant) return null
  const { id, ...shown } = variant
  return { ...shown, pools: shown.pools ?? [], movements: await listMovements(sql, id, after) }
}

/** The latest first. */
async function listMovements(
  sql: Sql,
  variantId: number,
  after: string | null,
): Promise<Page<StockMovementView>> {
  const [lastAt, lastId] = readCursor(after, isInstant, isBigId) ?? [null, null]
  const rows = await sql.$queryRaw<Array<StockMovementView>>`
    SELECT m.id::text, m.pool, m.delta, m.reason, m.note, COALESCE(s.name, m.recorded_by) AS by, m.recorded_at AS at
    FROM stock_movement m LEFT JOIN staff s ON s.login = m.recorded_by
    WHERE m.variant_id = ${variantId}
      AND (${lastAt}::timestamptz IS NULL OR (m.recorded_at, m.id) < (${lastAt}::timestamptz, ${lastId}::bigint))
    ORDER BY m.recorded_at DESC, m.id DESC LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? items.at(-1) : undefined
  return { items, next: last ? encodeCursor([last.at.toISOString(), last.id]) : null }
}
