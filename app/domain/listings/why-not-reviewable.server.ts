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
  { staff }: OrganizerScope,
  listing: ListingRecord,
  version: number,
): Promise<ReviewRefusal | null> {
  if (listing.version !== version) return failure('changed')
  if (listing.status !== 'submitted') return failure('not-submitted')
  const [own] = await tx.$queryRaw<Array<{ isOwn: boolean }>>`
    SELECT ${listing.submittedBy}::uuid = ${staff.staffId}::uuid OR EXISTS (
      SELECT FROM membership WHERE staff_id = ${staff.staffId}::uuid AND enterprise_id = ${listing.enterprise.id}
    ) AS "isOwn"`
  return own?.isOwn ? failure('own-submission') : null
}
