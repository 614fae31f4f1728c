import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { day, hour } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { keyByLot } from '#app/platform/pictures/keep-apart.server.ts'
import {
  hasOriginal,
  originalFile,
  requestPictures,
  writeAtomically,
} from '#app/platform/pictures/store.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup } from '#tests/support/goods.ts'
import { movableClock, peopleServices } from '#tests/support/people.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { findAnsweredPhoto, findBuyersPhoto } from './find-photo.server.ts'
import { sweepRequestPhotos } from './sweep-photos.server.ts'

const database = await useDatabase()
const { db } = database
const dataDir = await mkdtemp(path.join(tmpdir(), 'requests-'))
afterAll(() => rm(dataDir, { recursive: true }))
const store = requestPictures(dataDir)

const people = peopleServices(database)
const services = {
  ...people,
  clock: movableClock(),
  env: { ...people.env, DATA_DIR: dataDir } as never,
}

async function ask(photos: Array<string>, stand = {}) {
  const { token, orders } = await createOrderGroup(db)
  const { enterpriseId, lines } = orders[0]!
  const at = services.clock.now()
  const { id } = await db.afterSale.create({
    data: {
      ...{ id: timeOrderedId(at), orderLineId: lines[0]!.id, enterpriseId, photos },
      ...{ kind: 'refund-only', reason: 'damaged', body: '袋子破了', quantity: 1 },
      ...{ createdAt: at, deadlineAt: at, ...stand },
    },
  })
  return { id, token, owner: await createMember(db, enterpriseId) }
}

/** A file that lies there since yesterday. */
async function put(folder: string, key: string) {
  const file = originalFile(folder, key)
  await writeAtomically(file, Buffer.from('photo'))
  const yesterday = new Date(services.clock.now().getTime() - day)
  await utimes(file, yesterday, yesterday)
}

const photosOf = async ({ id }: { id: string }) =>
  (await db.afterSale.findUniqueOrThrow({ where: { id } })).photos

test('a photo is for the buyer by the order’s link, its enterprise, and the organizers once they are asked', async () => {
  const key = keyByLot()
  const asked = await ask([key])
  const other = await ask([keyByLot()])
  const organizer = await createOrganizer(db)
  const photo = { request: asked.id, file: `${key}-240.webp` }
  const name = { key, width: 240, format: 'webp' }
  expect(await findBuyersPhoto(services, asked.token, photo)).toEqual(name)
  expect(await findAnsweredPhoto(services, asked.owner, photo)).toEqual(name)
  expect(await findBuyersPhoto(services, other.token, photo)).toBeNull()
  expect(await findAnsweredPhoto(services, other.owner, photo)).toBeNull()
  expect(await findAnsweredPhoto(services, organizer, photo)).toBeNull()
  await db.afterSale.update({ where: { id: asked.id }, data: { escalatedAt: services.clock.now() } })
  expect(await findAnsweredPhoto(services, organizer, photo)).toEqual(name)
})

test('what names no photo of that request names nothing', async () => {
  const [key, foreign] = [keyByLot(), keyByLot()]
  const asked = await ask([key])
  await ask([foreign])
  const names = [
    { request: asked.id, file: `${foreign}-240.webp` },
    { request: asked.id, file: `${key}-999.webp` },
    { request: asked.id, file: '../../private' },
    { request: "1' OR '1'='1", file: `${key}-240.webp` },
    {},
  ]
  for (const photo of names) {
    expect(await findBuyersPhoto(services, asked.token, photo)).toBeNull()
    expect(await findAnsweredPhoto(services, asked.owner, photo)).toBeNull()
  }
})

test('files of no request are swept a while after, those of requests and of the last hour are not', async () => {
  const [own, left, fresh] = [keyByLot(), keyByLot(), keyByLot()]
  const asked = await ask([own])
  await put(store, own)
  await put(store, left)
  const now = services.clock.now()
  await writeAtomically(originalFile(store, fresh), Buffer.from('photo'))
  await utimes(originalFile(store, fresh), now, new Date(now.getTime() - hour / 2))
  expect(await sweepRequestPhotos(services)).toBe(1)
  expect(await photosOf(asked)).toEqual([own])
  const kept = await Promise.all([own, left, fresh].map((key) => hasOriginal(store, key)))
  expect(kept).toEqual([true, false, true])
})

test('three years after it was over a request has no photos, in the row or on the disk', async () => {
  const [old, recent] = [keyByLot(), keyByLot()]
  const closedAt = services.clock.now()
  const over = await ask([old], { status: 'refused', closedAt })
  const open = await ask([recent])
  await put(store, old)
  await put(store, recent)
  const clock = movableClock()
  clock.pass(3 * 366 * day + hour)
  await sweepRequestPhotos({ ...services, clock })
  expect([await photosOf(over), await photosOf(open)]).toEqual([[], [recent]])
  expect([await hasOriginal(store, old), await hasOriginal(store, recent)]).toEqual([false, true])
})

test('photos from before are moved away from what everybody may see, but for those that a product has', async () => {
  const [twice, ofProduct] = [keyByLot(), keyByLot()]
  const [one, other] = [await ask([twice, ofProduct]), await ask([twice])]
  const product = await db.product.findFirstOrThrow()
  await db.productPicture.create({
    data: {
      productId: product.id,
      key: ofProduct,
      position: 9,
      kind: 'photo',
      ground: '',
      alt: '',
      altEn: '',
    },
  })
  for (const key of [twice, ofProduct]) await put(dataDir, key)
  await sweepRequestPhotos(services)
  const moved = [...(await photosOf(one)), ...(await photosOf(other))]
  expect(new Set([...moved, twice, ofProduct]).size).toBe(5)
  expect(await Promise.all(moved.map((key) => hasOriginal(store, key)))).toEqual([true, true, true])
  expect([await hasOriginal(dataDir, twice), await hasOriginal(dataDir, ofProduct)]).toEqual([false, true])
  await sweepRequestPhotos(services)
  expect([...(await photosOf(one)), ...(await photosOf(other))]).toEqual(moved)
})
