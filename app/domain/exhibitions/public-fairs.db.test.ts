import { expect, test } from 'vitest'
import { listLivestreams } from '#app/domain/livestreams/list-livestreams.server.ts'
import { readEntryFilter } from '#app/domain/reports/entry-filter.ts'
import { listOwnEntries } from '#app/domain/reports/own-entries.server.ts'
import { appendEntries, verifyEntries } from '#app/domain/sales/append-entries.server.ts'
import { findAttribution } from '#app/domain/sales/find-attribution.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createMember } from '#tests/support/staff.ts'
import { findExhibition } from './find-exhibition.server.ts'
import { findRunningFair } from './find-running-fair.server.ts'
import { listExhibitions } from './list-exhibitions.server.ts'
import { listFairGoods } from './list-fair-goods.server.ts'
import { findFairStanding, listOwnFairs, readOwnResults } from './own-results.server.ts'

const { db, pool } = await useDatabase()
const services = { pool, clock: movableClock() }
const now = services.clock.now()
const goods = await createVariant(db)

/** Sells for 20 yuan at a fair's booth, claimed. */
async function sell(exhibitionId: number) {
  const entry = boothEntry({ exhibitionId, enterpriseId: goods.enterpriseId, variantId: goods.id })
  const [appended] = await withTransaction(pool, (tx) => appendEntries(tx, now, [entry]))
  return appended!.id
}

async function liveFigureOf(slug: string) {
  return (await findExhibition(services, slug, 'zh'))?.live ?? null
}

test('a fair that is only prepared is nobody’s to see, and no order counts for it (404)', async () => {
  const { slug, id } = await createFair(db, { isPublished: false, hasPublicFigure: true })
  expect(await findExhibition(services, slug, 'zh')).toBeNull()
  expect(await findRunningFair(services, 'zh')).toBeNull()
  expect(await listExhibitions(services, 'zh')).toEqual([])
  expect(await findAttribution(services, [{ fair: slug, via: 'qr-code', at: null }])).toBeUndefined()
  await db.exhibition.update({ where: { id }, data: { isPublished: true } })
  expect(await findExhibition(services, slug, 'zh')).toMatchObject({ slug, state: 'running' })
  expect(await findAttribution(services, [{ fair: slug, via: 'qr-code', at: null }])).toMatchObject({
    exhibitionId: id,
  })
})

test('a fair that is invented does not stand before a real one, with exhibitors or without', async () => {
  const invented = await createFair(db, { isDemonstration: true, startsAt: new Date('2026-11-23T16:00:00Z') })
  await db.exhibitionBooth.create({
    data: { exhibitionId: invented.id, enterpriseId: goods.enterpriseId, booth: 'A1' },
  })
  const running = await findRunningFair(services, 'zh')
  expect(running?.exhibition.isDemonstration).toBe(false)
  await db.exhibition.delete({ where: { id: invented.id } })
})

test('the public figure counts what is verified, and only where the organizers show it', async () => {
  const [open, closed] = [
    await createFair(db, { hasPublicFigure: true }),
    await createFair(db, { hasPublicFigure: false }),
  ]
  const ids = [await sell(open.id), await sell(open.id), await sell(closed.id)]
  expect(await liveFigureOf(open.slug)).toBeNull()
  const verified = [ids[0]!, ids[2]!]
  await withTransaction(pool, (tx) => verifyEntries(tx, now, verified, { rule: 'day-close', by: 'test' }))
  expect(await liveFigureOf(open.slug)).toMatchObject({ salesFen: 2_000, signedFen: 0, totalFen: 2_000 })
  expect(await liveFigureOf(closed.slug)).toBeNull()
})

test('a fair shows what its exhibitors chose, all of theirs where they chose nothing, and nobody else’s', async () => {
  const { slug, id } = await createFair(db)
  const [choosy, other, stranger] = [
    await createVariant(db),
    await createVariant(db),
    await createVariant(db),
  ]
  const second = await createVariant(db)
  await db.product.update({ where: { id: second.productId }, data: { enterpriseId: choosy.enterpriseId } })
  const booth = (enterpriseId: number) => ({ exhibitionId: id, enterpriseId, booth: 'A1' })
  await db.exhibitionBooth.createMany({ data: [booth(choosy.enterpriseId), booth(other.enterpriseId)] })
  const reading = { ...services, memo: <T>({ load }: { load: () => Promise<T> }) => load() }
  const shown = async () => {
    const page = await listFairGoods(reading, { slug, locale: 'zh', after: null })
    return page.items.map((card) => card.slug).sort()
  }
  expect(await shown()).toEqual([choosy.slug, other.slug, second.slug].sort())
  await db.exhibitionProduct.create({ data: { exhibitionId: id, productId: second.productId } })
  expect(await shown()).toEqual([other.slug, second.slug].sort())
  expect(await shown()).not.toContain(stranger.slug)
})

test('the schedule has today, what comes and what is past; neither the cancelled nor those of a prepared fair', async () => {
  const [open, prepared] = [await createFair(db), await createFair(db, { isPublished: false })]
  const session = (slug: string, startsAt: string, changes: object = {}) => ({
    slug,
    exhibitionId: open.id,
    title: slug,
    titleEn: '',
    host: '草原小满',
    startsAt: new Date(startsAt),
    endsAt: new Date(new Date(startsAt).getTime() + 7_200_000),
    ...changes,
  })
  await db.livestream.createMany({
    data: [
      session('yesterday', '2026-11-23T11:30:00Z'),
      session('now', '2026-11-24T01:00:00Z'),
      session('tonight', '2026-11-24T11:30:00Z'),
      session('tomorrow', '2026-11-24T16:00:00Z'),
      session('cancelled', '2026-11-24T11:30:00Z', { isCancelled: true }),
      session('hidden', '2026-11-24T11:30:00Z', { exhibitionId: prepared.id }),
    ],
  })
  const schedule = await listLivestreams(services, 'zh')
  const slugs = (items: typeof schedule.today) => items.map(({ slug }) => slug)
  expect([slugs(schedule.past), slugs(schedule.today), slugs(schedule.coming)]).toEqual([
    ['yesterday'],
    ['now', 'tonight'],
    ['tomorrow'],
  ])
  expect(schedule.today.map(({ isOnAir }) => isOnAir)).toEqual([true, false])
})

test('an enterprise reads its own results by channel, day and product, and its place without the others’ (T43)', async () => {
  const { slug, id } = await createFair(db)
  const [own, other] = [await createVariant(db), await createVariant(db)]
  for (const { enterpriseId } of [own, other])
    await db.exhibitionBooth.create({ data: { exhibitionId: id, enterpriseId, booth: 'A1' } })
  const entry = (goods: typeof own, amountFen: number, at = '2026-11-24T04:00:00Z') =>
    boothEntry(
      { exhibitionId: id, enterpriseId: goods.enterpriseId, variantId: goods.id },
      { amountFen, occurredAt: new Date(at) },
    )
  const entries = [entry(own, 2_000), entry(own, 3_000, '2026-11-24T16:00:00Z'), entry(other, 9_000)]
  const appended = await withTransaction(pool, (tx) => appendEntries(tx, now, entries))
  const first = appended.find(({ externalRef }) => externalRef === entries[0]!.externalRef)!
  const how = { rule: 'day-close', by: 'test' } as const
  await withTransaction(pool, (tx) => verifyEntries(tx, now, [first.id], how))
  const member = await createMember(db, own.enterpriseId, 'shipper')
  expect(await listOwnFairs(services, member)).toMatchObject([{ slug, booth: 'A1' }])
  const results = await readOwnResults(services, member, id)
  expect(results).toEqual({
    amountFen: 5_000,
    verifiedFen: 2_000,
    channels: [{ channel: 'onsite', amountFen: 5_000, verifiedFen: 2_000 }],
    days: [
      { day: '2026-11-24', amountFen: 2_000, verifiedFen: 2_000 },
      { day: '2026-11-25', amountFen: 3_000, verifiedFen: 0 },
    ],
    products: [
      {
        slug: own.product.slug,
        title: own.product.title,
        titleEn: own.product.titleEn,
        quantity: 2,
        amountFen: 5_000,
        verifiedFen: 2_000,
      },
    ],
    rest: { amountFen: 0, verifiedFen: 0 },
    rank: { place: 2, of: 2 },
  })
  expect(JSON.stringify(results)).not.toContain('9000')
  const at = (instant: string) => ({ pool, clock: { now: () => new Date(instant) } })
  const { rank } = results
  expect(await findFairStanding(at('2026-11-24T12:00:00Z'), member)).toMatchObject({ slug, rank })
  expect(await findFairStanding(at('2027-01-01T00:00:00Z'), member), 'no fair is on').toBeNull()
})

test('a fair is an enterprise’s own where it has sold without a booth', async () => {
  const fair = await createFair(db)
  const own = await createVariant(db)
  const member = await createMember(db, own.enterpriseId)
  const entry = boothEntry(
    { exhibitionId: fair.id, enterpriseId: own.enterpriseId, variantId: own.id },
    { channel: 'livestream', source: 'import', tender: null },
  )
  expect(await listOwnFairs(services, member)).toEqual([])
  await withTransaction(pool, (tx) => appendEntries(tx, now, [entry]))
  expect(await listOwnFairs(services, member)).toMatchObject([{ slug: fair.slug, booth: null }])
})

test('own results add up: what is of no product has a row, and the entries behind them are the enterprise’s alone', async () => {
  const { id } = await createFair(db)
  const [own, other] = [await createVariant(db), await createVariant(db)]
  const at = (goods: typeof own, variantId: number | null) =>
    boothEntry({ exhibitionId: id, enterpriseId: goods.enterpriseId, variantId: goods.id }, { variantId })
  const entries = [
    { ...at(own, own.id), amountFen: 2_000 },
    { ...at(own, null), goodsName: '冻梨', amountFen: 490 },
    { ...at(other, other.id), amountFen: 9_000 },
  ]
  await withTransaction(pool, (tx) => appendEntries(tx, now, entries))
  const member = await createMember(db, own.enterpriseId, 'shipper')
  const { amountFen, products, rest } = await readOwnResults(services, member, id)
  expect(amountFen).toBe(2_490)
  expect([...products, rest].map((row) => row.amountFen)).toEqual([2_000, 490])
  const { slug: stranger } = await db.enterprise.findUniqueOrThrow({ where: { id: other.enterpriseId } })
  for (const query of ['', `enterprise=${stranger}`, `product=${other.product.slug}`]) {
    const filter = readEntryFilter(new URLSearchParams(query), { divisionCode: null })
    const { items } = await listOwnEntries(services, member, id, 'zh', { ...filter, after: null })
    const sums = items.map((item) => item.amountFen).sort((a, b) => a - b)
    expect(sums, query).toEqual(query.startsWith('product') ? [] : [490, 2_000])
    expect(items.every(({ recordedBy }) => recordedBy === '')).toBe(true)
  }
})
