import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { isEditable } from './lifecycle.ts'
import { type ListingRecord, withListing } from './listing-record.server.ts'
import { maySell, paperState } from './paper-rules.ts'
import { dropPages } from './publish-draft.server.ts'
import { takeBack } from './withdraw-listing.server.ts'

/**
 * Off the shelves at once; what was ordered is still delivered. What waits for a reviewer or for its day is withdrawn:
 * else it would bring back what its owner took down.
 */
export async function takeDown(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  id: string,
): Promise<Result<null, Failure<'not-found' | 'not-on-sale'>>> {
  const now = clock.now()
  return await withListing({ pool }, scope, id, (tx, listing) => takeListingDown(tx, now, scope, listing))
}

/** The caller holds the lock of the listing's row. */
export async function takeListingDown(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  listing: ListingRecord,
): Promise<Result<null, Failure<'not-on-sale'>>> {
  const { id, productId, productSlug, enterprise } = listing
  const taken = await tx.$executeRaw`
    UPDATE product SET status = 'taken-down', updated_at = ${now} WHERE id = ${productId}::int AND status = 'published'`
  if (taken === 0 || !productSlug) return failure('not-on-sale')
  if (!isEditable(listing)) await takeBack(tx, now, scope, listing)
  await writeAudit(tx, now, scope, { action: 'take-down-listing', subject: ['listing', id] })
  await dropPages(tx, productSlug, enterprise.slug)
  return success(null)
}

type PublishRefusal = Failure<'not-taken-down' | 'suspended' | 'papers-lapsed' | 'barred'>

/**
 * As it was when it was taken down: nothing new, so nothing to review; but its papers must still hold, and what the
 * organizers took down is looked at first.
 */
export async function publishAgain(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  id: string,
): Promise<Result<null, PublishRefusal | Failure<'not-found'>>> {
  const now = clock.now()
  return await withListing({ pool }, scope, id, (tx, listing) => publishListingAgain(tx, now, scope, listing))
}

/** The caller holds the lock of the listing's row. */
export async function publishListingAgain(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  { id, published, productId, productSlug, enterprise, barReason }: ListingRecord,
): Promise<Result<null, PublishRefusal>> {
  // Waits for a suspension that is under way, before it locks the product that the suspension wants (T46).
  const [seller] = await tx.$queryRaw<Array<{ status: string }>>`
    SELECT status FROM enterprise WHERE id = ${enterprise.id} FOR SHARE`
  if (seller?.status !== 'active') return failure('suspended')
  if (barReason !== null) return failure('barred')
  if (published && !maySell(paperState(published, shanghaiDay(now)))) return failure('papers-lapsed')
  const shown = await tx.$executeRaw`
    UPDATE product SET status = 'published', updated_at = ${now} WHERE id = ${productId}::int AND status = 'taken-down'`
  if (shown === 0 || !productSlug) return failure('not-taken-down')
  await tx.$executeRaw`UPDATE listing SET lapsed_at = NULL WHERE id = ${id}::uuid`
  await writeAudit(tx, now, scope, { action: 'publish-listing-again', subject: ['listing', id] })
  await dropPages(tx, productSlug, enterprise.slug)
  return success(null)
}
