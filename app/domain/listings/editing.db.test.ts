import { expect, test } from 'vitest'
import { minute } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { soundDraft, soundVariant } from '#tests/support/drafts.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createShop, listingServices, recordOf, submitDraft } from '#tests/support/listings.ts'
import { repeats } from '#tests/support/workers.ts'
import { changePrice } from './change-price.server.ts'
import { copyListing } from './copy-listing.server.ts'
import { createListing } from './create-listing.server.ts'
import { readListing } from './listing-record.server.ts'
import { saveListing } from './save-listing.server.ts'
import { submitListing } from './submit-listing.server.ts'
import { publishAgain, takeDown } from './take-down.server.ts'
import { discardDraft, withdrawListing } from './withdraw-listing.server.ts'

const { db, pool } = await useDatabase()
const services = await listingServices({ db, pool })
const unguarded = await useDatabase()
const unmet = editSql(unguarded.pool, [
  ['SELECT FROM listing WHERE id = $1::uuid FOR UPDATE', 'SELECT $1::uuid'],
])
const base = soundDraft()

async function begin() {
  const shop = await createShop(services)
  const { id } = await createListing(services, shop.owner, base)
  return { ...shop, id }
}

test('of two editors of the same field the second is told, and both texts are there (T10)', async () => {
  const { owner, editor, id } = await begin()
  await saveListing(services, owner, id, { version: 1, draft: soundDraft({ title: '负责人写的标题' }), base })
  const mine = soundDraft({ title: '编辑写的标题' })
  const late = await saveListing(services, editor, id, { version: 1, draft: mine, base })
  expect(late).toMatchObject({ ok: false, code: 'changed' })
  if (late.ok || late.code !== 'changed') throw new Error('not told')
  expect(late.detail).toMatchObject({
    version: 2,
    fields: ['title'],
    by: owner.staff.name,
    theirs: { title: '负责人写的标题' },
  })
  expect((await recordOf(services, owner, id)).draft?.title).toBe('负责人写的标题')
  // Having seen it, the second may insist.
  const kept = await saveListing(services, editor, id, { version: 2, draft: mine, base: late.detail.theirs })
  expect(kept).toMatchObject({ ok: true, value: { version: 3 } })
  expect((await recordOf(services, owner, id)).draft?.title).toBe('编辑写的标题')
})

test('two editors of different fields both have theirs, and the second hears of it (T10)', async () => {
  const { owner, editor, id } = await begin()
  await saveListing(services, owner, id, { version: 1, draft: soundDraft({ subtitle: '秋收新米' }), base })
  const saved = await saveListing(services, editor, id, {
    version: 1,
    draft: soundDraft({ giName: '敖汉小米' }),
    base,
  })
  expect(saved).toMatchObject({ ok: true, value: { version: 3, alsoChanged: ['subtitle'] } })
  expect((await recordOf(services, owner, id)).draft).toMatchObject({
    subtitle: '秋收新米',
    giName: '敖汉小米',
  })
})

test('whoever does not say what they began from is told of every difference (T10)', async () => {
  const { owner, editor, id } = await begin()
  await saveListing(services, owner, id, { version: 1, draft: soundDraft({ subtitle: '秋收新米' }) })
  const late = await saveListing(services, editor, id, {
    version: 1,
    draft: soundDraft({ titleEn: 'Millet' }),
  })
  expect(late).toMatchObject({ code: 'changed', detail: { fields: ['titleEn', 'subtitle'] } })
  expect(
    await saveListing(services, editor, id, { version: 2, draft: soundDraft({ subtitle: '秋收新米' }) }),
  ).toMatchObject({
    ok: true,
    value: { version: 2 },
  })
})

test('ten who save at once, each another field, lose nothing (T10)', async () => {
  const { owner, editor, id } = await begin()
  const changes = [
    { title: '十人同改的小米' },
    { titleEn: 'Millet of ten' },
    { subtitle: '一' },
    { subtitleEn: 'one' },
    { descriptionEn: 'Ten lines' },
    { giName: '敖汉小米' },
    { shelfLifeDays: 300 },
    { dispatchHours: 24 },
    { keywords: ['谷子'] },
    { seasonMonths: [9] },
  ]
  const saves = await Promise.all(
    changes.map((change, index) =>
      saveListing(services, index % 2 ? owner : editor, id, { version: 1, draft: soundDraft(change), base }),
    ),
  )
  expect(saves.every(({ ok }) => ok)).toBe(true)
  const { draft, version } = await recordOf(services, owner, id)
  expect(draft).toEqual(soundDraft(Object.assign({}, ...changes)))
  expect(version).toBe(11)
  expect(await db.auditEntry.count({ where: { subjectId: id, action: 'save-listing' } })).toBe(10)
})

test('the same save twice is one, and what waits for a reviewer is withdrawn before it is changed', async () => {
  const { owner, id } = await begin()
  const draft = soundDraft({ subtitle: '秋收新米' })
  expect(await saveListing(services, owner, id, { version: 1, draft, base })).toMatchObject({
    value: { version: 2 },
  })
  expect(await saveListing(services, owner, id, { version: 1, draft, base })).toMatchObject({
    value: { version: 2 },
  })
  expect(await submitListing(services, owner, id, 1)).toMatchObject({
    code: 'changed',
    detail: { version: 2 },
  })
  await submitListing(services, owner, id, 2)
  expect(await saveListing(services, owner, id, { version: 2, draft: base })).toMatchObject({
    code: 'not-editable',
  })
  expect(await withdrawListing(services, owner, id)).toMatchObject({ ok: true })
  expect(await withdrawListing(services, owner, id)).toMatchObject({ code: 'not-waiting' })
  expect(await saveListing(services, owner, id, { version: 2, draft: base })).toMatchObject({ ok: true })
})

test('prices and stock of what is on sale are no part of a draft', async () => {
  const { owner, listing: id, variant } = await createShop(services)
  const draft = soundDraft({
    variants: [soundVariant({ sku: variant.articleNumber, priceFen: 1, initialStock: 9 })],
  })
  await saveListing(services, owner, id, { version: 1, draft })
  const [edited] = (await recordOf(services, owner, id)).draft?.variants ?? []
  expect(edited).toMatchObject({ priceFen: 2_000, initialStock: null })
  await changePrice(services, owner, {
    articleNumber: variant.articleNumber,
    priceFen: 1_800,
    seenFen: 2_000,
    showsReduction: true,
  })
  expect((await recordOf(services, owner, id)).draft?.variants[0]).toMatchObject({ priceFen: 1_800 })
})

test('a copy is a draft of its own, without codes, stock and papers', async () => {
  const { owner, variant, listing } = await createShop(services)
  const copied = await copyListing(services, owner, listing)
  if (!copied.ok) throw new Error(copied.code)
  const copy = await recordOf(services, owner, copied.value.id)
  expect(copy).toMatchObject({ status: 'draft', published: null, version: 1 })
  expect(copy.draft).toMatchObject({
    title: variant.product.title,
    batches: [],
    variants: [{ sku: '', priceFen: 2_000 }],
  })
})

/** The button of one listing, touched six times. */
async function copyAtOnce(of: typeof services) {
  const { owner, listing } = await createShop(of)
  const copies = await Promise.all(Array.from({ length: 6 }, () => copyListing(of, owner, listing)))
  return new Set(copies.map((copy) => (copy.ok ? copy.value.id : copy.code)))
}

test('what a colleague saved meanwhile is not discarded unseen (T10)', async () => {
  const { owner, editor, id } = await begin()
  await saveListing(services, editor, id, { version: 1, draft: soundDraft({ title: '编辑写的标题' }), base })
  expect(await discardDraft(services, owner, id, 1)).toMatchObject({ code: 'changed' })
  expect((await recordOf(services, owner, id)).draft?.title).toBe('编辑写的标题')
  // Having seen it, they may.
  expect(await discardDraft(services, owner, id, 2)).toMatchObject({ value: { isGone: true } })
})

test('a double tap makes one copy', { repeats }, async () => {
  expect((await copyAtOnce(services)).size).toBe(1)
})

test('negative control: without the lock, a double tap makes several copies', async () => {
  const of = await listingServices(unguarded)
  let copies = 1
  for (let run = 0; run < 10 && copies === 1; run += 1) copies = (await copyAtOnce(of)).size
  expect(copies).toBeGreaterThan(1)
  expect([...unmet]).toEqual([])
})

test('a copy of one that was written on, or is a minute old, is another', async () => {
  const { owner, id } = await begin()
  const copies: Array<string> = []
  const copy = async () => {
    const copied = await copyListing(services, owner, id)
    if (!copied.ok) throw new Error(copied.code)
    copies.push(copied.value.id)
    return copied.value.id
  }
  await saveListing(services, owner, await copy(), { version: 1, draft: soundDraft({ title: '另一种小米' }) })
  await copy()
  services.clock.pass(minute)
  await copy()
  expect(new Set([id, ...copies]).size).toBe(4)
})

test('another enterprise finds nothing, and changes nothing (T43)', async () => {
  const { owner, listing, variant } = await createShop(services)
  const { owner: stranger } = await createShop(services)
  const waiting = await submitDraft(services, owner)
  const attempts = await Promise.all([
    saveListing(services, stranger, listing, { version: 1, draft: base }),
    submitListing(services, stranger, listing, 1),
    withdrawListing(services, stranger, waiting),
    discardDraft(services, stranger, listing, 1),
    copyListing(services, stranger, listing),
    takeDown(services, stranger, listing),
    publishAgain(services, stranger, listing),
    changePrice(services, stranger, {
      articleNumber: variant.articleNumber,
      priceFen: 1,
      seenFen: 2_000,
      showsReduction: false,
    }),
  ])
  expect(attempts.map((attempt) => attempt.ok || attempt.code)).toEqual(Array(8).fill('not-found'))
  expect(await readListing(services.db, stranger, listing)).toBeNull()
  expect(await recordOf(services, owner, listing)).toMatchObject({
    version: 1,
    shelf: 'on-sale',
    draft: null,
  })
})
