import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { type DraftProblem, findDraftProblems } from './draft-problems.ts'
import { findStoredProblems } from './find-stored-problems.server.ts'
import { getDraftFacts } from './get-draft-facts.server.ts'
import { isEditable } from './lifecycle.ts'
import { type ListingRecord, withListing } from './listing-record.server.ts'
import { changedFields } from './merge-drafts.ts'
import { wishAhead } from './wish.ts'

export type SubmitRefusal =
  | Failure<'not-found' | 'already-submitted' | 'nothing-changed'>
  | (Failure<'changed'> & { detail: { version: number } })
  | (Failure<'has-problems'> & { detail: Array<DraftProblem> })

/** Hands exactly the version that was seen to the reviewers; what is published stays on sale meanwhile. */
export async function submitListing(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  id: string,
  version: number,
): Promise<Result<null, SubmitRefusal>> {
  const now = clock.now()
  return await withListing({ pool }, scope, id, (tx, listing) =>
    submitDraft(tx, now, scope, listing, version),
  )
}

/** With the wish that was saved, if it has not passed. The caller holds the lock of the listing's row. */
export async function submitDraft(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  listing: ListingRecord,
  version: number,
): Promise<Result<null, SubmitRefusal>> {
  const { id, draft, published, status } = listing
  if (!isEditable(listing)) return failure('already-submitted')
  if (!draft || (published && changedFields(published, draft).length === 0)) return failure('nothing-changed')
  if (listing.version !== version) return failure('changed', { version: listing.version })
  const problems = [
    ...findDraftProblems(draft, await getDraftFacts(tx, scope.enterpriseId, now)),
    ...(await findStoredProblems(tx, draft, listing)),
  ]
  if (problems.length > 0) return failure('has-problems', problems)
  const wishedAt = wishAhead(listing.wishedAt, now)
  await tx.$executeRaw`
    UPDATE listing SET status = 'submitted', submitted_at = ${now}, submitted_by = ${scope.staff.staffId}::uuid,
      wished_at = ${wishedAt}::timestamptz, updated_at = ${now}
    WHERE id = ${id}::uuid AND status = ${status} AND version = ${version}`
  await writeAudit(tx, now, scope, {
    action: 'submit-listing',
    subject: ['listing', id],
    before: { status },
    after: { status: 'submitted', version, wishedAt },
  })
  return success(null)
}
