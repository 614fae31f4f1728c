import { correctEntries } from '#app/domain/sales/append-entries.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { findVariant } from './find-variant.server.ts'
import type { ProductKey } from './matching-queue.server.ts'
import { teachProducts } from './platform-products.server.ts'

export type TakeBackRefusal = Failure<'nothing-posted'>

/**
 * Takes back what was posted of a product of the platform as one of ours that it is not: each entry is answered by its
 * negative, at its own moment, and the orders wait until somebody says what it is. Again it takes back nothing.
 * @param sku what it was posted as: what a colleague has matched meanwhile stays
 */
export async function takeBack(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  key: ProductKey,
  { sku, reason }: { sku: string; reason: string },
): Promise<Result<{ orders: number }, TakeBackRefusal>> {
  const now = clock.now()
  const by = scope.staff.staffId
  return await withTransaction(pool, async (tx): Promise<Result<{ orders: number }, TakeBackRefusal>> => {
    await teachProducts(tx)
    const variant = await findVariant(tx, sku)
    const entries = variant ? await unpost(tx, now, key, variant.id) : []
    if (!variant || entries.length === 0) return failure('nothing-posted')
    await correctEntries(
      tx,
      now,
      entries.map(({ id }) => id),
      { by, note: reason, isAtOnce: true },
    )
    await unlearn(tx, now, by, key)
    const orders = new Set(entries.map(({ subOrder }) => subOrder)).size
    await writeAudit(tx, now, scope, {
      action: 'take-back-product',
      subject: ['platform-product', key.externalId],
      before: { spec: key.spec, variant: variant.named, orders },
      reason,
    })
    return success({ orders })
  })
}

/** The entries that stood for its orders. No import is under way meanwhile, so none is missed. */
async function unpost(
  tx: Sql,
  now: Date,
  { externalId, spec }: ProductKey,
  variantId: number,
): Promise<Array<{ id: bigint; subOrder: string }>> {
  return await tx.$queryRaw<Array<{ id: bigint; subOrder: string }>>`
    WITH taken AS (
      UPDATE platform_order SET status = 'unmatched', variant_id = NULL, livestream_id = NULL, exhibition_id = NULL,
        posted_fen = 0, taken_back = taken_back + 1, updated_at = ${now}::timestamptz
      WHERE status = 'posted' AND platform = 'douyin' AND external_id = ${externalId} AND spec = ${spec}
        AND variant_id = ${variantId}
      RETURNING sub_order, refunds, old.taken_back AS before
    ), sold AS (
      SELECT sub_order, refunds, 'douyin:' || sub_order || CASE before WHEN 0 THEN '' ELSE ':again:' || before END AS ref FROM taken
    )
    SELECT e.id, s.sub_order AS "subOrder" FROM sold s CROSS JOIN generate_series(0, s.refunds) AS refund
    JOIN sale_entry e ON e.source = 'import' AND e.external_ref = s.ref || CASE refund WHEN 0 THEN '' ELSE ':refund:' || refund END
    ORDER BY e.id`
}

/** Its code, too, says nothing from now on. */
async function unlearn(tx: Sql, now: Date, by: string, { externalId, spec }: ProductKey): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO platform_product (platform, external_id, spec, variant_id, is_taken_back, learned_by, learned_at)
    VALUES ('douyin', ${externalId}, ${spec}, NULL, true, ${by}, ${now})
    ON CONFLICT (platform, external_id, spec) DO UPDATE SET variant_id = NULL, is_foreign = false, is_taken_back = true,
      learned_by = excluded.learned_by, learned_at = excluded.learned_at`
}
