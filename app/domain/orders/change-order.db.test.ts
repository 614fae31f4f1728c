import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { listCartRows } from '#app/domain/cart/cart-views.server.ts'
import { openGuestSession } from '#app/domain/people/sessions.server.ts'
import { day } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { formOf } from '#tests/support/forms.ts'
import { createOrderGroup } from '#tests/support/goods.ts'
import { openPages } from '#tests/support/pages.ts'
import { movableClock } from '#tests/support/people.ts'
import { changeOrder } from './change-order.server.ts'

const database = await useDatabase()
const { db } = database
const dataDir = await mkdtemp(path.join(tmpdir(), 'orders-'))
afterAll(() => rm(dataDir, { recursive: true }))

const { services: shop } = openPages(database)
const clock = movableClock()
const services = { ...shop, clock, env: { ...shop.env, DATA_DIR: dataDir } }
const { scope } = await openGuestSession(services)

/** An order as the past left it: its id, and that of its one line. */
async function createOrder(options: Parameters<typeof createOrderGroup>[1] = {}) {
  const { id, orders } = await createOrderGroup(db, options)
  return { groupId: id, lineId: orders[0]?.lines[0]?.id ?? '' }
}

function send(groupId: string, fields: Record<string, string>, photos: ReadonlyArray<Uint8Array> = []) {
  const form = formOf(fields)
  for (const photo of photos) form.append('photos', new File([new Uint8Array(photo)], 'photo.jpg'))
  return changeOrder(services, scope, groupId, form)
}

const request = {
  intent: 'after-sale',
  kind: 'refund-only',
  reason: 'damaged',
  body: '收到时袋子破了，小米撒了一半',
  quantity: '1',
}
const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#d9a441' } })
  .withExif({ IFD0: { Artist: '赵晓梅' } })
  .jpeg()
  .toBuffer()
/** Among what everybody may see, and apart. */
const keptPhotos = () =>
  Promise.all(
    ['pictures', 'requests/pictures'].map((store) =>
      readdir(path.join(dataDir, store, 'originals')).catch(() => []),
    ),
  )

test('one request a line, however often it is sent, with its photos drawn anew and apart from the public ones (S8)', async () => {
  const { groupId, lineId } = await createOrder()
  const answers = await Promise.all([1, 2, 3].map(() => send(groupId, { ...request, lineId }, [photo])))
  expect(answers.filter(({ done }) => done === 'after-sale')).toHaveLength(1)
  expect(answers.filter(({ line }) => line?.failure === 'already-requested')).toHaveLength(2)
  const [kept] = await db.afterSale.findMany({ where: { orderLineId: lineId } })
  expect([kept?.status, kept?.photos.length]).toEqual(['requested', 1])
  const stored = await sharp(
    path.join(dataDir, 'requests/pictures/originals', kept?.photos[0] ?? ''),
  ).metadata()
  expect([stored.format, stored.exif]).toEqual(['webp', undefined])
  // Those of the two that came too late are gone.
  expect(await keptPhotos()).toEqual([[], kept?.photos])
})

test('a request that is refused keeps no photo', async () => {
  const before = await keptPhotos()
  const { groupId, lineId } = await createOrder()
  const stranger = await createOrder()
  const other = await sharp(photo).negate().jpeg().toBuffer()
  const refusals = [
    await send(stranger.groupId, { ...request, lineId }, [other]),
    await send(groupId, { ...request, lineId, quantity: '2' }, [other]),
  ]
  expect(refusals.map(({ line }) => line?.failure)).toEqual(['not-eligible', 'too-many-units'])
  const wrong = await send(groupId, { ...request, lineId }, [photo, other, Buffer.from('<svg/>')])
  expect(wrong.line?.errors).toEqual({ photos: 'not-a-picture' })
  expect(await keptPhotos()).toEqual(before)
  expect(await db.afterSale.count({ where: { orderLineId: lineId } })).toBe(0)
})

test('seven days without a reason: not for excluded goods, not once they are over', async () => {
  const noLonger = { ...request, reason: 'no-longer-wanted' }
  const late = await createOrder()
  await db.parcel.updateMany({ data: { deliveredAt: clock.now() } })
  const excluded = await createOrder()
  await db.orderLine.update({ where: { id: excluded.lineId }, data: { returnRule: 'excluded-perishable' } })
  const refused = await send(excluded.groupId, { ...noLonger, lineId: excluded.lineId })
  expect(refused.line?.failure).toBe('not-returnable')
  clock.pass(9 * day)
  const tooLate = await send(late.groupId, { ...noLonger, lineId: late.lineId })
  expect(tooLate.line?.failure).toBe('window-closed')
  // What arrived broken is another matter.
  expect((await send(late.groupId, { ...request, lineId: late.lineId })).done).toBe('after-sale')
})

test('a review is written once, by whoever received the goods, and waits to be looked at (S10)', async () => {
  const review = { intent: 'review', rating: '4', body: '熬粥很香，还会再买' }
  const underway = await createOrder({ orderStatus: 'shipped' })
  const early = await send(underway.groupId, { ...review, lineId: underway.lineId })
  expect(early.line?.failure).toBe('not-eligible')
  const { groupId, lineId } = await createOrder()
  const answers = await Promise.all([1, 2].map(() => send(groupId, { ...review, lineId })))
  expect(answers.map(({ done, line }) => done ?? line?.failure).sort()).toEqual([
    'already-reviewed',
    'review',
  ])
  const kept = await db.review.findMany({ where: { orderLineId: lineId } })
  expect(kept.map(({ status, authorName }) => [status, authorName])).toEqual([['pending', '赵**']])
})

test('buying again puts what is still sold into the cart', async () => {
  const { groupId, lineId } = await createOrder()
  expect(await send(groupId, { intent: 'buy-again' })).toEqual({ done: 'bought-again' })
  const { variantId } = await db.orderLine.findUniqueOrThrow({ where: { id: lineId } })
  expect((await listCartRows(services, scope)).map((row) => row.variantId)).toEqual([variantId])
})
