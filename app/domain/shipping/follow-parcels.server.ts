import type { Sql } from '#app/platform/sql.server.ts'

/** Orders of which something was sent stand where their parcels are: partly shipped until nothing is left to send. */
export async function followParcels(tx: Sql, groupId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE shop_order o SET status = s.status FROM (
      SELECT o.id, CASE WHEN EXISTS (SELECT FROM unsent_line u WHERE u.order_id = o.id)
        THEN 'partly-shipped' ELSE 'shipped' END AS status
      FROM shop_order o
      WHERE o.group_id = ${groupId}::uuid AND o.status IN ('to-ship', 'partly-shipped')
        AND EXISTS (SELECT FROM parcel p WHERE p.order_id = o.id AND p.shipped_at IS NOT NULL)
    ) s WHERE o.id = s.id AND o.status <> s.status`
}
