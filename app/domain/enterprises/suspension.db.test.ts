import { expect, test } from 'vitest'
import { cardTag, productTag } from '#app/domain/catalog/tags.ts'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { findEnterpriseScope } from '#app/domain/staff/find-scope.server.ts'
import { enterpriseMay } from '#app/domain/staff/scope.ts'
import { findStaffSession, openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { createBus } from '#app/platform/bus.server.ts'
import { createPageCache } from '#app/platform/page-cache.server.ts'
import { isPersonalPath, tagsHeader } from '#app/platform/public-page.ts'
import { createSmsOutbox } from '#app/platform/sms.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { checkOut, fillCart, log, placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { countWaiting, type TestDatabase, useDatabase, withOwner } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { openPages } from '#tests/support/pages.ts'
import { randomPhone } from '#tests/support/people.ts'
import { listRoutes, sampleOf } from '#tests/support/routes.ts'
import { createMember, createOrganizer, readLink } from '#tests/support/staff.ts'
import { reinstateEnterprise, suspendEnterprise } from './suspend-enterprise.server.ts'

const guarded = await useDatabase({ seeded: true })
const unguarded = await useDatabase()
const unlocked = await useDatabase()
const shop = { ...shopServices(guarded), sms: createSmsOutbox(guarded.db, shopServices(guarded).clock) }
const { db, clock } = shop
const reason = '抽检不合格，整改期间暂停'

/** An enterprise with one product, and an owner with a phone. */
async function createTenant() {
  const goods = await createVariant(db, { free: 20 })
  const owner = await createMember(db, goods.enterpriseId, 'owner')
  const phone = randomPhone()
  await db.staff.update({ where: { id: owner.staff.staffId }, data: { phone } })
  return { goods, owner, phone, slug: owner.slug }
}

test('a suspended enterprise’s people are out at the next request, and told by SMS (T46)', async () => {
  const { owner, phone, slug } = await createTenant()
  const session = { staffId: owner.staff.staffId, isVerified: true, device: 'test' }
  const token = await openStaffSession(db, clock, session)
  expect(await findStaffSession(shop, token)).not.toBeNull()
  const city = await createOrganizer(db)
  expect(await suspendEnterprise(shop, city, { slug, reason })).toMatchObject({ ok: true })
  expect(await findStaffSession(shop, token)).toBeNull()
  expect(await db.staffSession.count({ where: { staffId: owner.staff.staffId } })).toBe(0)
  expect(await readLink(shop, phone)).toBe(`/enterprise/${slug}`)
  expect(await suspendEnterprise(shop, city, { slug, reason })).toMatchObject({ code: 'changed-meanwhile' })
  const entries = await db.auditEntry.findMany({ where: { subjectId: slug, action: 'suspend-enterprise' } })
  expect(entries).toMatchObject([
    { reason, staffId: city.staff.staffId, after: { status: 'suspended', goods: 1 } },
  ])
})

test('what was sold is still shipped, and nothing else is done (T46)', async () => {
  const { goods, owner, slug } = await createTenant()
  await placePaidGroup(shop, { sku: goods.sku, quantity: 1 })
  await suspendEnterprise(shop, await createOrganizer(db), { slug, reason })
  const scope = await findEnterpriseScope(db, owner.staff, slug)
  const may = (...capabilities: Array<Parameters<typeof enterpriseMay>[1]>) =>
    capabilities.map((capability) => enterpriseMay(scope!, capability))
  expect(may('ship-orders', 'answer-after-sales', 'read-statements', 'manage-documents')).not.toContain(false)
  expect(may('edit-listings', 'adjust-stock', 'manage-team')).not.toContain(true)
  expect(await db.order.count({ where: { enterpriseId: goods.enterpriseId, status: 'to-ship' } })).toBe(1)
})

test('its goods can neither be put into a cart nor paid from one (T46)', async () => {
  const { goods, slug } = await createTenant()
  const scope = await fillCart(shop, [{ sku: goods.sku, quantity: 1 }])
  const confirmed = await checkOut(shop, scope)
  await suspendEnterprise(shop, await createOrganizer(db), { slug, reason })
  expect(await placeOrder(shop, scope, confirmed)).toMatchObject({ ok: false })
  const { lines } = await db.cart.findUniqueOrThrow({
    where: { sessionHash: scope.sessionHash },
    include: { lines: true },
  })
  expect(lines).toHaveLength(1)
})

/** Public pages that show these goods, with the tags that they are kept under. */
async function findPages(
  pages: ReturnType<typeof openPages>,
  slugs: ReadonlyArray<string>,
  enterprise: string,
) {
  const known = { product: slugs[0]!, enterprise, unpaid: '', paid: '', address: '' }
  const found = new Map<string, Array<string>>()
  for (const leaf of await listRoutes()) {
    if (isPersonalPath(leaf.pattern)) continue
    const target = sampleOf(leaf, known)
    const response = await pages.ask(leaf, new Request(`http://localhost:3000${target}`))
    const body = (await response?.text()) ?? ''
    const tags = response?.headers.get(tagsHeader)?.split(' ') ?? []
    if (response?.status === 200 && slugs.some((slug) => body.includes(`"${slug}"`))) found.set(target, tags)
  }
  return found
}

test('every page that showed its goods is dropped in every process, and shows them no more (T46)', async () => {
  const pages = openPages(guarded)
  const { slug, products } = await db.enterprise.findFirstOrThrow({
    where: { division: { slug: 'aohan' }, booths: { some: {} } },
    include: { products: { where: { status: 'published' }, orderBy: { score: 'desc' } } },
  })
  const goods = products.map((product) => product.slug)
  const before = await findPages(pages, goods, slug)
  expect([...before.keys()]).toEqual(
    expect.arrayContaining([`/enterprises/${slug}`, `/products/${goods[0]}`]),
  )
  const buses = [createBus({ DATABASE_URL: guarded.url }, log), createBus({ DATABASE_URL: guarded.url }, log)]
  const caches = buses.map((bus) => createPageCache({ PAGE_CACHE_MB: 8 }, bus))
  await Promise.all(buses.map((bus) => bus.start()))
  const card = { target: '/a page with one card of it', tags: [cardTag(goods[1]!)] }
  const kept = [...[...before].map(([target, tags]) => ({ target, tags })), card]
  for (const cache of caches)
    for (const { target, tags } of kept) await cache.render(target, async () => ({ tags, bytes: 1 }))
  const city = await createOrganizer(db)
  await suspendEnterprise(shop, city, { slug, reason })
  for (const cache of caches) await expect.poll(() => cache.size().pages).toBe(0)
  expect([...(await findPages(pages, goods, slug)).keys()]).toEqual([])

  for (const cache of caches)
    await cache.render('/', async () => ({ tags: [productTag(goods[0]!)], bytes: 1 }))
  await reinstateEnterprise(shop, city, { slug, reason: '整改完成，恢复销售' })
  for (const cache of caches) await expect.poll(() => cache.size().pages).toBe(0)
  expect([...(await findPages(pages, goods, slug)).keys()]).toEqual([...before.keys()])
  await Promise.all(buses.map((bus) => bus.stop()))
})

/** A product is being published, not yet committed, when its enterprise is suspended, and another right after. */
async function publishDuringSuspension({ db, pool, ownerUrl }: TestDatabase) {
  const [early, late] = [await createVariant(db), await createVariant(db)]
  await db.product.updateMany({ where: { id: late.productId }, data: { enterpriseId: early.enterpriseId } })
  const both = { id: { in: [early.productId, late.productId] } }
  await db.product.updateMany({ where: both, data: { status: 'draft' } })
  const { slug } = await db.enterprise.findUniqueOrThrow({ where: { id: early.enterpriseId } })
  const city = await createOrganizer(db)
  let suspension: ReturnType<typeof suspendEnterprise> | undefined
  await withTransaction(pool, async (tx) => {
    await tx.$executeRaw`UPDATE product SET status = 'published' WHERE id = ${early.productId}`
    suspension = suspendEnterprise({ pool, clock }, city, { slug, reason })
    await Promise.race([suspension, expect.poll(() => countWaiting(ownerUrl)).toBe(1)])
  })
  await suspension
  await db.product.update({ where: { id: late.productId }, data: { status: 'published' } })
  const onSale = await db.product.count({ where: { ...both, status: 'published' } })
  await reinstateEnterprise({ pool, clock }, city, { slug, reason })
  return { onSale, afterwards: await db.product.count({ where: { ...both, status: 'published' } }) }
}

test('what is published while its enterprise is suspended, or just before, waits until it is lifted (T46)', async () => {
  expect(await publishDuringSuspension(guarded)).toEqual({ onSale: 0, afterwards: 2 })
})

test('negative control: without the trigger both are on sale', async () => {
  await withOwner(unguarded.ownerUrl, (owner) => owner.query('DROP TRIGGER product_withheld ON product'))
  expect(await publishDuringSuspension(unguarded)).toEqual({ onSale: 2, afterwards: 2 })
})

test('negative control: a trigger that does not wait misses what is being published', async () => {
  await withOwner(unlocked.ownerUrl, async (owner) => {
    const { rows } = await owner.query(`SELECT pg_get_functiondef('withhold_product'::regproc) AS source`)
    expect(rows[0].source).toContain('FOR SHARE')
    await owner.query(rows[0].source.replace('FOR SHARE', ''))
  })
  expect(await publishDuringSuspension(unlocked)).toMatchObject({ onSale: 1 })
})
