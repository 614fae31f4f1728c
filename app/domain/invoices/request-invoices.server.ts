import type { Sql } from '#app/platform/sql.server.ts'

/** In the transaction that settles: each enterprise is asked for the invoice of what it sold, once. */
export async function requestInvoices(tx: Sql, groupId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO invoice (id, order_id, enterprise_id, amount_fen, requested_at)
    SELECT gen_random_uuid(), o.id, o.enterprise_id, o.total_fen, ${now}::timestamptz
    FROM order_group g JOIN shop_order o ON o.group_id = g.id
    WHERE g.id = ${groupId}::uuid AND g.invoice IS NOT NULL AND g.invoice <> 'null'
    ON CONFLICT (order_id) DO NOTHING`
}
