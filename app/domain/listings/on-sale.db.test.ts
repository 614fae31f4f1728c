import { expect, test } from 'vitest'
import { findProduct } from '#app/domain/catalog/find-product.server.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { cardTag, catalogTag, enterpriseTag, productTag } from '#app/domain/catalog/tags.ts'
import { day } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { soundDraft } from '#tests/support/drafts.ts'
import { hearTags } from '#tests/support/dropped-tags.ts'
import { formOf } from '#tests/support/forms.ts'
import { createShop, listingServices, recordOf, submitDraft } from '#tests/support/listings.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { acceptListing } from './accept-listing.server.ts'
import { actOnListing } from './act-on-listing.server.ts'
import { changePrice } from './change-price.server.ts'
import { publishAgain, takeDown } from './take-down.server.ts'
import { takeDownLapsed } from './take-down-lapsed.server.ts'

const { db, pool, url } = await useDatabase()
const services = await listingServices({ db, pool })
const reading: Reading = { pool, clock: services.clock, memo: ({ load }) => load() }

const takeDropped = await hearTags({ pool, url })

test('a price changes at once: page, lists, history and 划线价 follow', async () => {
  const { owner, variant } = await createShop(services)
  await takeDropped()
  const reduced = {
    articleNumber: variant.articleNumber,
    priceFen: 1_600,
    seenFen: 2_000,
    showsReduction: true,
  }
  expect(await changePrice(services, owner, reduced)).toEqual({ ok: true, value: { wasPriceFen: 2_000 } })
  expect(await findProduct(reading, variant.slug, 'zh')).toMatchObject({
    minPriceFen: 1_600,
    unitPriceFen: 800,
    variants: [{ priceFen: 1_600, wasPriceFen: 2_000 }],
  })
  expect(await takeDropped()).toEqual(
    new Set([catalogTag, productTag(variant.slug), cardTag(variant.slug), enterpriseTag(owner.slug)]),
  )
  const history = await db.priceChange.findMany({
    where: { variantId: variant.id },
    orderBy: { changedAt: 'asc' },
  })
  expect(history.at(-1)).toMatchObject({ fromFen: 2_000, toFen: 1_600, changedBy: owner.staff.staffId })
  // The same click twice is one change.
  expect(await changePrice(services, owner, reduced)).toEqual({ ok: true, value: { wasPriceFen: 2_000 } })
  expect(await db.priceChange.count({ where: { variantId: variant.id } })).toBe(history.length)
})

test('a price that jumps is asked for once, of exactly that price, and nothing that was typed is lost', async () => {
  const { owner, listing, variant } = await createShop(services)
  const send = (fields: Record<string, string>) => {
    const form = formOf({
      intent: 'change-price',
      articleNumber: variant.articleNumber,
      seenFen: '2000',
      ...fields,
    })
    return actOnListing(services, owner, listing, form)
  }
  const priced = async () => (await db.variant.findUniqueOrThrow({ where: { id: variant.id } })).priceFen
  const asked = { ok: false, failure: 'price-jump', typed: { price: '2', showsReduction: false } }
  expect(await send({ price: '2' })).toMatchObject(asked)
  expect(await send({ price: '2', confirmedFen: '100' })).toMatchObject(asked)
  expect(await send({ price: '200', showsReduction: 'on' })).toMatchObject({
    failure: 'price-jump',
    typed: { price: '200', showsReduction: true },
  })
  expect(await priced()).toBe(2_000)
  expect(await send({ price: '2', confirmedFen: '200' })).toMatchObject({ ok: true })
  expect(await priced()).toBe(200)
})

test('划线价 is never more than what was asked in the week before, and only where it is wanted', async () => {
  const { owner, variant } = await createShop(services)
  const change = async (seenFen: number, priceFen: number, showsReduction = true) => {
    const changed = await changePrice(services, owner, {
      articleNumber: variant.articleNumber,
      priceFen,
      seenFen,
      showsReduction,
    })
    return changed.ok ? changed.value.wasPriceFen : changed.code
  }
  expect(await change(2_000, 9_900)).toBeNull()
  services.clock.pass(day)
  expect(await change(9_900, 1_990)).toBe(2_000)
  services.clock.pass(8 * day)
  expect(await change(1_990, 1_500, false)).toBeNull()
  expect(await change(1_500, 0)).toBe('invalid-price')
})

test('of two who change a price at once, one is told what it is now (T10)', async () => {
  const { owner, editor, variant } = await createShop(services)
  const both = await Promise.all([
    changePrice(services, owner, {
      articleNumber: variant.articleNumber,
      priceFen: 1_900,
      seenFen: 2_000,
      showsReduction: true,
    }),
    changePrice(services, editor, {
      articleNumber: variant.articleNumber,
      priceFen: 1_800,
      seenFen: 2_000,
      showsReduction: true,
    }),
  ])
  const won = both.findIndex(({ ok }) => ok)
  const price = [1_900, 1_800][won]
  expect(both[1 - won]).toMatchObject({ code: 'changed', detail: { priceFen: price } })
  expect(await db.variant.findUnique({ where: { id: variant.id } })).toMatchObject({ priceFen: price })
})

test('taken down, goods are found nowhere until they are published again', async () => {
  const { owner, listing, variant } = await createShop(services)
  expect(await takeDown(services, owner, listing)).toMatchObject({ ok: true })
  expect(await takeDown(services, owner, listing)).toMatchObject({ code: 'not-on-sale' })
  expect(await findProduct(reading, variant.slug, 'zh')).toBeNull()
  await takeDropped()
  expect(await publishAgain(services, owner, listing)).toMatchObject({ ok: true })
  expect((await takeDropped()).has(productTag(variant.slug))).toBe(true)
  expect(await findProduct(reading, variant.slug, 'zh')).not.toBeNull()
})

test('what may not be sold without a paper is taken down on the day after its last (E7)', async () => {
  const { owner } = await createShop(services)
  const today = services.clock.now()
  const reviewer = await createOrganizer(db)
  const papers = (['quarantine', 'meat-quality'] as const).map((kind) => ({
    kind,
    number: `演示-${kind}`,
    issuer: '监督所',
    issuedOn: today.toISOString().slice(0, 10),
    expiresOn: new Date(today.getTime() + 3 * day).toISOString().slice(0, 10),
  }))
  const lamb = soundDraft({
    categoryCode: 'meat',
    subcategoryCode: 'meat-lamb',
    storage: 'frozen',
    returnRule: 'excluded-perishable',
    label: { ...soundDraft().label, origin: '敖汉' },
    batches: [{ code: '', producedOn: today.toISOString().slice(0, 10), expiresOn: null, papers }],
  })
  const id = await submitDraft(services, owner, lamb)
  await acceptListing(services, reviewer, id, { version: 1, publishAt: null })
  const { productSlug } = await recordOf(services, owner, id)
  expect(await findProduct(reading, productSlug ?? '', 'zh')).toMatchObject({
    batches: [{ papers: [{}, {}] }],
  })

  services.clock.pass(3 * day)
  expect(await takeDownLapsed(services)).toBe(0)
  services.clock.pass(day)
  const taken = await Promise.all([takeDownLapsed(services), takeDownLapsed(services)])
  expect(taken.reduce((sum, count) => sum + count)).toBe(1)
  expect(await findProduct(reading, productSlug ?? '', 'zh')).toBeNull()
  expect(await publishAgain(services, owner, id)).toMatchObject({ code: 'papers-lapsed' })
})
