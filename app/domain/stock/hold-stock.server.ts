import { timeOrderedId } from '#app/kernel/ids.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { followAvailability, type StockChange } from './availability.server.ts'

/**
 * Takes units from free to held for a group: all of them, or the caller rolls back (the result says which variants
 * could be held). Rows are locked in order of variant, so that two carts cannot wait for each other (T05).
 */
export async function holdStock(
  tx: Sql,
  {
    groupId,
    demand,
    now,
    expiresAt,
  }: { groupId: string; demand: ReadonlyMap<number, number>; now: Date; expiresAt: Date },
): Promise<Set<number>> {
  const variantIds = [...demand.keys()].sort((a, b) => a - b)
  const quantities = variantIds.map((id) => demand.get(id) ?? 0)
  const changes = await tx.$queryRaw<Array<StockChange>>`
    WITH wanted AS (
      SELECT * FROM unnest(${variantIds}::int[], ${quantities}::int[]) AS w (variant_id, quantity)
    ), locked AS (
      SELECT s.variant_id, w.quantity FROM stock s JOIN wanted w ON w.variant_id = s.variant_id
      WHERE s.pool = 'online' ORDER BY s.variant_id FOR NO KEY UPDATE OF s
    )
    UPDATE stock s SET free = s.free - l.quantity, held = s.held + l.quantity
    FROM locked l JOIN variant v ON v.id = l.variant_id
    WHERE s.variant_id = l.variant_id AND s.pool = 'online' AND s.free >= l.quantity
    RETURNING s.variant_id AS "variantId", s.free + l.quantity AS before, s.free AS after, v.min_quantity AS "minQuantity"`
  if (changes.length === variantIds.length) {
    const ids = variantIds.map(() => timeOrderedId(now))
    await tx.$executeRaw`
      INSERT INTO stock_hold (id, group_id, variant_id, quantity, expires_at)
      SELECT id, ${groupId}::uuid, variant_id, quantity, ${expiresAt}::timestamptz
      FROM unnest(${ids}::uuid[], ${variantIds}::int[], ${quantities}::int[]) AS w (id, variant_id, quantity)`
    await followAvailability(tx, changes)
  }
  return new Set(changes.map((change) => change.variantId))
}
