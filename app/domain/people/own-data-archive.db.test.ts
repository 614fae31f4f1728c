import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { keyByLot } from '#app/platform/pictures/keep-apart.server.ts'
import {
  originalFile,
  requestPictures,
  reviewPictures,
  writeAtomically,
} from '#app/platform/pictures/store.server.ts'
import { unzip } from '#app/platform/sheets/unzip.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import { peopleServices, randomPhone, signInAs } from '#tests/support/people.ts'
import { archiveOwnData } from './own-data-archive.server.ts'
import type { SignedInScope } from './scope.ts'

const database = await useDatabase()
const people = peopleServices(database)
const { db, clock } = people
const dataDir = await mkdtemp(path.join(tmpdir(), 'own-data-'))
afterAll(() => rm(dataDir, { recursive: true }))
const services = { ...people, env: { DATA_DIR: dataDir } }
const [reviews, requests] = [reviewPictures(dataDir), requestPictures(dataDir)]

async function put(store: string): Promise<string> {
  const key = keyByLot()
  await writeAtomically(originalFile(store, key), Buffer.from(`photo ${key}`))
  return key
}

/** Of a shopper's order, or of a guest's. */
async function askWithPhotos(scope: SignedInScope | null, photos: Array<string>) {
  const goods = await createVariant(db)
  const { orders } = await createOrderGroup(db, { shopperId: scope?.shopperId ?? null, goods })
  const at = clock.now()
  const request = { kind: 'refund-only', reason: 'damaged', body: '袋子破了', quantity: 1, photos }
  await db.afterSale.create({
    data: {
      ...request,
      orderLineId: orders[0]!.lines[0]!.id,
      enterpriseId: goods.enterpriseId,
      createdAt: at,
      deadlineAt: at,
    },
  })
  return goods.product.id
}

/** A shopper with a photo that is shown, one that was taken down, and two of a request; their keys. */
async function createBuyer() {
  const { scope } = await signInAs(people, randomPhone())
  const keys = [await put(reviews), await put(reviews), await put(requests), await put(requests)]
  const productId = await askWithPhotos(scope, keys.slice(2))
  const words = { authorName: '钱**', rating: 5, body: '熬粥很香', createdAt: clock.now() }
  await db.review.create({
    data: {
      ...words,
      ...{ productId, shopperId: scope.shopperId, photos: keys.slice(0, 1), hiddenPhotos: keys.slice(1, 2) },
    },
  })
  return { scope, keys }
}

async function openArchive(scope: SignedInScope): Promise<Map<string, string>> {
  const bytes = await buffer((await archiveOwnData(services, scope)).archive)
  const files = new Map<string, string>()
  const limits = { files: 100, bytes: 10_000_000 }
  await unzip(bytes, limits, (name, content) => void files.set(name, content.toString()))
  return files
}

test('it has every photo that its owner sent in, each where data.json names it, and nobody else’s (T94)', async () => {
  const [me, other] = [await createBuyer(), await createBuyer()]
  const guests = await put(requests)
  await askWithPhotos(null, [guests])
  const files = await openArchive(me.scope)
  const [shown, hidden, first, second] = me.keys
  expect([...files.keys()].sort()).toEqual(
    [
      'data.json',
      ...[shown, hidden].map((key) => `photos/reviews/${key}.webp`),
      ...[first, second].map((key) => `photos/requests/${key}.webp`),
    ].sort(),
  )
  for (const key of [first, second]) expect(files.get(`photos/requests/${key}.webp`)).toBe(`photo ${key}`)
  const data = files.get('data.json') ?? ''
  const { orders } = JSON.parse(data)
  expect(orders[0].orders[0].lines[0].afterSales).toMatchObject([{ photos: [first, second] }])
  const all = [...files].flat().join()
  for (const key of [...other.keys, guests]) expect(all).not.toContain(key)
})

test('a photo that went meanwhile is left out, and the rest is whole', async () => {
  const { scope, keys } = await createBuyer()
  await rm(originalFile(requests, keys[2]!))
  const files = await openArchive(scope)
  expect(files.size).toBe(4)
  expect(files.has(`photos/requests/${keys[2]}.webp`)).toBe(false)
})
