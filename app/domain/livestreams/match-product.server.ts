import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { findVariant } from './find-variant.server.ts'
import type { ProductKey } from './matching-queue.server.ts'
import { teachProducts } from './platform-products.server.ts'
import { postPlatformOrders } from './post-platform-orders.server.ts'

export type MatchRefusal = Failure<'unknown-variant' | 'matched-meanwhile'>

/**
 * Says once and for all what a product of the platform is here, and posts all of its orders that waited for it.
 * @param sku null: it is not ours, and is never asked about again until somebody says otherwise
 */
export async function matchProduct(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  key: ProductKey,
  sku: string | null,
): Promise<Result<{ orders: number }, MatchRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx): Promise<Result<{ orders: number }, MatchRefusal>> => {
    await teachProducts(tx)
    const variant = sku === null ? undefined : await findVariant(tx, sku)
    if (sku !== null && !variant) return failure('unknown-variant')
    const isNew = await learn(tx, now, scope, key, variant?.id ?? null)
    if (!isNew && !(await isSaid(tx, key, variant?.id ?? null))) return failure('matched-meanwhile')
    const orders = await listWaiting(tx, key)
    await postPlatformOrders(tx, now, scope.staff.staffId, orders)
    if (isNew)
      await writeAudit(tx, now, scope, {
        action: 'match-product',
        subject: ['platform-product', key.externalId],
        after: { spec: key.spec, variant: variant?.named ?? 'foreign', orders: orders.length },
      })
    return success({ orders: orders.length })
  })
}

/** What was said not to be ours may turn out to be; what has been posted for a product stays with it, until it is taken back. */
async function learn(
  tx: Sql,
  now: Date,
  scope: OrganizerScope,
  { externalId, spec }: ProductKey,
  variantId: number | null,
): Promise<boolean> {
  const learned = await tx.$executeRaw`
    INSERT INTO platform_product AS p (platform, external_id, spec, variant_id, is_foreign, learned_by, learned_at)
    VALUES ('douyin', ${externalId}, ${spec}, ${variantId}::int, ${variantId === null}, ${scope.staff.staffId}, ${now})
    ON CONFLICT (platform, external_id, spec) DO UPDATE SET variant_id = excluded.variant_id, is_foreign = excluded.is_foreign,
      learned_by = excluded.learned_by, learned_at = excluded.learned_at
    WHERE p.variant_id IS NULL AND NOT (p.is_foreign AND excluded.is_foreign)`
  return learned === 1
}

/** By an earlier click, or by somebody with the same opinion. */
async function isSaid(tx: Sql, { externalId, spec }: ProductKey, variantId: number | null): Promise<boolean> {
  const found = await tx.$queryRaw<Array<unknown>>`
    SELECT FROM platform_product WHERE platform = 'douyin' AND external_id = ${externalId} AND spec = ${spec}
      AND variant_id IS NOT DISTINCT FROM ${variantId}::int AND is_foreign = ${variantId === null}`
  return found.length === 1
}

async function listWaiting(tx: Sql, { externalId, spec }: ProductKey): Promise<Array<string>> {
  const rows = await tx.$queryRaw<Array<{ subOrder: string }>>`
    SELECT sub_order AS "subOrder" FROM platform_order
    WHERE status IN ('unmatched', 'ignored') AND platform = 'douyin' AND external_id = ${externalId} AND spec = ${spec}`
  return rows.map(({ subOrder }) => subOrder)
}
