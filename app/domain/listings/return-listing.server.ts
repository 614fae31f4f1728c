import { z } from 'zod'
import { tellEnterprise } from '#app/domain/notifications/tell-enterprise.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { draftFields } from './draft.ts'
import { contentOf, submissionOf, withListing } from './listing-record.server.ts'
import { type ReviewRefusal, whyNotReviewable } from './why-not-reviewable.server.ts'

/** What a comment is about: a field, or the whole. */
export const commentFields = ['listing', ...draftFields] as const

export const reviewComments = z
  .array(z.object({ field: z.enum(commentFields), body: z.string().trim().min(1).max(500) }))
  .max(commentFields.length)
export type ReviewComments = z.infer<typeof reviewComments>

/** Back to the enterprise, with what to mend, field by field. */
export async function returnListing(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  id: string,
  { version, comments }: { version: number; comments: ReviewComments },
): Promise<Result<null, ReviewRefusal | Failure<'comment-required'>>> {
  if (comments.length === 0) return failure('comment-required')
  const now = clock.now()
  return await withListing({ pool }, scope, id, async (tx, listing) => {
    const refusal = await whyNotReviewable(tx, scope, listing, version)
    if (refusal) return refusal
    await tx.$executeRaw`
      UPDATE listing SET status = 'returned', updated_at = ${now}
      WHERE id = ${id}::uuid AND status = 'submitted' AND version = ${version}`
    for (const { field, body } of comments)
      await tx.$executeRaw`
        INSERT INTO listing_comment (id, listing_id, version, field, body, staff_id, created_at)
        VALUES (${timeOrderedId(now)}::uuid, ${id}::uuid, ${version}, ${field}, ${body},
          ${scope.staff.staffId}::uuid, ${now})`
    await writeAudit(tx, now, scope, {
      action: 'return-listing',
      subject: ['listing', id],
      before: { status: 'submitted', version },
      after: { status: 'returned', comments },
      enterpriseId: listing.enterprise.id,
    })
    await tellEnterprise(tx, now, listing.enterprise.id, {
      kind: 'listing-returned',
      dedupeKey: `listing-returned:${submissionOf(listing)}`,
      capability: 'edit-listings',
      path: `/listings/${id}`,
      facts: { about: contentOf(listing).title },
    })
    return success(null)
  })
}
