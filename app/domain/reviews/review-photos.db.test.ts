import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { deleteAccount } from '#app/domain/people/delete-account.server.ts'
import { exportOwnData } from '#app/domain/people/export-own-data.server.ts'
import type { SignedInScope } from '#app/domain/people/scope.ts'
import { openGuestSession } from '#app/domain/people/sessions.server.ts'
import { day, hour } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import { reviewPictures } from '#app/platform/pictures/store.server.ts'
import { openPictures } from '#app/platform/pictures.server.ts'
import { countWaiting, useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createOrderGroup } from '#tests/support/goods.ts'
import { movableClock, peopleServices, randomPhone, signInAs } from '#tests/support/people.ts'
import { blackPng, phonePhoto } from '#tests/support/photos.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { listReviewsToAnswer, listReviewsToModerate } from './desk-views.server.ts'
import { isPhotoKept } from './find-photo.server.ts'
import { withdrawPhotoConsent } from './forget-photos.server.ts'
import { listReviewsOf } from './list-reviews.server.ts'
import { moderatePhoto } from './moderate-photo.server.ts'
import { moderateReview } from './moderate-review.server.ts'
import { photoPath } from './photo.ts'
import { openPublicPictures } from './public-pictures.server.ts'
import { moderateFromForm } from './review-forms.server.ts'
import { sendReview } from './send-review.server.ts'
import { sweepReviewPhotos } from './sweep-photos.server.ts'

const database = await useDatabase()
const { db, pool } = database
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
const photo = await phonePhoto()

type Buyer = { scope: SignedInScope; groupId: string; lineId: string; productId: number; slug: string }

async function createBuyer(scope?: SignedInScope): Promise<Buyer> {
  const own = scope ?? (await signInAs(people, randomPhone())).scope
  const { id, orders } = await createOrderGroup(db, { shopperId: own.shopperId })
  const line = orders[0]!.lines[0]!
  return { scope: own, groupId: id, lineId: line.id, productId: line.productId, slug: line.productSlug }
}

type Sent = { photos?: ReadonlyArray<Uint8Array<ArrayBuffer> | string>; consent?: 'on'; body?: string }

function formOf({ lineId }: Buyer, { photos = [photo], consent = 'on', ...rest }: Sent = {}): FormData {
  const form = new FormData()
  const fields = { lineId, rating: '5', body: '熬粥很香，还会再买', ...rest, ...(consent ? { consent } : {}) }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [index, content] of photos.entries())
    form.append('photos', new File([content], `照片${index + 1}.jpg`))
  return form
}

const send = (buyer: Buyer, sent?: Sent) =>
  sendReview(services, buyer.scope, buyer.groupId, formOf(buyer, sent))
const keptFiles = async () =>
  (await readdir(path.join(dataDir, 'reviews/pictures/originals')).catch(() => [])).sort()
const reviewOf = ({ lineId }: Buyer) => db.review.findUniqueOrThrow({ where: { orderLineId: lineId } })
const consentsOf = async ({ scope: { shopperId } }: Buyer) =>
  (
    await db.consent.findMany({
      where: { shopperId, purpose: 'review-photos' },
      orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    })
  ).map(({ isGiven, version, recordedAt }) => ({ isGiven, version, recordedAt }))
const enterpriseOf = async ({ productId }: Buyer) =>
  (await db.product.findUniqueOrThrow({ where: { id: productId } })).enterpriseId
const statusOf = async (key: string) => (await pictures.serve(photoPath(key))).status
const moderate = (id: number, was: 'pending' | 'published', to: 'published' | 'hidden') =>
  moderateReview(services, organizer, { review: id, was, to, reason: '与商品无关' })

const untilWaiting = (count: number) => expect.poll(() => countWaiting(database.ownerUrl)).toBe(count)

/** Of which pages the kept copies were dropped. */
async function heardTags(work: () => Promise<unknown>): Promise<Array<string>> {
  const heard: Array<string> = []
  const client = await pool.connect()
  client.on('notification', ({ payload = '' }) => heard.push(payload))
  await client.query('LISTEN cache_tags')
  await work()
  await client.query('UNLISTEN cache_tags')
  client.release()
  return heard
}

/** A review that is shown, with two photos. */
async function createShown(buyer: Buyer) {
  expect(await send(buyer, { photos: [photo, photo] })).toEqual({ ok: true })
  const review = await reviewOf(buyer)
  await moderate(review.id, 'pending', 'published')
  return review
}

describe('sending', () => {
  test('photos are drawn anew, in their order, and the tick is kept with version and time (T65, T93)', async () => {
    const buyer = await createBuyer()
    const [red, green] = await Promise.all([phonePhoto('#b00000'), phonePhoto('#00b000')])
    expect(await send(buyer, { photos: [red, green] })).toEqual({ ok: true })
    const { photos, status } = await reviewOf(buyer)
    expect([photos.length, status]).toEqual([2, 'pending'])
    expect(await keptFiles()).toEqual([...photos].sort())
    const [first] = await Promise.all(
      photos.map((key) => readFile(path.join(dataDir, 'reviews/pictures/originals', key))),
    )
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
    const form = formOf(buyer)
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
      expect(await sendReview(services, scope, buyer.groupId, formOf(buyer))).toMatchObject({
        failure: 'sign-in-for-photos',
      })
    expect(await keptFiles()).toEqual([])
    expect(await sendReview(services, guest, buyer.groupId, formOf(buyer, { photos: [] }))).toEqual({
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

describe('taking one down', () => {
  test('an organizer takes one photo down with a reason, and puts it back; both are audited (T106)', async () => {
    const buyer = await createBuyer()
    const { id, photos } = await createShown(buyer)
    const [bad = '', good = ''] = photos
    const owner = await createMember(db, await enterpriseOf(buyer))
    const readDesks = async () => {
      const [own] = (await listReviewsToAnswer(services, owner, 'zh', 'all', null)).items
      const city = await listReviewsToModerate(services, organizer, 'zh', 'published', null)
      const moderated = city.items.find((review) => review.id === id)
      return [own, moderated].map((review) => [review?.photos, review?.hiddenPhotos])
    }
    const move = (to: 'published' | 'hidden') =>
      moderatePhoto(services, organizer, { review: id, photo: bad, to, reason: '拍到了路人的脸' })
    const heard = await heardTags(async () => {
      const answers = await Promise.all([1, 2, 3].map(() => move('hidden')))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    })
    expect(heard).toEqual([`product:${buyer.slug}`])
    expect([await statusOf(bad), await statusOf(good)]).toEqual([404, 200])
    expect(await readDesks()).toEqual([
      [[good], []],
      [[good], [bad]],
    ])
    expect(await isPhotoKept(services, organizer, bad)).toBe(true)
    expect(await move('published')).toMatchObject({ ok: true })
    expect(await statusOf(bad)).toBe(200)
    const entries = await db.auditEntry.findMany({
      where: { action: 'moderate-review-photo', subjectId: String(id) },
      orderBy: { id: 'asc' },
    })
    expect(entries.map(({ after, reason }) => [after, reason])).toEqual([
      [{ photo: bad, status: 'hidden' }, '拍到了路人的脸'],
      [{ photo: bad, status: 'published' }, '拍到了路人的脸'],
    ])
    await move('hidden')
    services.clock.pass(hour)
    await withdrawPhotoConsent(services, buyer.scope)
    expect(await reviewOf(buyer)).toMatchObject({ photos: [], hiddenPhotos: [] })
    expect(await keptFiles(), 'one that was taken down goes with the others').toEqual([])
    expect(await move('published')).toMatchObject({ code: 'changed-meanwhile' })
  })

  test('without a reason nothing is taken down', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({
      review: '1',
      photo: 'a'.repeat(24),
      to: 'hidden',
      reason: ' ',
    }))
      form.set(name, value)
    expect(await moderateFromForm(services, organizer, form)).toMatchObject({
      form: { errors: { reason: 'hide-reason-required' } },
    })
  })
})

describe('taking back (PIPL articles 15 and 47)', () => {
  test('a withdrawn consent takes the photos of all one’s reviews away, files too; the words stay', async () => {
    const buyer = await createBuyer()
    const [one, other] = [await createShown(buyer), await createShown(await createBuyer())]
    expect(await statusOf(one.photos[0]!)).toBe(200)
    services.clock.pass(hour)
    const heard = await heardTags(() => withdrawPhotoConsent(services, buyer.scope))
    expect(heard).toEqual([`product:${buyer.slug}`])
    expect(await reviewOf(buyer)).toMatchObject({ photos: [], body: one.body, status: 'published' })
    expect(await statusOf(one.photos[0]!)).toBe(404)
    expect(await keptFiles()).toEqual([...other.photos].sort())
    expect((await consentsOf(buyer)).map(({ isGiven }) => isGiven)).toEqual([true, false])
    await withdrawPhotoConsent(services, buyer.scope)
    expect(await consentsOf(buyer), 'once is enough').toHaveLength(2)
  })

  test('a photo that is sent later is agreed to anew', async () => {
    const buyer = await createBuyer()
    await createShown(buyer)
    services.clock.pass(hour)
    await withdrawPhotoConsent(services, buyer.scope)
    services.clock.pass(hour)
    const again = await createBuyer(buyer.scope)
    await createShown(again)
    await createShown(await createBuyer(buyer.scope))
    expect((await consentsOf(buyer)).map(({ isGiven }) => isGiven)).toEqual([true, false, true])
  })

  test('the export has the addresses of one’s photos and the consent; a closed account takes them along (T94)', async () => {
    const buyer = await createBuyer()
    const { photos } = await createShown(buyer)
    const own = await exportOwnData(services, buyer.scope)
    expect(own.reviews).toMatchObject([{ photos: photos.map(photoPath), hiddenPhotos: [] }])
    expect(own.consents).toContainEqual(expect.objectContaining({ purpose: 'review-photos', isGiven: true }))
    expect(await deleteAccount(services, buyer.scope)).toMatchObject({ ok: true })
    expect(await reviewOf(buyer)).toMatchObject({ photos: [], shopperId: null })
    expect(await keptFiles()).toEqual([])
    const late = await createBuyer(buyer.scope)
    expect(await send(late), 'not into a closed account').toMatchObject({ failure: 'sign-in-for-photos' })
    expect(await keptFiles()).toEqual([])
  })

  /** Sends a review that has got as far as its row when the consent is taken back. Returns what stands in the end. */
  async function withdrawMeanwhile(own: typeof services) {
    const first = await createBuyer()
    await createShown(first)
    const buyer = await createBuyer(first.scope)
    const blocker = await pool.connect()
    await blocker.query('BEGIN')
    // The row of a review waits for its product.
    await blocker.query('SELECT FROM product WHERE id = $1 FOR UPDATE', [buyer.productId])
    const sent = sendReview(own, buyer.scope, buyer.groupId, formOf(buyer))
    await untilWaiting(1)
    services.clock.pass(hour)
    const withdrawn = withdrawPhotoConsent(services, buyer.scope)
    await Promise.race([withdrawn, untilWaiting(2)])
    await blocker.query('COMMIT')
    blocker.release()
    expect(await sent).toEqual({ ok: true })
    await withdrawn
    const { photos } = await reviewOf(buyer)
    return { photos: photos.length, isGiven: (await consentsOf(buyer)).at(-1)?.isGiven }
  }

  test('a photo that is on its way while the consent is taken back does not stay', async () => {
    expect(await withdrawMeanwhile(services)).toEqual({ photos: 0, isGiven: false })
    expect(await keptFiles()).toEqual([])
  })

  test('control: without the lock it is shown against the owner’s will', async () => {
    const bare = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 2 })
    const unmet = editSql(bare, [['AND deleted_at IS NULL FOR NO KEY UPDATE', 'AND deleted_at IS NULL']])
    expect(await withdrawMeanwhile({ ...services, pool: bare })).toEqual({ photos: 1, isGiven: false })
    expect(unmet.size).toBe(0)
    await bare.end()
  })
})

test('files of no review are swept a while after, those of reviews and of the last hour are not', async () => {
  const buyer = await createBuyer()
  const { photos } = await createShown(buyer)
  await statusOf(photos[0]!)
  const originals = path.join(dataDir, 'reviews/pictures/originals')
  await writeFile(path.join(originals, 'b'.repeat(24)), 'left by a process that was killed')
  const sweepAt = (now: number) => sweepReviewPhotos({ ...services, clock: { now: () => new Date(now) } })
  expect(await sweepAt(Date.now())).toBe(0)
  expect(await sweepAt(Date.now() + day)).toBe(1)
  expect(await keptFiles()).toEqual([...photos].sort())
  expect(await statusOf(photos[0]!)).toBe(200)
})
