import { expect, test } from 'vitest'
import { reinstateEnterprise, suspendEnterprise } from '#app/domain/enterprises/suspend-enterprise.server.ts'
import { assignBooth, removeBooth } from '#app/domain/exhibitions/booths.server.ts'
import type { FairFacts } from '#app/domain/exhibitions/fair-form.ts'
import { findFair } from '#app/domain/exhibitions/fair-record.server.ts'
import { createFair, editFair } from '#app/domain/exhibitions/save-fair.server.ts'
import { chooseProducts } from '#app/domain/exhibitions/shown-products.server.ts'
import { publishAgain, takeDown } from '#app/domain/listings/take-down.server.ts'
import { changeGoods } from '#app/domain/livestreams/change-goods.server.ts'
import type { LivestreamFacts } from '#app/domain/livestreams/livestream-form.ts'
import {
  cancelLivestream,
  changeLivestream,
  scheduleLivestream,
} from '#app/domain/livestreams/save-livestream.server.ts'
import { after, hour } from '#app/kernel/clock.ts'
import { isPersonalPath, tagsHeader } from '#app/platform/public-page.ts'
import { useDatabase } from '#tests/support/database.ts'
import { hearTags } from '#tests/support/dropped-tags.ts'
import { openPages } from '#tests/support/pages.ts'
import { type Leaf, listRoutes, sampleOf } from '#tests/support/routes.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'

const database = await useDatabase({ seeded: true })
const { db } = database
const { ask, services } = openPages(database)
const slug = 'beijing-2026'
const { startsAt } = await db.exhibition.findUniqueOrThrow({ where: { slug } })
// One moment of the fair for all pages, so that they differ by what was changed alone.
const now = after(startsAt, 2 * hour)
Object.assign(services, { clock: { now: () => now } })
const city = await createOrganizer(db)

const takeDropped = await hearTags(database)

const address = ({ pattern }: Leaf, sample: string) =>
  pattern === '/sitemap.xml' ? `${sample}?after=places` : sample
const product = await db.product.findFirstOrThrow({
  where: { status: 'published' },
  include: { enterprise: true },
})
const known = { product: product.slug, enterprise: product.enterprise.slug }
const leaves = (await listRoutes()).filter(({ pattern }) => !isPersonalPath(pattern))

type Page = { tags: ReadonlyArray<string>; body: string }

/** Every page that is kept for everybody. */
async function readPages(): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>()
  for (const leaf of leaves) {
    const url = `http://localhost:3000${address(leaf, sampleOf(leaf, known))}`
    const response = await ask(leaf, new Request(url))
    const tags = response?.headers.get(tagsHeader)?.split(' ')
    if (response && tags) pages.set(leaf.pattern, { tags, body: await response.text() })
  }
  return pages
}

async function fairNow() {
  return (await findFair(services, slug)) ?? expect.fail('no such fair')
}

async function change(changes: Partial<FairFacts>): Promise<void> {
  const { version, ...fair } = await fairNow()
  const facts = Object.fromEntries(Object.keys(other).map((key) => [key, fair[key as keyof FairFacts]]))
  const edit = { slug, seen: version, facts: { ...(facts as FairFacts), ...changes } }
  expect(await editFair(services, city, edit)).toMatchObject({ ok: true })
}

const other: FairFacts = {
  name: '赤峰好物进天津',
  nameEn: 'Chifeng Good Products in Tianjin',
  kind: 'trade-fair',
  city: '天津市',
  cityEn: 'Tianjin',
  venue: null,
  venueEn: null,
  startsOn: '2027-05-01',
  endsOn: '2027-05-03',
  summary: '',
  summaryEn: '',
  isPublished: true,
  hasPublicFigure: false,
}
const facts: LivestreamFacts = {
  title: '敖汉专场',
  titleEn: 'Goods of Aohan',
  host: '小满',
  hostAccount: null,
  fair: slug,
  startsAt: after(now, hour),
  endsAt: after(now, 2 * hour),
}

test('whatever organizers change of fairs and livestreams drops every page that it changes', async () => {
  const fair = await fairNow()
  const shown = { status: 'published', enterprise: { booths: { some: { exhibition: { slug } } } } }
  const best = await db.product.findFirstOrThrow({ where: shown, orderBy: { score: 'desc' } })
  const { booth, enterprise } = await db.exhibitionBooth.findFirstOrThrow({
    where: { exhibition: { slug }, enterpriseId: best.enterpriseId },
    include: { enterprise: true },
  })
  const goods = await db.product.findFirstOrThrow({
    where: { ...shown, enterpriseId: enterprise.id, id: { not: best.id } },
    orderBy: { id: 'asc' },
  })
  const scheduled = await scheduleLivestream(services, city, crypto.randomUUID(), {
    ...facts,
    title: '先头一场',
  })
  if (!scheduled.ok) throw new Error(scheduled.code)
  const live = scheduled.value.slug
  const goodsOf = (intent: 'add-product' | 'remove-product') =>
    changeGoods(services, city, live, { intent, slug: goods.slug })
  const listing = await db.listing.findFirstOrThrow({ where: { productId: goods.id } })
  const seller = await createMember(db, enterprise.id)
  const reasoned = { slug: enterprise.slug, reason: 'test' }
  const seen = async () => (await db.livestream.findUniqueOrThrow({ where: { slug: live } })).version

  const changes: Record<string, () => Promise<unknown>> = {
    'a fair is made': () => createFair(services, city, { slug: 'tianjin-2027', ...other }),
    'a fair gets another name': () => change({ name: '换了名字的展会' }),
    'a booth is moved': () =>
      assignBooth(services, city, fair, { enterprise: enterprise.slug, booth: 'Z99', was: booth }),
    'an exhibitor leaves its best goods at home': () =>
      chooseProducts(services, city, fair, { enterprise: enterprise.slug, products: [goods.slug] }),
    'a livestream is scheduled': () => scheduleLivestream(services, city, crypto.randomUUID(), facts),
    'a livestream gets another title': async () =>
      changeLivestream(
        services,
        city,
        { slug: live, version: await seen() },
        { ...facts, title: '改期专场' },
      ),
    'a livestream gets goods': () => goodsOf('add-product'),
    'goods of a livestream are taken off sale': () => takeDown(services, seller, listing.id),
    'goods of a livestream are on sale again': () => publishAgain(services, seller, listing.id),
    'the enterprise of the goods is suspended': () => suspendEnterprise(services, city, reasoned),
    'the enterprise of the goods is reinstated': () => reinstateEnterprise(services, city, reasoned),
    'a livestream loses goods': () => goodsOf('remove-product'),
    'a livestream is cancelled': () => cancelLivestream(services, city, live),
    'an exhibitor leaves': () =>
      removeBooth(services, city, fair, { enterprise: enterprise.slug, was: 'Z99' }),
    'a fair shows no figure any more': () => change({ hasPublicFigure: false }),
    'a fair is taken back': () => change({ isPublished: false }),
  }
  const stale: Array<string> = []
  await takeDropped()
  let before = await readPages()
  for (const [what, make] of Object.entries(changes)) {
    await make()
    const dropped = await takeDropped()
    const now = await readPages()
    const changed = [...before].filter(([pattern, { body }]) => now.get(pattern)?.body !== body)
    expect(changed.length, what).toBeGreaterThan(0)
    for (const [pattern, { tags }] of changed)
      if (!tags.some((tag) => dropped.has(tag))) stale.push(`${pattern} when ${what}`)
    before = now
  }
  expect(stale).toEqual([])
}, 120_000)
