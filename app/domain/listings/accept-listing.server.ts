import { tellEnterprise } from '#app/domain/notifications/tell-enterprise.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type DraftProblem, findDraftProblems } from './draft-problems.ts'
import { findStoredProblems, lockArticleNumbers } from './find-stored-problems.server.ts'
import { getDraftFacts } from './get-draft-facts.server.ts'
import { submissionOf, withListing } from './listing-record.server.ts'
import { publishDraft } from './publish-draft.server.ts'
import { type ReviewRefusal, whyNotReviewable } from './why-not-reviewable.server.ts'

export type AcceptRefusal =
  | ReviewRefusal
  | Failure<'suspended'>
  | (Failure<'has-problems'> & { detail: Array<DraftProblem> })

/**
 * What was submitted becomes what shoppers see: now, or at `publishAt`. Until then the version of before stays on sale.
 */
export async function acceptListing(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  id: string,
  { version, publishAt }: { version: number; publishAt: Date | null },
): Promise<Result<{ isPublished: boolean }, AcceptRefusal>> {
  const now = clock.now()
  return await withListing({ pool }, scope, id, async (tx, listing) => {
    const refusal = await whyNotReviewable(tx, scope, listing, version)
    if (refusal) return refusal
    const { draft, enterprise } = listing
    if (!draft) return failure('not-submitted')
    if (enterprise.status !== 'active') return failure('suspended')
    await lockArticleNumbers(tx, enterprise)
    const problems = [
      ...findDraftProblems(draft, await getDraftFacts(tx, enterprise.id, now)),
      ...(await findStoredProblems(tx, draft, listing)),
    ]
    if (problems.length > 0) return failure('has-problems', problems)
    const isPublished = publishAt === null || publishAt <= now
    await tx.$executeRaw`
      UPDATE listing SET status = 'accepted', publish_at = ${isPublished ? null : publishAt}::timestamptz,
        wished_at = NULL, updated_at = ${now}
      WHERE id = ${id}::uuid AND status = 'submitted' AND version = ${version}`
    await tellEnterprise(tx, now, enterprise.id, {
      kind: 'listing-accepted',
      dedupeKey: `listing-accepted:${submissionOf(listing)}`,
      capability: 'edit-listings',
      path: `/listings/${id}`,
      facts: { about: draft.title, ...(isPublished ? {} : { until: publishAt.toISOString() }) },
    })
    if (isPublished) await publishDraft(tx, now, scope, { ...listing, draft })
    // The log after stock and product, as everywhere: whoever has them waits for it.
    await writeAudit(tx, now, scope, {
      action: 'accept-listing',
      subject: ['listing', id],
      before: { status: 'submitted', version },
      after: { status: 'accepted', publishAt },
      enterpriseId: enterprise.id,
    })
    return success({ isPublished })
  })
}
