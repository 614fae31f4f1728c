import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hasOriginal, reviewPictures } from '#app/platform/pictures/store.server.ts'
import { openPictures } from '#app/platform/pictures.server.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { planCatalogue, planTrade } from '../seed.ts'
import { writeReviewPhotos } from './review-photos.ts'

const { db, ownerUrl } = await useDatabase({ seeded: true })
const dataDir = await mkdtemp(path.join(tmpdir(), 'seed-'))
afterAll(() => rm(dataDir, { recursive: true }))

test('demonstration reviews have photos of their own, and their shoppers agreed to show them before', async () => {
  const { reviews } = planTrade(planCatalogue().products)
  const few = reviews.filter(({ photos }) => photos.length > 0).slice(0, 8)
  await withOwner(ownerUrl, (owner) => writeReviewPhotos(owner, few, dataDir))
  const written = await db.review.findMany({
    where: { photos: { isEmpty: false } },
    include: { shopper: { include: { consents: { where: { purpose: 'review-photos' } } } } },
  })
  expect(written).toHaveLength(8)
  const keys = written.flatMap(({ photos }) => photos)
  expect(new Set(keys).size).toBe(few.flatMap(({ photos }) => photos).length)
  for (const key of keys) expect(await hasOriginal(reviewPictures(dataDir), key)).toBe(true)
  expect(await openPictures(reviewPictures(dataDir)).derive(keys[0]!, 240, 'webp')).not.toBeNull()
  for (const { shopper, createdAt } of written)
    expect(shopper?.consents.filter(({ recordedAt }) => recordedAt <= createdAt)).toHaveLength(1)
})
