import type { Sql } from '#app/platform/sql.server.ts'

/** 销量 of the group's products: units sold, less those whose money was given back (countRefund). */
export async function countSale(tx: Sql, groupId: string): Promise<void> {
  const sold = await tx.$queryRaw<Array<Units>>`
    SELECT l.product_id AS "productId", sum(l.quantity)::int AS units
    FROM shop_order o JOIN order_line l ON l.order_id = o.id WHERE o.group_id = ${groupId}::uuid GROUP BY 1`
  await addToSales(tx, sold, 1)
}

/** Takes a refund's units out of the count (1), or puts them back (-1). Who buys and cancels makes nothing popular. */
export async function countRefund(tx: Sql, refundId: string, sign: 1 | -1): Promise<void> {
  const back = await tx.$queryRaw<Array<Units>>`
    SELECT l.product_id AS "productId", sum(b.quantity)::int AS units
    FROM refund_line b JOIN order_line l ON l.id = b.order_line_id
    WHERE b.refund_id = ${refundId}::uuid AND b.quantity > 0 GROUP BY 1`
  await addToSales(tx, back, sign === 1 ? -1 : 1)
}

type Units = { productId: number; units: number }

/** Products are locked in order of id, as everywhere: two groups with the same ones cannot wait for each other (T05). */
async function addToSales(tx: Sql, changes: ReadonlyArray<Units>, sign: 1 | -1): Promise<void> {
  if (changes.length === 0) return
  await tx.$executeRaw`
    WITH change AS (
      SELECT * FROM unnest(${changes.map((change) => change.productId)}::int[],
        ${changes.map((change) => sign * change.units)}::int[]) AS c (product_id, units)
    ), locked AS (
      SELECT p.id, c.units FROM product p JOIN change c ON c.product_id = p.id ORDER BY p.id FOR NO KEY UPDATE OF p
    )
    UPDATE product p SET sales_count = greatest(0, p.sales_count + l.units) FROM locked l WHERE p.id = l.id`
}
