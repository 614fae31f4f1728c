import { tellOwners } from '#app/domain/notifications/tell-owners.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { isEditable } from './lifecycle.ts'
import { type ListingRecord, withListing } from './listing-record.server.ts'
import { dropPages } from './publish-draft.server.ts'
import { worksFor } from './why-not-reviewable.server.ts'
import { takeBack } from './withdraw-listing.server.ts'

type Barring = Pick<Services, 'pool' | 'clock'>
type BarRefusal = Failure<'not-found' | 'not-published' | 'changed'>
type LiftRefusal = Failure<'not-found' | 'changed' | 'own-submission'>

/**
 * One product off the shop by the organizers, with a reason that its owner reads. It stays down until a change of it
 * was reviewed (publishDraft), so what waits was written without knowing the reason, and is withdrawn.
 */
export async function barListing(
  { pool, clock }: Barring,
  scope: OrganizerScope,
  id: string,
  reason: string,
): Promise<Result<null, BarRefusal>> {
  const now = clock.now()
  return await withListing({ pool }, scope, id, async (tx, listing) => {
    const { productId, productSlug, enterprise, shelf, barReason } = listing
    if (productId === null || !productSlug) return failure('not-published')
    if (barReason !== null) return failure('changed')
    await tx.$executeRaw`
      UPDATE product SET status = 'taken-down', updated_at = ${now}
      WHERE id = ${productId} AND status IN ('published', 'suspended')`
    await tx.$executeRaw`
      UPDATE listing SET barred_at = ${now}, bar_reason = ${reason}, updated_at = ${now} WHERE id = ${id}::uuid`
    if (!isEditable(listing)) await takeBack(tx, now, scope, listing)
    await writeAudit(tx, now, scope, {
      action: 'bar-listing',
      subject: ['listing', id],
      before: { stand: shelf },
      reason,
      enterpriseId: enterprise.id,
    })
    await tell(tx, now, listing, 'listing-barred')
    await dropPages(tx, productSlug, enterprise.slug)
    return success(null)
  })
}

/** Where it was a mistake: its owner may publish it again as it was. Nobody does that for an enterprise of theirs (T48). */
export async function liftBar(
  { pool, clock }: Barring,
  scope: OrganizerScope,
  id: string,
  reason: string,
): Promise<Result<null, LiftRefusal>> {
  const now = clock.now()
  return await withListing({ pool }, scope, id, async (tx, listing) => {
    const { enterprise, barReason } = listing
    if (barReason === null) return failure('changed')
    if (await worksFor(tx, scope, enterprise.id)) return failure('own-submission')
    await tx.$executeRaw`
      UPDATE listing SET barred_at = NULL, bar_reason = NULL, updated_at = ${now} WHERE id = ${id}::uuid`
    await writeAudit(tx, now, scope, {
      action: 'lift-bar',
      subject: ['listing', id],
      reason,
      enterpriseId: enterprise.id,
    })
    await tell(tx, now, listing, 'bar-lifted')
    return success(null)
  })
}

async function tell(
  tx: Sql,
  now: Date,
  { id, published, enterprise: { id: enterpriseId, slug, name } }: ListingRecord,
  kind: 'listing-barred' | 'bar-lifted',
): Promise<void> {
  const dedupeKey = `${kind}:${id}:${now.getTime()}`
  await tellOwners(tx, now, enterpriseId, {
    kind,
    dedupeKey,
    place: name,
    facts: { about: published?.title ?? '' },
    path: `/enterprise/${slug}/listings/${id}`,
  })
}
