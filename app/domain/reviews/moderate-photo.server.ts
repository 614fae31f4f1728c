import { z } from 'zod'
import { productTag } from '#app/domain/catalog/tags.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import { isPictureKey } from '#app/platform/pictures/names.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { reviewIdField } from './review-id.ts'

/** Taking a photo down wants a reason, as hiding a review does. */
export const photoModerationSchema = z
  .object({
    review: reviewIdField,
    photo: z.string().refine(isPictureKey, 'review-required'),
    to: z.enum(['published', 'hidden']),
    reason: z.string().trim().max(300, 'too-long').default(''),
  })
  .refine(({ to, reason }) => to !== 'hidden' || reason.length >= 2, {
    path: ['reason'],
    message: 'hide-reason-required',
  })

type PhotoModeration = z.infer<typeof photoModerationSchema>

/** Takes one photo of a review down, or puts it back behind the others; words and stars stay as they are. */
export async function moderatePhoto(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  { review, photo, to, reason }: PhotoModeration,
): Promise<Result<null, Failure<'changed-meanwhile'>>> {
  const isHidden = to === 'hidden'
  return await withTransaction(pool, async (tx) => {
    const [moved] = await tx.$queryRaw<Array<{ slug: string; enterpriseId: number }>>`
      UPDATE review r SET
        photos = array_remove(r.photos, ${photo}::text) || CASE WHEN ${isHidden} THEN '{}' ELSE ARRAY[${photo}::text] END,
        hidden_photos = array_remove(r.hidden_photos, ${photo}::text) || CASE WHEN ${isHidden} THEN ARRAY[${photo}::text] ELSE '{}' END
      FROM product p
      WHERE r.id = ${review} AND p.id = r.product_id
        AND ${photo}::text = ANY(CASE WHEN ${isHidden} THEN r.photos ELSE r.hidden_photos END)
      RETURNING p.slug, p.enterprise_id AS "enterpriseId"`
    if (!moved) return failure('changed-meanwhile')
    await publishTags(tx, [productTag(moved.slug)])
    await writeAudit(tx, clock.now(), scope, {
      action: 'moderate-review-photo',
      subject: ['review', review],
      before: { status: isHidden ? 'published' : 'hidden' },
      after: { photo, status: to },
      ...(reason ? { reason } : {}),
      enterpriseId: moved.enterpriseId,
    })
    return success(null)
  })
}
