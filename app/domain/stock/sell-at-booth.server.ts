import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { followAvailability, type StockChange } from './availability.server.ts'

/** `ref` is the sale's, so that its units leave once. */
export type BoothUnits = { ref: string; variantId: number; quantity: number }
type Shelf = { variantId: number; pool: string; free: number; minQuantity: number }
type Taken = BoothUnits & { pool: string }

/**
 * What was handed over at a booth leaves its pool: the exhibition's if the variant has one, else the shop's, where it
 * races with orders (T11). A sale that finds too few takes what is there, and somebody is told: it has happened
 * (docs/decisions/0016). The caller has made sure that each sale is new.
 */
export async function sellAtBooth(
  tx: Sql,
  now: Date,
  by: string,
  sales: ReadonlyArray<BoothUnits>,
): Promise<void> {
  if (sales.length === 0) return
  const shelves = await lockShelves(tx, sales)
  const taken = sales.flatMap((sale) => takeFrom(shelves.get(sale.variantId), sale))
  await writeTaken(tx, shelves, taken)
  await writeMovements(tx, now, by, taken)
  for (const { variantId, pool, missing } of shortages(sales, taken, shelves))
    await raiseAlarm(tx, now, {
      kind: 'pool-short',
      reference: `${variantId}:${pool}`,
      detail: { variantId, pool, missing },
    })
}

/** Before a sale is read as short: the rows of one variant are locked, in order of variant (T05). */
async function lockShelves(tx: Sql, sales: ReadonlyArray<BoothUnits>): Promise<Map<number, Shelf>> {
  const shelves = await tx.$queryRaw<Array<Shelf>>`
    SELECT s.variant_id AS "variantId", s.pool, s.free, v.min_quantity AS "minQuantity"
    FROM stock s JOIN variant v ON v.id = s.variant_id
    WHERE s.variant_id = ANY(${sales.map((sale) => sale.variantId)}::int[]) AND (s.pool = 'exhibition' OR s.pool = 'online'
      AND NOT EXISTS (SELECT FROM stock o WHERE o.variant_id = s.variant_id AND o.pool = 'exhibition'))
    ORDER BY s.variant_id FOR NO KEY UPDATE OF s`
  return new Map(shelves.map((shelf) => [shelf.variantId, { ...shelf }]))
}

/** Lowers the shelf's free units, of which the next sale takes. */
function takeFrom(shelf: Shelf | undefined, sale: BoothUnits): Array<Taken> {
  if (!shelf) return []
  const quantity = Math.min(shelf.free, sale.quantity)
  shelf.free -= quantity
  return quantity > 0 ? [{ ...sale, quantity, pool: shelf.pool }] : []
}

async function writeTaken(
  tx: Sql,
  shelves: ReadonlyMap<number, Shelf>,
  taken: ReadonlyArray<Taken>,
): Promise<void> {
  if (taken.length === 0) return
  const sums = sumByVariant(taken)
  const changes = await tx.$queryRaw<Array<StockChange & { pool: string }>>`
    UPDATE stock s SET free = s.free - t.quantity
    FROM jsonb_to_recordset(${JSON.stringify(
      [...sums].map(([id, quantity]) => ({ id, quantity, pool: shelves.get(id)?.pool })),
    )}::jsonb) AS t (id int, quantity int, pool text) JOIN variant v ON v.id = t.id
    WHERE s.variant_id = t.id AND s.pool = t.pool AND s.free >= t.quantity
    RETURNING s.variant_id AS "variantId", s.pool, s.free + t.quantity AS before, s.free AS after,
      v.min_quantity AS "minQuantity"`
  if (changes.length !== sums.size) throw new Error('a booth took units that others had taken')
  await followAvailability(
    tx,
    changes.filter(({ pool }) => pool === 'online'),
  )
}

async function writeMovements(tx: Sql, now: Date, by: string, taken: ReadonlyArray<Taken>): Promise<void> {
  if (taken.length === 0) return
  await tx.$executeRaw`
    INSERT INTO stock_movement (variant_id, pool, delta, reason, reference, recorded_by, recorded_at)
    SELECT "variantId", pool, -quantity, 'booth-sale', ref, ${by}, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) AS t ("variantId" int, pool text, quantity int, ref text)`
}

function shortages(
  sales: ReadonlyArray<BoothUnits>,
  taken: ReadonlyArray<Taken>,
  shelves: ReadonlyMap<number, Shelf>,
) {
  const had = sumByVariant(taken)
  return [...sumByVariant(sales)].flatMap(([variantId, wanted]) => {
    const shelf = shelves.get(variantId)
    const missing = wanted - (had.get(variantId) ?? 0)
    return shelf && missing > 0 ? [{ variantId, pool: shelf.pool, missing }] : []
  })
}

function sumByVariant(units: ReadonlyArray<BoothUnits>): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { variantId, quantity } of units) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity)
  return sums
}

/** What a voided sale had taken goes back to where it came from, once. */
export async function returnFromBooth(tx: Sql, now: Date, by: string, ref: string): Promise<void> {
  const changes = await tx.$queryRaw<Array<StockChange & { pool: string }>>`
    WITH gone AS (
      SELECT variant_id, pool, -delta AS quantity FROM stock_movement WHERE reference = ${ref} AND reason = 'booth-sale'
        AND NOT EXISTS (SELECT FROM stock_movement WHERE reference = ${ref} AND reason = 'booth-void')
    ), moved AS (
      INSERT INTO stock_movement (variant_id, pool, delta, reason, reference, recorded_by, recorded_at)
      SELECT variant_id, pool, quantity, 'booth-void', ${ref}, ${by}, ${now}::timestamptz FROM gone
    )
    UPDATE stock s SET free = s.free + g.quantity FROM gone g JOIN variant v ON v.id = g.variant_id
    WHERE s.variant_id = g.variant_id AND s.pool = g.pool
    RETURNING s.variant_id AS "variantId", s.pool, s.free - g.quantity AS before, s.free AS after,
      v.min_quantity AS "minQuantity"`
  await followAvailability(
    tx,
    changes.filter(({ pool }) => pool === 'online'),
  )
}
