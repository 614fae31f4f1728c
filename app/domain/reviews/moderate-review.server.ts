import { z } from 'zod'
import { cardTag, productTag } from '#app/domain/catalog/tags.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { reviewIdField } from './review-id.ts'

const status = z.enum(['pending', 'published', 'hidden'])

/** Hiding wants a reason: a bad mark alone is none. */
export const moderationSchema = z
  .object({
    review: reviewIdField,
    was: status,
    to: status,
    reason: z.string().trim().max(300, 'too-long').default(''),
  })
  .refine(({ to, reason }) => to !== 'hidden' || reason.length >= 2, {
    path: ['reason'],
    message: 'hide-reason-required',
  })

type Moderation = z.infer<typeof moderationSchema>
type Moved = { productId: number; slug: string; rating: number; enterpriseId: number }

/** Shows a review or takes it away; the product's mean and count follow in the same step. */
export async function moderateReview(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  { review, was, to, reason }: Moderation,
): Promise<Result<null, Failure<'changed-meanwhile'>>> {
  return await withTransaction(pool, async (tx) => {
    const [moved] = await tx.$queryRaw<Array<Moved>>`
      UPDATE review r SET status = ${to} FROM product p
      WHERE r.id = ${review} AND p.id = r.product_id AND r.status = ${was} AND ${was} <> ${to}
      RETURNING p.id AS "productId", p.slug, r.rating, p.enterprise_id AS "enterpriseId"`
    if (!moved) return failure('changed-meanwhile')
    const shown = Number(to === 'published') - Number(was === 'published')
    await count(tx, moved, shown)
    await publishTags(tx, [productTag(moved.slug), cardTag(moved.slug)])
    await writeAudit(tx, clock.now(), scope, {
      action: 'moderate-review',
      subject: ['review', review],
      before: { status: was },
      after: { status: to },
      ...(reason ? { reason } : {}),
      enterpriseId: moved.enterpriseId,
    })
    return success(null)
  })
}

async function count(tx: Sql, { productId, rating }: Moved, shown: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE product SET rating_sum = rating_sum + ${shown * rating}::int, rating_count = rating_count + ${shown}::int
    WHERE id = ${productId}`
}
