import { expect, test } from 'vitest'
import { findProduct } from '#app/domain/catalog/find-product.server.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { searchProducts } from '#app/domain/search/search-products.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { soundDraft, soundVariant } from '#tests/support/drafts.ts'
import { createDivision } from '#tests/support/goods.ts'
import { createShop, listingServices, recordOf, submitDraft } from '#tests/support/listings.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { acceptListing } from './accept-listing.server.ts'
import { createListing } from './create-listing.server.ts'
import { loadedBatches, mostBatches } from './draft.ts'
import { editDraft } from './edit-draft.ts'
import { returnListing } from './return-listing.server.ts'
import { saveListing } from './save-listing.server.ts'
import { submitListing } from './submit-listing.server.ts'
import { discardDraft, withdrawListing } from './withdraw-listing.server.ts'

const { db, pool } = await useDatabase()
const services = await listingServices({ db, pool })
const reviewer = await createOrganizer(db, 'division-reviewer', '150430')
const reading: Reading = { pool, clock: services.clock, memo: ({ load }) => load() }
const now = { publishAt: null }

async function shownOf(productId: number | null) {
  const product = await db.product.findUnique({ where: { id: productId ?? 0 } })
  return product && (await findProduct(reading, product.slug, 'zh'))
}

test('a listing is submitted, returned with comments, mended, accepted, and then found in the shop', async () => {
  const { owner } = await createShop(services)
  const draft = soundDraft({
    title: '沙里河旱作黄小米',
    variants: [soundVariant(), soundVariant({ label: '5斤', netGrams: 2_500, priceFen: 8_800 })],
  })
  const id = await submitDraft(services, owner, draft)
  const comments = [{ field: 'title' as const, body: '请写明品种' }]
  expect(await returnListing(services, reviewer, id, { version: 1, comments })).toMatchObject({ ok: true })
  const returned = await recordOf(services, owner, id)
  expect(returned).toMatchObject({
    status: 'returned',
    shelf: 'unpublished',
    comments: [{ field: 'title', body: '请写明品种' }],
  })

  const mended = { ...draft, title: '沙里河旱作黄金苗小米' }
  expect(await saveListing(services, owner, id, { version: 1, draft: mended })).toMatchObject({ ok: true })
  expect(await recordOf(services, owner, id)).toMatchObject({ status: 'returned', comments: [{}] })
  expect(await submitListing(services, owner, id, 2)).toMatchObject({ ok: true })
  expect(await acceptListing(services, reviewer, id, { version: 2, ...now })).toEqual({
    ok: true,
    value: { isPublished: true },
  })

  const accepted = await recordOf(services, owner, id)
  expect(accepted).toMatchObject({ status: 'accepted', draft: null, shelf: 'on-sale' })
  const product = await shownOf(accepted.productId)
  expect(product).toMatchObject({
    title: mended.title,
    minPriceFen: 1_990,
    unitPriceFen: 1_990,
    isInStock: true,
    variants: [
      { label: '500g 袋装', priceFen: 1_990, wasPriceFen: null },
      { label: '5斤', priceFen: 8_800 },
    ],
    pictures: [{ alt: mended.title }],
  })
  const { page } = await searchProducts(reading, '黄金苗', { sort: 'score' }, 'zh')
  expect(page.items.map(({ slug }) => slug)).toEqual([product?.slug])
  const history = await db.priceChange.findMany({ where: { variant: { productId: accepted.productId! } } })
  expect(history.map(({ fromFen, toFen }) => [fromFen, toFen])).toEqual(
    expect.arrayContaining([
      [null, 1_990],
      [null, 8_800],
    ]),
  )
  const audit = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  expect(audit.map(({ action }) => action)).toEqual([
    'create-listing',
    'submit-listing',
    'return-listing',
    'save-listing',
    'submit-listing',
    'publish-listing',
    'accept-listing',
  ])
})

test('what is published stays on sale, unchanged, while its change waits', async () => {
  const { owner, listing: id, variant } = await createShop(services)
  const draft = soundDraft({
    title: '改了名字的小米',
    variants: [soundVariant({ sku: variant.articleNumber, initialStock: null })],
  })
  await saveListing(services, owner, id, { version: 1, draft })
  await submitListing(services, owner, id, 2)
  expect(await shownOf(variant.productId)).toMatchObject({ title: variant.product.title, isInStock: true })
  await acceptListing(services, reviewer, id, { version: 2, ...now })
  const shown = await shownOf(variant.productId)
  expect(shown).toMatchObject({
    title: '改了名字的小米',
    slug: variant.slug,
    variants: [{ sku: variant.sku, priceFen: 2_000 }],
  })
})

test('a variant that is left out is not sold any more, and a new one begins with its stock', async () => {
  const { owner, listing: id, variant } = await createShop(services)
  const draft = soundDraft({
    variants: [soundVariant({ label: '新装', sku: `own-${variant.id}`, initialStock: 7 })],
  })
  await saveListing(services, owner, id, { version: 1, draft })
  await submitListing(services, owner, id, 2)
  await acceptListing(services, reviewer, id, { version: 2, ...now })
  const shown = await shownOf(variant.productId)
  const { sku } = await db.variant.findFirstOrThrow({ where: { articleNumber: `own-${variant.id}` } })
  expect(shown?.variants).toMatchObject([{ sku, stock: { kind: 'low', left: 7 } }])
  expect(await db.variant.findUnique({ where: { id: variant.id } })).toMatchObject({ isActive: false })
})

test('nobody accepts what they handed in, nor what an enterprise of theirs did (T48)', async () => {
  const { owner } = await createShop(services)
  const id = await submitDraft(services, owner)
  const both = await createOrganizer(db)
  await db.membership.create({
    data: {
      staffId: both.staff.staffId,
      role: 'editor',
      enterpriseId: owner.enterpriseId,
      createdAt: new Date(),
    },
  })
  expect(await acceptListing(services, both, id, { version: 1, ...now })).toMatchObject({
    code: 'own-submission',
  })
  await db.membership.deleteMany({ where: { staffId: both.staff.staffId, enterpriseId: owner.enterpriseId } })
  await db.listing.update({ where: { id }, data: { submittedBy: both.staff.staffId } })
  expect(await acceptListing(services, both, id, { version: 1, ...now })).toMatchObject({
    code: 'own-submission',
  })
  const comments = [{ field: 'listing' as const, body: '不行' }]
  expect(await returnListing(services, both, id, { version: 1, comments })).toMatchObject({
    code: 'own-submission',
  })
  expect(await acceptListing(services, reviewer, id, { version: 1, ...now })).toMatchObject({ ok: true })
})

test('a reviewer decides in their own division only; to others the listing does not exist (T48)', async () => {
  const { owner } = await createShop(services)
  const id = await submitDraft(services, owner)
  await createDivision(db, '150402', 'hongshan')
  const stranger = await createOrganizer(db, 'division-reviewer', '150402')
  expect(await acceptListing(services, stranger, id, { version: 1, ...now })).toMatchObject({
    code: 'not-found',
  })
  const comments = [{ field: 'listing' as const, body: '不行' }]
  expect(await returnListing(services, stranger, id, { version: 1, comments })).toMatchObject({
    code: 'not-found',
  })
  expect(await recordOf(services, owner, id)).toMatchObject({ status: 'submitted' })
})

test('ten reviewers at once publish one product', async () => {
  const { owner } = await createShop(services)
  const id = await submitDraft(services, owner)
  const accepted = await Promise.all(
    Array.from({ length: 10 }, () => acceptListing(services, reviewer, id, { version: 1, ...now })),
  )
  expect(accepted.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.product.count({ where: { enterpriseId: owner.enterpriseId } })).toBe(2)
})

test('what is accepted is what the reviewer saw, however quickly it is taken back and changed', async () => {
  const { owner } = await createShop(services)
  for (let round = 0; round < 5; round += 1) {
    const id = await submitDraft(services, owner, soundDraft({ title: `第 ${round} 轮的小米` }))
    const change = async () => {
      await withdrawListing(services, owner, id)
      await saveListing(services, owner, id, { version: 1, draft: soundDraft({ title: '趁机改掉的标题' }) })
      return await submitListing(services, owner, id, 2)
    }
    const [accepted] = await Promise.all([
      acceptListing(services, reviewer, id, { version: 1, ...now }),
      change(),
    ])
    const { published, status } = await recordOf(services, owner, id)
    if (accepted.ok) expect(published?.title).toBe(`第 ${round} 轮的小米`)
    else expect([published, status]).toEqual([null, 'submitted'])
  }
})

test('goods of a suspended enterprise, and drafts with something left to mend, are not accepted', async () => {
  const { owner } = await createShop(services)
  const id = await submitDraft(services, owner)
  await db.enterprise.update({
    where: { id: owner.enterpriseId },
    data: { status: 'suspended', suspendedAt: new Date() },
  })
  expect(await acceptListing(services, reviewer, id, { version: 1, ...now })).toMatchObject({
    code: 'suspended',
  })
  const unready = await createListing(services, owner, soundDraft({ title: '' }))
  expect(await submitListing(services, owner, unready.id, 1)).toMatchObject({
    code: 'has-problems',
    detail: [{ field: 'title' }],
  })
  const elsewhere = soundDraft({ categoryCode: 'meat', subcategoryCode: 'grain-millet' })
  const lost = await createListing(services, owner, elsewhere)
  expect(await submitListing(services, owner, lost.id, 1)).toMatchObject({
    detail: [{ code: 'unknown-category' }],
  })
})

test('a product of more batches than its editor shows takes another, and keeps them all', async () => {
  const { owner, listing: id, variant } = await createShop(services)
  const productId = variant.product.id
  const days = Array.from(
    { length: mostBatches },
    (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`,
  )
  for (const producedOn of days)
    await db.batch.create({
      data: { productId, code: `${productId}-${producedOn}`, producedOn: new Date(producedOn), papers: [] },
    })
  const { published, version } = await recordOf(services, owner, id)
  const shown = published?.batches.map(({ producedOn }) => producedOn)
  expect(shown).toEqual(days.slice(-loadedBatches).reverse())

  const draft = editDraft(
    soundDraft({ batches: published?.batches ?? [], variants: published?.variants ?? [] }),
    'add-batch',
  )
  const harvest = draft?.batches.at(-1)
  if (!draft || !harvest || harvest.code) throw new Error('no room for another batch')
  harvest.producedOn = '2026-11-20'
  await saveListing(services, owner, id, { version, draft })
  expect(await submitListing(services, owner, id, version + 1)).toMatchObject({ ok: true })
  expect(await acceptListing(services, reviewer, id, { version: version + 1, ...now })).toMatchObject({
    ok: true,
  })
  expect(await db.batch.count({ where: { productId } })).toBe(mostBatches + 1)
  const latest = await recordOf(services, owner, id)
  expect(latest.published?.batches[0]?.producedOn).toBe('2026-11-20')
  expect(editDraft(latest.published ?? draft, 'add-batch')?.batches).toHaveLength(loadedBatches + 1)
})

test('an article number that other goods of the enterprise have is refused before it is reviewed', async () => {
  const { owner, variant } = await createShop(services)
  const variants = [soundVariant({ sku: variant.articleNumber })]
  const { id } = await createListing(services, owner, soundDraft({ variants }))
  expect(await submitListing(services, owner, id, 1)).toMatchObject({
    detail: [{ field: 'variants.0.sku', code: 'sku-taken' }],
  })
})

test('a change is discarded and what is published stays; a draft that never was is gone', async () => {
  const { owner, listing: id, variant } = await createShop(services)
  expect(await submitListing(services, owner, id, 1)).toMatchObject({ code: 'nothing-changed' })
  await saveListing(services, owner, id, { version: 1, draft: soundDraft({ title: '不要了的标题' }) })
  expect(await discardDraft(services, owner, id, 2)).toMatchObject({ value: { isGone: false } })
  expect(await recordOf(services, owner, id)).toMatchObject({
    draft: null,
    status: 'accepted',
    shelf: 'on-sale',
  })
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({ title: variant.product.title })
  const fresh = await createListing(services, owner, soundDraft())
  expect(await discardDraft(services, owner, fresh.id, 1)).toMatchObject({ value: { isGone: true } })
  expect(await db.listing.findUnique({ where: { id: fresh.id } })).toBeNull()
})
