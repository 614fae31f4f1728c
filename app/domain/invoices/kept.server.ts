import type { Sql } from '#app/platform/sql.server.ts'

/** What a buyer goes on paying for an order: its total less every refund that has not failed. The caller holds the group. */
export async function readKept(tx: Sql, orderId: string): Promise<number> {
  const [row] = await tx.$queryRaw<Array<{ keptFen: number }>>`
    SELECT (o.total_fen - COALESCE((
        SELECT sum(b.amount_fen) FROM refund_line b JOIN order_line l ON l.id = b.order_line_id
        JOIN refund r ON r.id = b.refund_id WHERE l.order_id = o.id AND r.status <> 'failed'), 0)
      - COALESCE((
        SELECT sum(b.amount_fen) FROM refund_shipping b JOIN refund r ON r.id = b.refund_id
        WHERE b.order_id = o.id AND r.status <> 'failed'), 0))::int AS "keptFen"
    FROM shop_order o WHERE o.id = ${orderId}::uuid`
  return row?.keptFen ?? 0
}
