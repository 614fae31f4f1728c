import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { followAvailability } from './availability.server.ts'
import type { Heaps, StockAct, StockPool } from './stock-act.ts'

export type LockedStock = Heaps & { variantId: number; pool: StockPool; minQuantity: number }

/** A variant's stock, pool by pool in one order for everybody; empty for what is not the enterprise's. */
export async function lockStockOf(
  tx: Sql,
  { enterpriseId }: EnterpriseScope,
  articleNumber: string,
  pools: ReadonlyArray<StockPool>,
): Promise<Array<LockedStock>> {
  return await tx.$queryRaw<Array<LockedStock>>`
    SELECT s.variant_id AS "variantId", s.pool, s.free, s.held, s.sold, v.min_quantity AS "minQuantity"
    FROM stock s JOIN variant v ON v.id = s.variant_id
    WHERE v.article_number = ${articleNumber} AND v.enterprise_id = ${enterpriseId} AND s.pool = ANY(${pools}::text[])
    ORDER BY s.pool FOR NO KEY UPDATE OF s`
}

export type Movement = { delta: number; reason: StockAct | 'moved'; note: string; key: string }

/** What a form did when it was sent before. The caller holds the lock of the stock's row. */
export async function findRecorded(
  tx: Sql,
  { variantId, pool }: LockedStock,
  key: string,
): Promise<Pick<Movement, 'delta' | 'reason'> | undefined> {
  const [recorded] = await tx.$queryRaw<Array<Pick<Movement, 'delta' | 'reason'>>>`
    SELECT delta, reason FROM stock_movement WHERE variant_id = ${variantId} AND pool = ${pool} AND reference = ${key}`
  return recorded
}

/** Units come or go, with their row in the history; shoppers are told what it changes for them. */
export async function moveUnits(
  tx: Sql,
  now: Date,
  { staff }: EnterpriseScope,
  { variantId, pool, free, minQuantity }: LockedStock,
  { delta, reason, note, key }: Movement,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE stock SET free = free + ${delta} WHERE variant_id = ${variantId} AND pool = ${pool}`
  await tx.$executeRaw`
    INSERT INTO stock_movement (variant_id, pool, delta, reason, reference, note, recorded_by, recorded_at)
    VALUES (${variantId}, ${pool}, ${delta}, ${reason}, ${key}, ${note || null}, ${staff.name}, ${now})`
  if (pool === 'online')
    await followAvailability(tx, [{ variantId, before: free, after: free + delta, minQuantity }])
}
