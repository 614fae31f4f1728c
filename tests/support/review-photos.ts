import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect } from 'vitest'
import type { SignedInScope } from '#app/domain/people/scope.ts'
import { moderateReview } from '#app/domain/reviews/moderate-review.server.ts'
import { photoPath } from '#app/domain/reviews/photo.ts'
import { openPublicPictures } from '#app/domain/reviews/public-pictures.server.ts'
import { sendReview } from '#app/domain/reviews/send-review.server.ts'
import { reviewPictures } from '#app/platform/pictures/store.server.ts'
import { openPictures } from '#app/platform/pictures.server.ts'
import type { TestDatabase } from './database.ts'
import { formOf } from './forms.ts'
import { createOrderGroup } from './goods.ts'
import { movableClock, peopleServices, randomPhone, signInAs } from './people.ts'
import { phonePhoto } from './photos.ts'
import { createOrganizer } from './staff.ts'

type Buyer = { scope: SignedInScope; groupId: string; lineId: string; productId: number; slug: string }
type Sent = { photos?: ReadonlyArray<Uint8Array<ArrayBuffer> | string>; consent?: 'on'; body?: string }

export const photo = await phonePhoto()

/** What is sent with a review of what was bought; a photo and its tick unless a test says otherwise. */
export function reviewForm(
  { lineId }: Buyer,
  { photos = [photo], consent = 'on', ...rest }: Sent = {},
): FormData {
  const form = formOf({ lineId, rating: '5', body: '熬粥很香，还会再买', ...rest, consent })
  for (const [index, content] of photos.entries())
    form.append('photos', new File([content], `照片${index + 1}.jpg`))
  return form
}

/** Buyers, their reviews and the files of their photos, in a folder of the test file's own. */
export async function openReviewPhotos(database: TestDatabase) {
  const { db } = database
  const dataDir = await mkdtemp(path.join(tmpdir(), 'reviews-'))
  afterAll(() => rm(dataDir, { recursive: true }))
  afterEach(() => rm(reviewPictures(dataDir), { recursive: true, force: true }))
  const people = peopleServices(database)
  const services = {
    ...people,
    clock: movableClock(),
    env: { ...people.env, DATA_DIR: dataDir } as never,
    reviewPictures: openPictures(reviewPictures(dataDir)),
  }
  const pictures = openPublicPictures(services)
  const organizer = await createOrganizer(db)
  const originals = path.join(dataDir, 'reviews/pictures/originals')

  async function createBuyer(scope?: SignedInScope): Promise<Buyer> {
    const own = scope ?? (await signInAs(people, randomPhone())).scope
    const { id, orders } = await createOrderGroup(db, { shopperId: own.shopperId })
    const line = orders[0]!.lines[0]!
    return { scope: own, groupId: id, lineId: line.id, productId: line.productId, slug: line.productSlug }
  }
  const send = (buyer: Buyer, sent?: Sent) =>
    sendReview(services, buyer.scope, buyer.groupId, reviewForm(buyer, sent))
  const reviewOf = ({ lineId }: Buyer) => db.review.findUniqueOrThrow({ where: { orderLineId: lineId } })
  const moderate = (id: number, was: 'pending' | 'published', to: 'published' | 'hidden') =>
    moderateReview(services, organizer, { review: id, was, to, reason: '与商品无关' })

  return {
    people,
    services,
    pictures,
    organizer,
    originals,
    createBuyer,
    send,
    reviewOf,
    moderate,
    keptFiles: async () => (await readdir(originals).catch(() => [])).sort(),
    statusOf: async (key: string) => (await pictures.serve(photoPath(key))).status,
    consentsOf: ({ scope: { shopperId } }: Buyer) =>
      db.consent.findMany({
        where: { shopperId, purpose: 'review-photos' },
        orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
        select: { isGiven: true, version: true, recordedAt: true },
      }),
    /** A review that is shown, with two photos. */
    createShown: async (buyer: Buyer) => {
      expect(await send(buyer, { photos: [photo, photo] })).toEqual({ ok: true })
      const review = await reviewOf(buyer)
      await moderate(review.id, 'pending', 'published')
      return review
    },
  }
}
