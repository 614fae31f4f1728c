import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure } from '#app/kernel/result.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { ListingRecord } from './listing-record.server.ts'

export type ReviewRefusal = Failure<'not-found' | 'not-submitted' | 'changed' | 'own-submission'>

/**
 * Decides on exactly what the reviewer saw, and nobody on their own: neither what they handed in, nor what an
 * enterprise of theirs did (T48).
 */
export async function whyNotReviewable(
  tx: Sql,
  scope: OrganizerScope,
  listing: ListingRecord,
  version: number,
): Promise<ReviewRefusal | null> {
  if (listing.version !== version) return failure('changed')
  if (listing.status !== 'submitted') return failure('not-submitted')
  const isOwn =
    listing.submittedBy === scope.staff.staffId || (await worksFor(tx, scope, listing.enterprise.id))
  return isOwn ? failure('own-submission') : null
}

/** Whether an organizer is of the enterprise's people, too. */
export async function worksFor(tx: Sql, { staff }: OrganizerScope, enterpriseId: number): Promise<boolean> {
  const found = await tx.$queryRaw<Array<unknown>>`
    SELECT FROM membership WHERE staff_id = ${staff.staffId}::uuid AND enterprise_id = ${enterpriseId} LIMIT 1`
  return found.length > 0
}
