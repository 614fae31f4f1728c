import { z } from 'zod'
import { maskName } from '#app/domain/people/phone.ts'
import type { Clock } from '#app/kernel/clock.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Database } from '#app/platform/db.server.ts'

export const reviewSchema = z.object({
  lineId: z.uuid('line-required'),
  rating: z.coerce
    .number('rating-required')
    .int('rating-required')
    .min(1, 'rating-required')
    .max(5, 'rating-required'),
  body: z.string().trim().min(5, 'too-short').max(500, 'too-long'),
})
export type ReviewInput = z.infer<typeof reviewSchema>
export type ReviewRefusal = Failure<'not-eligible' | 'already-reviewed'>

/**
 * A review by whoever bought the goods and received them: one a line, shown once it was looked at. The group says
 * whose line it is: another order's line is not there.
 */
export async function writeReview(
  { db, clock }: { db: Database; clock: Clock },
  groupId: string,
  { lineId, rating, body }: ReviewInput,
): Promise<Result<null, ReviewRefusal>> {
  const line = await db.orderLine.findFirst({
    where: { id: lineId, order: { groupId, status: 'completed' } },
    select: {
      productId: true,
      order: { select: { group: { select: { shopperId: true, recipient: true } } } },
    },
  })
  if (!line) return failure('not-eligible')
  const { shopperId, recipient } = line.order.group
  const { count } = await db.review.createMany({
    data: [
      {
        productId: line.productId,
        orderLineId: lineId,
        shopperId,
        authorName: maskName(recipient),
        rating,
        body,
        photos: [],
        createdAt: clock.now(),
      },
    ],
    skipDuplicates: true,
  })
  return count === 1 ? success(null) : failure('already-reviewed')
}
