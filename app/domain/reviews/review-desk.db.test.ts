import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { hearTags } from '#tests/support/dropped-tags.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { listReviewsToAnswer, listReviewsToModerate } from './desk-views.server.ts'
import { listReviewsOf } from './list-reviews.server.ts'
import { moderateReview } from './moderate-review.server.ts'
import { replyToReview } from './reply-to-review.server.ts'
import { replyFromForm } from './review-forms.server.ts'

const database = await useDatabase()
const { db, pool } = database
const services = { ...database, clock: { now: () => new Date('2026-11-25T02:00:00Z') } }
const organizer = await createOrganizer(db)

async function createReview(status: string) {
  const { productId, enterpriseId, slug } = await createVariant(db)
  const review = {
    authorName: '钱**',
    rating: 2,
    body: '口感不如上次',
    createdAt: new Date('2026-11-20T02:00:00Z'),
  }
  const { id } = await db.review.create({ data: { ...review, productId, status } })
  return { id, productId, slug, owner: await createMember(db, enterpriseId) }
}

test('an answer stands on the product page, whose kept copies are dropped, and in the audit (T106)', async () => {
  const { id, productId, slug, owner } = await createReview('published')
  const heard = await hearTags(database)
  expect(
    await replyToReview(services, owner, { review: id, was: '', reply: '换了新米，再试试' }),
  ).toMatchObject({ ok: true })
  expect([...(await heard())]).toEqual([`product:${slug}`])
  const page = await listReviewsOf(pool, 'zh', productId, null)
  expect(page.items.map(({ reply }) => reply)).toEqual(['换了新米，再试试'])
  expect((await listReviewsToAnswer(services, owner, 'zh', 'unanswered', null)).items).toEqual([])
  expect(await db.auditEntry.count({ where: { action: 'reply-to-review', subjectId: String(id) } })).toBe(1)
})

test('an answer that somebody else wrote meanwhile is not lost; reviews of others’ goods are not there (T43)', async () => {
  const { id, owner } = await createReview('published')
  const { owner: stranger } = await createReview('published')
  const write = (scope: typeof owner, was: string, reply: string) =>
    replyToReview(services, scope, { review: id, was, reply })
  expect(await write(stranger, '', '我们的米更好')).toMatchObject({ code: 'changed-meanwhile' })
  expect(await write(owner, '', '谢谢')).toMatchObject({ ok: true })
  expect(await write(owner, '', '多谢')).toMatchObject({ code: 'changed-meanwhile' })
  expect(await write(owner, '谢谢', '多谢')).toMatchObject({ ok: true })
  const seen = await listReviewsToAnswer(services, stranger, 'zh', 'all', null)
  expect(seen.items.map((review) => review.id)).not.toContain(id)
})

test('an answer of two lines is changed again, with and without JavaScript', async () => {
  const { id, owner } = await createReview('published')
  const send = (newLine: string, was: string, reply: string) => {
    const form = new FormData()
    const fields = { review: String(id), was, reply }
    for (const [name, value] of Object.entries(fields)) form.set(name, value.replaceAll('\n', newLine))
    return replyFromForm(services, owner, form)
  }
  const [script, browser] = ['\n', '\r\n']
  expect(await send(script, '', '谢谢\n再来')).toEqual({ isDone: true })
  expect(await send(browser, '谢谢\n再来', '多谢\n再来')).toEqual({ isDone: true })
  expect(await send(script, '多谢\n再来', '多谢')).toEqual({ isDone: true })
})

test('a review counts for the product while it is shown, and only once', async () => {
  const { id, productId, owner } = await createReview('pending')
  const read = async () => {
    const { ratingSum, ratingCount } = await db.product.findUniqueOrThrow({ where: { id: productId } })
    return [ratingSum, ratingCount]
  }
  expect((await listReviewsToAnswer(services, owner, 'zh', 'all', null)).items).toEqual([])
  const pending = await listReviewsToModerate(services, organizer, 'zh', 'pending', null)
  expect(pending.items.map((review) => review.id)).toContain(id)
  const publish = { review: id, was: 'pending', to: 'published', reason: '' } as const
  const answers = await Promise.all([1, 2, 3].map(() => moderateReview(services, organizer, publish)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await read()).toEqual([2, 1])
  await moderateReview(services, organizer, { review: id, was: 'published', to: 'hidden', reason: '辱骂' })
  expect(await read()).toEqual([0, 0])
  const entries = await db.auditEntry.findMany({
    where: { action: 'moderate-review' },
    orderBy: { id: 'asc' },
  })
  expect(entries.map(({ reason }) => reason)).toEqual([null, '辱骂'])
})
