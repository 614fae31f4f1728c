import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { isEditable } from './lifecycle.ts'
import { type ListingRecord, type ListingScope, withListing } from './listing-record.server.ts'

/** Takes back what waits for a reviewer or for its day, to change it. */
export async function withdrawListing(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  id: string,
): Promise<Result<null, Failure<'not-found' | 'not-waiting'>>> {
  const now = clock.now()
  return await withListing({ pool }, scope, id, async (tx, listing) => {
    if (isEditable(listing)) return failure('not-waiting')
    await takeBack(tx, now, scope, listing)
    return success(null)
  })
}

/** What waits is a draft again. The caller holds the lock of the listing's row. */
export async function takeBack(
  tx: Sql,
  now: Date,
  scope: ListingScope,
  { id, status, publishAt, enterprise }: ListingRecord,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE listing SET status = 'draft', publish_at = NULL, updated_at = ${now} WHERE id = ${id}::uuid`
  await writeAudit(tx, now, scope, {
    action: 'withdraw-listing',
    subject: ['listing', id],
    before: { status, publishAt },
    after: { status: 'draft' },
    enterpriseId: enterprise.id,
  })
}

/**
 * Drops the changes that were seen, and none that somebody else has saved since (T10): what is published stays as it
 * is, and what never was is gone.
 */
export async function discardDraft(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  id: string,
  version: number,
): Promise<Result<{ isGone: boolean }, Failure<'not-found' | 'not-editable' | 'changed'>>> {
  const now = clock.now()
  return await withListing({ pool }, scope, id, async (tx, listing) => {
    if (!isEditable(listing)) return failure('not-editable')
    if (listing.version !== version) return failure('changed')
    const { published, draft } = listing
    if (published)
      await tx.$executeRaw`
        UPDATE listing SET draft = NULL, wished_at = NULL, status = 'accepted', title = ${published.title},
          category_code = ${published.categoryCode}, picture_key = ${published.pictures[0]?.key ?? null},
          version = version + 1, updated_at = ${now}
        WHERE id = ${id}::uuid`
    else await tx.$executeRaw`DELETE FROM listing WHERE id = ${id}::uuid`
    await writeAudit(tx, now, scope, {
      action: 'discard-draft',
      subject: ['listing', id],
      before: draft ?? {},
    })
    return success({ isGone: !published })
  })
}
