import type { Sql } from '#app/platform/sql.server.ts'
import { readKept } from './kept.server.ts'

type Invoiced = { id: string; orderId: string; openFen: number }

/**
 * No refund of an invoiced order without its red-letter record (红字): what is invoiced, less what was reversed, is
 * what the buyer goes on paying. The record stands in the transaction of the refund; the enterprise follows with the
 * number, for the buyer's money does not wait for it. The caller holds the group.
 */
export async function reverseInvoices(
  tx: Sql,
  now: Date,
  { groupId, refundId }: { groupId: string; refundId: string },
): Promise<void> {
  const invoiced = await tx.$queryRaw<Array<Invoiced>>`
    SELECT i.id, i.order_id AS "orderId", (i.amount_fen - COALESCE((
      SELECT sum(v.amount_fen) FROM invoice_reversal v WHERE v.invoice_id = i.id), 0))::int AS "openFen"
    FROM invoice i JOIN shop_order o ON o.id = i.order_id
    WHERE o.group_id = ${groupId}::uuid AND i.status = 'issued'`
  for (const { id, orderId, openFen } of invoiced) {
    const amountFen = openFen - (await readKept(tx, orderId))
    if (amountFen <= 0) continue
    await tx.$executeRaw`
      INSERT INTO invoice_reversal (id, invoice_id, refund_id, amount_fen, created_at)
      VALUES (gen_random_uuid(), ${id}::uuid, ${refundId}::uuid, ${amountFen}::int, ${now})`
  }
}

/** A refund that failed takes nothing back. What has its number already stays: the tax authority knows it. */
export async function dropReversals(tx: Sql, refundId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM invoice_reversal WHERE refund_id = ${refundId}::uuid AND number IS NULL`
}
