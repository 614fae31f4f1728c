import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { openGuestSession } from '#app/domain/people/sessions.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { randomPhone, signInAs } from '#tests/support/people.ts'
import { blackPng, phonePhoto } from '#tests/support/photos.ts'
import { openReviewPhotos, photo, reviewForm } from '#tests/support/review-photos.ts'
import { listReviewsOf } from './list-reviews.server.ts'
import { photoPath } from './photo.ts'
import { sendReview } from './send-review.server.ts'

const database = await useDatabase()
const { db, pool } = database
const { people, services, pictures, originals, ...desk } = await openReviewPhotos(database)
const { createBuyer, send, reviewOf, moderate, keptFiles, statusOf, consentsOf } = desk

describe('sending', () => {
  test('photos are drawn anew, in their order, and the tick is kept with version and time (T65, T93)', async () => {
    const buyer = await createBuyer()
    const [red, green] = await Promise.all([phonePhoto('#b00000'), phonePhoto('#00b000')])
    expect(await send(buyer, { photos: [red, green] })).toEqual({ ok: true })
    const { photos, status } = await reviewOf(buyer)
    expect([photos.length, status]).toEqual([2, 'pending'])
    expect(await keptFiles()).toEqual([...photos].sort())
    const [first] = await Promise.all(photos.map((key) => readFile(path.join(originals, key))))
    const metadata = await sharp(first).metadata()
    expect([metadata.format, metadata.exif]).toEqual(['webp', undefined])
    const { dominant } = await sharp(first).stats()
    expect(dominant.r).toBeGreaterThan(dominant.g)
    expect(await consentsOf(buyer)).toEqual([
      { isGiven: true, version: '2026-11-28', recordedAt: services.clock.now() },
    ])
  })

  test('the same form twice at once is one review with its photos, one consent, and no file more', async () => {
    for (let round = 0; round < 3; round += 1) {
      const buyer = await createBuyer()
      const before = await keptFiles()
      const answers = await Promise.all([1, 2, 3].map(() => send(buyer, { photos: [photo, photo] })))
      expect(answers.map((answer) => answer.ok || answer.failure).sort()).toEqual([
        'already-reviewed',
        'already-reviewed',
        true,
      ])
      const { photos } = await reviewOf(buyer)
      expect(photos).toHaveLength(2)
      expect(await keptFiles()).toEqual([...before, ...photos].sort())
      expect(await consentsOf(buyer)).toHaveLength(1)
    }
  })

  test('each photo that is refused is named with its reason, and none of the form is kept (T62, T63)', async () => {
    const buyer = await createBuyer()
    const flood = blackPng(20_000, 20_000)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'
    const heavy = new Uint8Array(16 * 1024 * 1024)
    const sent = await send(buyer, { photos: [photo, svg, flood, heavy, '<?php echo 1;'] })
    expect(sent).toEqual({
      ok: false,
      errors: {},
      failure: null,
      photos: [
        { name: '照片2.jpg', code: 'not-a-picture' },
        { name: '照片3.jpg', code: 'too-many-pixels' },
        { name: '照片4.jpg', code: 'too-large' },
        { name: '照片5.jpg', code: 'not-a-picture' },
      ],
    })
    expect(await keptFiles()).toEqual([])
    expect(await consentsOf(buyer)).toEqual([])
    expect(await db.review.count({ where: { orderLineId: buyer.lineId } })).toBe(0)
  })

  test('without the tick no photo is taken; without a photo no tick is wanted', async () => {
    const buyer = await createBuyer()
    const form = reviewForm(buyer)
    form.delete('consent')
    const unticked = await sendReview(services, buyer.scope, buyer.groupId, form)
    expect(unticked).toMatchObject({ errors: { consent: 'photo-consent-required' } })
    const both = await send(buyer, { photos: Array.from({ length: 7 }, () => photo), body: '好' })
    expect(both).toMatchObject({ errors: { photos: 'too-many-photos', body: 'too-short' } })
    expect(await keptFiles()).toEqual([])
    form.delete('photos')
    expect(await sendReview(services, buyer.scope, buyer.groupId, form)).toEqual({ ok: true })
    expect(await consentsOf(buyer)).toEqual([])
  })

  test('whoever has the link alone, or bought as a guest, writes without photos', async () => {
    const buyer = await createBuyer()
    const { scope: guest } = await openGuestSession(services)
    const { scope: other } = await signInAs(people, randomPhone())
    for (const scope of [guest, other])
      expect(await sendReview(services, scope, buyer.groupId, reviewForm(buyer))).toMatchObject({
        failure: 'sign-in-for-photos',
      })
    expect(await keptFiles()).toEqual([])
    expect(await sendReview(services, guest, buyer.groupId, reviewForm(buyer, { photos: [] }))).toEqual({
      ok: true,
    })
  })
})

describe('showing', () => {
  test('a photo is there for everybody while its review is shown, and for five minutes in caches (T44)', async () => {
    const buyer = await createBuyer()
    await send(buyer)
    const { id, photos } = await reviewOf(buyer)
    const [key = ''] = photos
    expect(await statusOf(key)).toBe(404)
    expect((await pictures.serve(`/pictures/${key}-240.webp`)).status, 'not beside the shop’s own').toBe(404)
    await moderate(id, 'pending', 'published')
    const shown = await pictures.serve(photoPath(key))
    expect([shown.status, shown.headers['cache-control'], shown.headers['content-type']]).toEqual([
      200,
      'public, max-age=300',
      'image/webp',
    ])
    expect((await listReviewsOf(pool, 'zh', buyer.productId, null)).items[0]?.photos).toEqual([key])
    await moderate(id, 'published', 'hidden')
    expect(await statusOf(key)).toBe(404)
    expect(await statusOf('a'.repeat(24))).toBe(404)
    expect((await pictures.serve('/pictures/reviews/../../private/x')).status).toBe(404)
  })
})
