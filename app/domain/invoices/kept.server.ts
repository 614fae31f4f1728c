import type { Sql } from '#app/platform/sql.server.ts'

/** What a buyer goes on paying for an order: its total less every refund that has not failed. The caller holds the group. */
export async function readKept(tx: Sql, orderId: string): Promise<number> {
  const [row] = await tx.$queryRaw<Array<{ keptFen: number }>>`SELECT kept_of(${orderId}::uuid) AS "keptFen"`
  return row?.keptFen ?? 0
}
