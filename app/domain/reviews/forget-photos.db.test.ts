import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { deleteAccount } from '#app/domain/people/delete-account.server.ts'
import { exportOwnData } from '#app/domain/people/export-own-data.server.ts'
import { day, hour } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import { countWaiting, useDatabase } from '#tests/support/database.ts'
import { hearTags } from '#tests/support/dropped-tags.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { formOf } from '#tests/support/forms.ts'
import { openReviewPhotos, reviewForm } from '#tests/support/review-photos.ts'
import { createMember } from '#tests/support/staff.ts'
import { listReviewsToAnswer, listReviewsToModerate } from './desk-views.server.ts'
import { isPhotoKept } from './find-photo.server.ts'
import { withdrawPhotoConsent } from './forget-photos.server.ts'
import { moderatePhoto } from './moderate-photo.server.ts'
import { moderateFromForm } from './review-forms.server.ts'
import { sendReview } from './send-review.server.ts'
import { sweepReviewPhotos } from './sweep-photos.server.ts'

const database = await useDatabase()
const { db, pool } = database
const heard = await hearTags(database)
const { services, organizer, originals, ...desk } = await openReviewPhotos(database)
const { createBuyer, createShown, send, reviewOf, keptFiles, statusOf, consentsOf } = desk

const untilWaiting = (count: number) => expect.poll(() => countWaiting(database.ownerUrl)).toBe(count)

describe('taking one down', () => {
  test('an organizer takes one photo down with a reason, and puts it back; both are audited (T106)', async () => {
    const buyer = await createBuyer()
    const { id, photos } = await createShown(buyer)
    const [bad = '', good = ''] = photos
    const { enterpriseId } = await db.product.findUniqueOrThrow({ where: { id: buyer.productId } })
    const owner = await createMember(db, enterpriseId)
    const readDesks = async () => {
      const [own] = (await listReviewsToAnswer(services, owner, 'zh', 'all', null)).items
      const city = await listReviewsToModerate(services, organizer, 'zh', 'published', null)
      const moderated = city.items.find((review) => review.id === id)
      return [own, moderated].map((review) => [review?.photos, review?.hiddenPhotos])
    }
    const move = (to: 'published' | 'hidden') =>
      moderatePhoto(services, organizer, { review: id, photo: bad, to, reason: '拍到了路人的脸' })
    await heard()
    const answers = await Promise.all([1, 2, 3].map(() => move('hidden')))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect([...(await heard())]).toEqual([`product:${buyer.slug}`])
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
    const form = formOf({ review: '1', photo: 'a'.repeat(24), to: 'hidden', reason: ' ' })
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
    await heard()
    await withdrawPhotoConsent(services, buyer.scope)
    expect([...(await heard())]).toEqual([`product:${buyer.slug}`])
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

  test('the export has one’s photos and the consent; a closed account takes them along (T94)', async () => {
    const buyer = await createBuyer()
    const { photos } = await createShown(buyer)
    const own = await exportOwnData(services, buyer.scope)
    expect(own.reviews).toMatchObject([{ photos, hiddenPhotos: [] }])
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
    const sent = sendReview(own, buyer.scope, buyer.groupId, reviewForm(buyer))
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
  await writeFile(path.join(originals, 'b'.repeat(24)), 'left by a process that was killed')
  const sweepAt = (now: number) => sweepReviewPhotos({ ...services, clock: { now: () => new Date(now) } })
  expect(await sweepAt(Date.now())).toBe(0)
  expect(await sweepAt(Date.now() + day)).toBe(1)
  expect(await keptFiles()).toEqual([...photos].sort())
  expect(await statusOf(photos[0]!)).toBe(200)
})
