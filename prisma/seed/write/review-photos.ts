import { gzipSync } from 'node:zlib'
import type pg from 'pg'
import { photoConsentVersion } from '#app/domain/people/consents.server.ts'
import { originalFile, reviewPictures, writeAtomically } from '#app/platform/pictures/store.server.ts'
import { composePicture } from '../pictures/compose.ts'
import type { ReviewPlan } from '../plan/reviews.ts'
import { uuidFor } from '../random.ts'
import { copyRecords } from './copy.ts'

/** Illustrations where buyers would send photos, each a still life of its own; and their consent to show them. */
export async function writeReviewPhotos(
  client: pg.ClientBase,
  reviews: ReadonlyArray<ReviewPlan>,
  dataDir: string,
): Promise<void> {
  const withPhotos = reviews.filter(({ photos }) => photos.length > 0)
  for (const review of withPhotos) {
    const keys: Array<string> = []
    for (const index of review.photos.keys()) keys.push(await draw(review, index, dataDir))
    await client.query('UPDATE review SET photos = $1 WHERE order_line_id = $2', [keys, review.orderLineId])
  }
  await writeConsents(client, withPhotos)
}

async function draw(review: ReviewPlan, index: number, dataDir: string): Promise<string> {
  const { product, orderLineId, photos } = review
  const name = `review-photo:${orderLineId}:${index}`
  const key = uuidFor(name).replaceAll('-', '').slice(0, 24)
  const { svg } = composePicture({
    kind: photos[index] ?? 'hero',
    speciality: { ...product.speciality, nameEn: product.speciality.text.nameEn },
    divisionCode: product.enterprise.divisionCode,
    variantLabel: product.variants[0]?.label ?? '',
    seed: name,
  })
  await writeAtomically(originalFile(reviewPictures(dataDir), key), gzipSync(svg))
  return key
}

async function writeConsents(client: pg.ClientBase, reviews: ReadonlyArray<ReviewPlan>): Promise<void> {
  const given = new Map<string, Date>()
  for (const { shopperId, createdAt } of reviews) {
    const known = given.get(shopperId)
    if (!known || createdAt < known) given.set(shopperId, createdAt)
  }
  await copyRecords(
    client,
    'consent',
    [...given].map(([shopperId, at]) => ({
      id: uuidFor(`consent:review-photos:${shopperId}`),
      shopperId,
      purpose: 'review-photos',
      version: photoConsentVersion,
      isGiven: true,
      recordedAt: at,
    })),
  )
}
