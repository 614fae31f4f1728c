import { z } from 'zod'
import { turnPhotoConsent } from '#app/domain/people/consents.server.ts'
import { maskName } from '#app/domain/people/phone.ts'
import type { ShopperScope } from '#app/domain/people/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'

export const reviewSchema = z.object({
  lineId: z.uuid('line-required'),
  rating: z.coerce
    .number('rating-required')
    .int('rating-required')
    .min(1, 'rating-required')
    .max(5, 'rating-required'),
  body: z.string().trim().min(5, 'too-short').max(500, 'too-long'),
})
type ReviewInput = z.infer<typeof reviewSchema>
/** The keys of its photos; whoever sends some has agreed to their publication. */
type Written = ReviewInput & { photos: ReadonlyArray<string> }
export type ReviewRefusal = Failure<'not-eligible' | 'already-reviewed' | 'sign-in-for-photos'>

type Writing = Pick<Services, 'pool' | 'clock'>
type Line = { productId: number; shopperId: string | null; recipient: string; isReviewed: boolean }

/** Why a review would be refused: asked before its photos are drawn. */
export async function whyNotReview(
  { pool }: Pick<Services, 'pool'>,
  scope: ShopperScope,
  groupId: string,
  { lineId, hasPhotos }: Pick<ReviewInput, 'lineId'> & { hasPhotos: boolean },
): Promise<ReviewRefusal | null> {
  return whyNot(await findLine(sqlOn(pool), groupId, lineId), scope, hasPhotos)
}

/**
 * A review by whoever bought the goods and received them: one a line, shown once it was looked at. The group says
 * whose line it is: another order's line is not there. Photos come from the buyer's own account alone: there stands the
 * consent to show them, and there it is taken back.
 */
export async function writeReview(
  { pool, clock }: Writing,
  scope: ShopperScope,
  groupId: string,
  { lineId, rating, body, photos }: Written,
): Promise<Result<null, ReviewRefusal>> {
  return await withTransaction(pool, async (tx) => {
    const line = await findLine(tx, groupId, lineId)
    const refusal = whyNot(line, scope, photos.length > 0)
    if (!line || refusal) return refusal ?? failure('not-eligible')
    if (photos.length > 0 && !(await agree(tx, clock, line.shopperId))) return failure('sign-in-for-photos')
    const written = await tx.$executeRaw`
      INSERT INTO review (product_id, order_line_id, shopper_id, author_name, rating, body, photos, created_at)
      VALUES (${line.productId}, ${lineId}::uuid, ${line.shopperId}::uuid, ${maskName(line.recipient)}, ${rating}, ${body},
        ${[...photos]}::text[], ${clock.now()})
      ON CONFLICT (order_line_id) DO NOTHING`
    return written === 1 ? success(null) : failure('already-reviewed')
  })
}

async function findLine(sql: Sql, groupId: string, lineId: string): Promise<Line | undefined> {
  const [line] = await sql.$queryRaw<Array<Line>>`
    SELECT l.product_id AS "productId", g.shopper_id AS "shopperId", g.recipient,
      EXISTS (SELECT FROM review r WHERE r.order_line_id = l.id) AS "isReviewed"
    FROM order_line l JOIN shop_order o ON o.id = l.order_id JOIN order_group g ON g.id = o.group_id
    WHERE l.id = ${lineId}::uuid AND g.id = ${groupId}::uuid AND o.status = 'completed'`
  return line
}

function whyNot(line: Line | undefined, scope: ShopperScope, hasPhotos: boolean): ReviewRefusal | null {
  if (!line) return failure('not-eligible')
  if (line.isReviewed) return failure('already-reviewed')
  const isOwn = line.shopperId !== null && line.shopperId === scope.shopperId
  return hasPhotos && !isOwn ? failure('sign-in-for-photos') : null
}

/** False for an account that was closed meanwhile. It waits for who takes the consent back, and they for it. */
async function agree(tx: Sql, clock: Writing['clock'], shopperId: string | null): Promise<boolean> {
  const living = await tx.$executeRaw`
    SELECT FROM shopper WHERE id = ${shopperId}::uuid AND deleted_at IS NULL FOR NO KEY UPDATE`
  if (living === 0 || shopperId === null) return false
  await turnPhotoConsent(tx, clock, shopperId, true)
  return true
}
