import { productTag } from '#app/domain/catalog/tags.ts'
import { turnPhotoConsent } from '#app/domain/people/consents.server.ts'
import { lockShopper } from '#app/domain/people/lock-shopper.server.ts'
import type { SignedInScope } from '#app/domain/people/scope.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { removeReviewPhotos } from './keep-photos.server.ts'

/** Takes the consent back, and with it all photos that it let be shown (PIPL articles 15 and 47); the words stay. */
export async function withdrawPhotoConsent(
  { pool, clock, env }: Pick<Services, 'pool' | 'clock' | 'env'>,
  scope: SignedInScope,
): Promise<void> {
  const keys = await withTransaction(pool, async (tx) => {
    await lockShopper(tx, scope)
    await turnPhotoConsent(tx, clock, scope.shopperId, false)
    return forgetPhotosOf(tx, scope)
  })
  await removeReviewPhotos(env.DATA_DIR, keys)
}

/** Within the transaction of whoever has locked the shopper. Returns the keys of the files that go when it holds. */
export async function forgetPhotosOf(tx: Sql, { shopperId }: SignedInScope): Promise<Array<string>> {
  const forgotten = await tx.$queryRaw<Array<{ keys: Array<string>; slug: string }>>`
    WITH mine AS (
      SELECT id, photos || hidden_photos AS keys FROM review
      WHERE shopper_id = ${shopperId}::uuid AND cardinality(photos || hidden_photos) > 0 FOR UPDATE)
    UPDATE review r SET photos = '{}', hidden_photos = '{}' FROM mine, product p
    WHERE r.id = mine.id AND p.id = r.product_id RETURNING mine.keys, p.slug`
  await publishTags(
    tx,
    forgotten.map(({ slug }) => productTag(slug)),
  )
  return forgotten.flatMap(({ keys }) => keys)
}
