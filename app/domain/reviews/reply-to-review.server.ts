import { z } from 'zod'
import { productTag } from '#app/domain/catalog/tags.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { reviewIdField } from './review-id.ts'

export const replySchema = z.object({
  review: reviewIdField,
  /** What the page showed: an answer that somebody else wrote meanwhile is not lost. */
  was: z.string().default(''),
  reply: z.string('reply-required').trim().min(2, 'reply-required').max(500, 'too-long'),
})

/** The enterprise's word under a review of its goods, which may be written anew. */
export async function replyToReview(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  { review, was, reply }: z.infer<typeof replySchema>,
): Promise<Result<null, Failure<'changed-meanwhile'>>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const [product] = await tx.$queryRaw<Array<{ slug: string }>>`
      UPDATE review r SET reply = ${reply}, reply_en = NULL, replied_at = ${now} FROM product p
      WHERE r.id = ${review} AND p.id = r.product_id AND p.enterprise_id = ${scope.enterpriseId}
        AND r.status = 'published' AND COALESCE(r.reply, '') = ${was}
      RETURNING p.slug`
    if (!product) return failure('changed-meanwhile')
    await publishTags(tx, [productTag(product.slug)])
    await writeAudit(tx, now, scope, {
      action: 'reply-to-review',
      subject: ['review', review],
      before: { reply: was || null },
      after: { reply },
    })
    return success(null)
  })
}
