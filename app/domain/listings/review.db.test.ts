import { expect, test } from 'vitest'
import { findProduct } from '#app/domain/catalog/find-product.server.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { searchProducts } from '#app/domain/search/search-products.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { after, day, hour, shanghaiMinuteInput } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { draftForm, soundDraft, soundVariant } from '#tests/support/drafts.ts'
import { createShop, listingServices, recordOf, submitDraft } from '#tests/support/listings.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { acceptListing } from './accept-listing.server.ts'
import { createListing } from './create-listing.server.ts'
import { editListing } from './edit-listing.server.ts'
import { openDraft } from './open-draft.server.ts'
import { openSubmission } from './open-submission.server.ts'
import { publishScheduled } from './publish-scheduled.server.ts'
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
    'accept-listing',
    'publish-listing',
  ])
})

test('what is published stays on sale, unchanged, while its change waits', async () => {
  const { owner, listing: id, variant } = await createShop(services)
  const draft = soundDraft({
    title: '改了名字的小米',
    variants: [soundVariant({ sku: variant.sku, initialStock: null })],
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
  expect(shown?.variants).toMatchObject([{ sku: `own-${variant.id}`, stock: { kind: 'low', left: 7 } }])
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
  await db.division.create({
    data: {
      code: '150402',
      slug: 'hongshan',
      name: '红山区',
      nameEn: 'Hongshan',
      shortName: '红山',
      pinyin: 'hongshan',
      kind: 'district',
      areaKm2: 500,
      tagline: '',
      taglineEn: '',
      story: '',
      storyEn: '',
      sort: 2,
    },
  })
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

test('accepted for a day, it is shown from then on, once, however many processes look', async () => {
  const { owner } = await createShop(services)
  const id = await submitDraft(services, owner)
  const publishAt = new Date(services.clock.now().getTime() + hour)
  expect(await acceptListing(services, reviewer, id, { version: 1, publishAt })).toEqual({
    ok: true,
    value: { isPublished: false },
  })
  const waiting = await recordOf(services, owner, id)
  expect(waiting).toMatchObject({ status: 'accepted', shelf: 'unpublished', publishAt })
  expect(await saveListing(services, owner, id, { version: 1, draft: soundDraft() })).toMatchObject({
    code: 'not-editable',
  })
  expect(await publishScheduled(services)).toBe(0)
  services.clock.pass(hour)
  const published = await Promise.all([1, 2, 3].map(() => publishScheduled(services)))
  expect(published.reduce((sum, count) => sum + count)).toBe(1)
  expect(await recordOf(services, owner, id)).toMatchObject({
    draft: null,
    publishAt: null,
    shelf: 'on-sale',
  })
})

test('the day comes, and the enterprise is suspended: it waits; a paper has run out: it goes back', async () => {
  const { owner } = await createShop(services)
  const ends = { code: '', producedOn: '2026-11-20', expiresOn: '2026-11-25' }
  const papers = (['quarantine', 'meat-quality'] as const).map((kind) => ({
    kind,
    number: 'A1',
    issuer: '监督所',
    issuedOn: '2026-11-20',
    expiresOn: null,
  }))
  const lamb = soundDraft({
    categoryCode: 'meat',
    subcategoryCode: 'meat-lamb',
    storage: 'frozen',
    returnRule: 'excluded-perishable',
    batches: [{ ...ends, papers }],
    label: { ...soundDraft().label, origin: '敖汉' },
  })
  const [millet, meat] = [await submitDraft(services, owner), await submitDraft(services, owner, lamb)]
  const publishAt = new Date(services.clock.now().getTime() + 48 * hour)
  for (const id of [millet, meat]) await acceptListing(services, reviewer, id, { version: 1, publishAt })
  services.clock.pass(48 * hour)
  const suspend = (status: string) =>
    db.enterprise.update({
      where: { id: owner.enterpriseId },
      data: { status, suspendedAt: status === 'suspended' ? new Date() : null },
    })
  await suspend('suspended')
  expect(await publishScheduled(services)).toBe(0)
  await suspend('active')
  await publishScheduled(services)
  expect(await recordOf(services, owner, millet)).toMatchObject({ shelf: 'on-sale' })
  expect(await recordOf(services, owner, meat)).toMatchObject({
    shelf: 'unpublished',
    status: 'draft',
    publishAt: null,
  })
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

test('a SKU that other goods have is refused before it is reviewed', async () => {
  const [{ owner }, other] = [await createShop(services), await createShop(services)]
  const variants = [soundVariant({ sku: other.variant.sku })]
  const { id } = await createListing(services, owner, soundDraft({ variants }))
  expect(await submitListing(services, owner, id, 1)).toMatchObject({
    detail: [{ field: 'variants.0.sku', code: 'sku-taken' }],
  })
})

test('a change is discarded and what is published stays; a draft that never was is gone', async () => {
  const { owner, listing: id, variant } = await createShop(services)
  expect(await submitListing(services, owner, id, 1)).toMatchObject({ code: 'nothing-changed' })
  await saveListing(services, owner, id, { version: 1, draft: soundDraft({ title: '不要了的标题' }) })
  expect(await discardDraft(services, owner, id)).toMatchObject({ value: { isGone: false } })
  expect(await recordOf(services, owner, id)).toMatchObject({
    draft: null,
    status: 'accepted',
    shelf: 'on-sale',
  })
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({ title: variant.product.title })
  const fresh = await createListing(services, owner, soundDraft())
  expect(await discardDraft(services, owner, fresh.id)).toMatchObject({ value: { isGone: true } })
  expect(await db.listing.findUnique({ where: { id: fresh.id } })).toBeNull()
})

test('when an enterprise would like its goods on sale is told to the reviewer, until it is decided or has passed', async () => {
  const { owner } = await createShop(services)
  const { id } = await createListing(services, owner, soundDraft())
  const wishedAt = after(services.clock.now(), day)
  const wish = async () => (await openSubmission(services, reviewer, id))!.wishedAt
  const hand = (time: string) => sendEditor(owner, id, { intent: 'submit', wishedAt: time })
  expect(await hand('2020-01-01T09:00')).toMatchObject({ errors: { wishedAt: 'time-passed' } })
  expect(await hand(shanghaiMinuteInput(wishedAt))).toMatchObject({ isSubmitted: true, errors: {} })
  expect(await wish()).toEqual(wishedAt)
  services.clock.pass(day)
  expect(await wish()).toBeNull()
  await acceptListing(services, reviewer, id, { version: 1, ...now })
  expect(await recordOf(services, owner, id)).toMatchObject({ wishedAt: null, shelf: 'on-sale' })
})

test('a wish is kept with whatever else is saved, and comes back with a form that is refused', async () => {
  const { owner } = await createShop(services)
  const { id } = await createListing(services, owner, soundDraft({ title: '' }))
  const wishedAt = after(services.clock.now(), day)
  const time = shanghaiMinuteInput(wishedAt)
  const stored = async () => (await openDraft(services, owner, id))!.wishedAt
  expect(await sendEditor(owner, id, { intent: 'submit', title: '', wishedAt: time })).toMatchObject({
    failure: 'has-problems',
    wish: time,
  })
  expect(await stored()).toEqual(wishedAt)
  expect(await sendEditor(owner, id, { intent: 'save', title: '', wishedAt: '' })).toMatchObject({ wish: '' })
  expect(await stored()).toBeNull()
  await sendEditor(owner, id, { intent: 'save', title: '', wishedAt: time })
  const past = await sendEditor(owner, id, { intent: 'save', title: '', wishedAt: '2020-01-01T09:00' })
  expect(past.errors).toEqual({ wishedAt: 'time-passed' })
  expect(await stored()).toEqual(wishedAt)
  // A colleague whose editor was opened before it was wished for has typed something else.
  const untouched = { wishedAt: '', seenWish: '' }
  await sendEditor(owner, id, { intent: 'autosave', subtitle: '新碾', ...untouched })
  expect(await stored()).toEqual(wishedAt)
  const { version } = (await openDraft(services, owner, id))!
  const sent = await sendEditor(owner, id, { intent: 'submit', version: String(version), ...untouched })
  expect(sent).toMatchObject({ isSubmitted: true })
  expect(await stored()).toEqual(wishedAt)
})

test('an owner whose listing came back is not offered a wish that has passed', async () => {
  const { owner } = await createShop(services)
  const { id } = await createListing(services, owner, soundDraft())
  const wishedAt = shanghaiMinuteInput(after(services.clock.now(), hour))
  expect(await sendEditor(owner, id, { intent: 'submit', wishedAt })).toMatchObject({ isSubmitted: true })
  const comments = [{ field: 'title' as const, body: '请写明品种' }]
  await returnListing(services, reviewer, id, { version: 1, comments })
  expect((await openDraft(services, owner, id))!.wishedAt).not.toBeNull()
  services.clock.pass(hour)
  expect((await openDraft(services, owner, id))!.wishedAt).toBeNull()
})

/** The editor's form of a sound draft, with some fields changed. */
async function sendEditor(owner: EnterpriseScope, id: string, fields: Record<string, string>) {
  const form = draftForm(soundDraft())
  form.set('version', '1')
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return await editListing({ ...services, env: { DATA_DIR: '' } }, owner, id, form)
}
