import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPool } from '#app/platform/db.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createShop, listingServices, recordOf } from '#tests/support/listings.ts'
import { listListings } from '../list-listings.server.ts'
import { parseListingQuery } from '../list-query.ts'
import { applyBulk, type BulkOrder } from './apply-bulk.server.ts'
import { mostAtOnce } from './bulk-act.ts'
import { listChosen } from './list-chosen.server.ts'
import { findBulk, undoBulk } from './undo-bulk.server.ts'

const { db, pool, url } = await useDatabase()
const services = await listingServices({ db, pool })

async function open() {
  const shop = await createShop(services)
  const order = (changes: Partial<BulkOrder>): BulkOrder => ({
    key: randomUUID(),
    kind: 'price',
    ids: [shop.listing],
    percent: -10,
    seen: new Map([[shop.variant.articleNumber, 2_000]]),
    category: { categoryCode: 'meat', subcategoryCode: 'meat-lamb' },
    ...changes,
  })
  const price = async () => {
    const { priceFen, wasPriceFen } = await db.variant.findUniqueOrThrow({ where: { id: shop.variant.id } })
    return [priceFen, wasPriceFen]
  }
  return {
    ...shop,
    order,
    price,
    shelf: async () => (await recordOf(services, shop.owner, shop.listing)).shelf,
  }
}

test('prices move by a percent, once however often the form is sent, and are undone within a minute', async () => {
  const { owner, order, price } = await open()
  const act = order({})
  await Promise.all(Array.from({ length: 5 }, () => applyBulk(services, owner, act)))
  expect(await price()).toEqual([1_800, 2_000])
  expect(await findBulk(services, owner, act.key)).toMatchObject({ count: 1, mayUndo: true })
  const undone = await Promise.all(Array.from({ length: 5 }, () => undoBulk(services, owner, act.key)))
  expect(undone.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await price()).toEqual([2_000, null])
})

test('after a minute nothing is undone, nor what a colleague did', async () => {
  const { owner, editor, order, price } = await open()
  const act = order({})
  await applyBulk(services, owner, act)
  expect(await findBulk(services, editor, act.key)).toBeNull()
  expect(await undoBulk(services, editor, act.key)).toMatchObject({ code: 'too-late' })
  services.clock.pass(60_000)
  expect(await undoBulk(services, owner, act.key)).toMatchObject({ code: 'too-late' })
  expect(await price()).toEqual([1_800, 2_000])
})

test('a price that somebody changed after the preview, or after the act, is left alone (T10)', async () => {
  const { owner, order, price, variant } = await open()
  await applyBulk(services, owner, order({ seen: new Map([[variant.articleNumber, 1_999]]) }))
  expect(await price()).toEqual([2_000, null])
  const act = order({})
  await applyBulk(services, owner, act)
  await db.variant.update({ where: { id: variant.id }, data: { priceFen: 1_500 } })
  await undoBulk(services, owner, act.key)
  expect((await price())[0]).toBe(1_500)
})

test('listings are taken down and published together, and the undo leaves out what was not touched', async () => {
  const { owner, order, shelf } = await open()
  const down = order({ kind: 'take-down' })
  await applyBulk(services, owner, down)
  expect(await shelf()).toBe('taken-down')
  const again = order({ kind: 'take-down' })
  await applyBulk(services, owner, again)
  expect(await findBulk(services, owner, again.key)).toMatchObject({ count: 0, mayUndo: false })
  await undoBulk(services, owner, again.key)
  expect(await shelf()).toBe('taken-down')
  await undoBulk(services, owner, down.key)
  expect(await shelf()).toBe('on-sale')
})

test('a move to another category waits in the draft for its review, and is gone when it is undone', async () => {
  const { owner, order, listing } = await open()
  const act = order({ kind: 'move-category' })
  await applyBulk(services, owner, act)
  const moved = await recordOf(services, owner, listing)
  expect(moved).toMatchObject({
    status: 'draft',
    draft: { subcategoryCode: 'meat-lamb' },
    published: { subcategoryCode: 'grain' },
  })
  await undoBulk(services, owner, act.key)
  expect(await recordOf(services, owner, listing)).toMatchObject({ status: 'accepted', draft: null })
})

test('what is left out is told with its reason', async () => {
  const { owner, order, variant } = await open()
  const publish = order({ kind: 'publish' })
  await applyBulk(services, owner, publish)
  expect(await findBulk(services, owner, publish.key)).toMatchObject({
    count: 0,
    left: [{ code: 'not-taken-down' }],
  })
  const priced = order({ seen: new Map([[variant.articleNumber, 1_999]]) })
  await applyBulk(services, owner, priced)
  expect(await findBulk(services, owner, priced.key)).toMatchObject({ left: [{ code: 'changed' }] })
})

test('all that match are a hundred at a time, each once', async () => {
  const { owner } = await open()
  const { enterpriseId } = owner
  const createdAt = services.clock.now()
  const line = { enterpriseId, categoryCode: 'grain', draft: {}, createdAt, updatedAt: createdAt }
  await db.listing.createMany({
    data: Array.from({ length: mostAtOnce + 7 }, (_, index) => ({ ...line, title: `黄小米 ${index}` })),
  })
  const query = parseListingQuery(new URLSearchParams('q=黄小米&state=draft'))
  const first = await listListings(services, owner, query, mostAtOnce)
  const second = await listListings(services, owner, { ...query, after: first.next }, mostAtOnce)
  expect([first.items.length, second.items.length, second.next]).toEqual([mostAtOnce, 7, null])
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(mostAtOnce + 7)
})

test('nothing is done without what its undo needs: an act whose record fails has not happened', async () => {
  const { owner, order, price } = await open()
  const failing = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 2 })
  const unmet = editSql(failing, [['UPDATE bulk_change SET before', 'UPDATE bulk_change SET beforehand']])
  await expect(applyBulk({ pool: failing, clock: services.clock }, owner, order({}))).rejects.toThrow(
    'beforehand',
  )
  await failing.end()
  expect([...unmet]).toEqual([])
  expect(await price()).toEqual([2_000, null])
})

test('nothing of another enterprise is touched (T43)', async () => {
  const { listing, shelf, price, variant } = await open()
  const { owner: stranger, order } = await open()
  expect(await listChosen(services, stranger, [listing])).toEqual([])
  const seen = new Map([[variant.articleNumber, 2_000]])
  for (const kind of ['price', 'take-down', 'move-category'] as const)
    await applyBulk(services, stranger, order({ kind, ids: [listing], seen }))
  expect([await shelf(), ...(await price())]).toEqual(['on-sale', 2_000, null])
})
