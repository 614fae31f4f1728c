import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { addToCart } from '#app/domain/cart/add-to-cart.server.ts'
import { addAddress } from '#app/domain/people/addresses.server.ts'
import { addFavourite } from '#app/domain/people/favourites.server.ts'
import { addInvoiceTitle } from '#app/domain/people/invoice-titles.server.ts'
import { openShopperSession } from '#app/domain/people/sessions.server.ts'
import { growCatalogue } from '#prisma/seed/grow.ts'
import { confirmation, placeGroup, placePaidGroup } from '#tests/support/checkout.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { openPages } from '#tests/support/pages.ts'
import { randomPhone } from '#tests/support/people.ts'
import { type Known, type Leaf, listRoutes, sampleOf } from '#tests/support/routes.ts'
import { openEveryDesk } from '#tests/support/staff.ts'

const most = { queries: 8, bytes: 300_000 }

const database = await useDatabase({ seeded: true })
const { db, ownerUrl } = database
const { services, ask } = openPages(database)
const queries = vi.spyOn(pg.Client.prototype, 'query')

type Visitor = Known & { cookie: string }
/** What one visit costs: queries, and the bytes of the data that it is answered with. */
type Cost = { status: number; queries: number; bytes: number }
type Compared = Cost & { page: string; queriesBefore: number | undefined }

async function visit(leaf: Leaf, visitor: Visitor): Promise<Cost | null> {
  const target = sampleOf(leaf, visitor)
  const request = new Request(`http://localhost:3000${target}`, { headers: { cookie: visitor.cookie } })
  queries.mockClear()
  const response = await ask(leaf, request)
  if (!response) return null
  const bytes = (await response.arrayBuffer()).byteLength
  return { status: response.status, queries: queries.mock.calls.length, bytes }
}

/** Somebody with so many of everything: addresses, favourites, orders, and lines in the cart and in an order. */
async function createVisitor(count: number): Promise<Visitor> {
  const now = services.clock.now()
  const shopper = await db.shopper.create({ data: { phone: randomPhone(), createdAt: now } })
  const { token, scope } = await openShopperSession(db, services.clock, shopper.id)
  const goods = await findGoods(count)
  for (const [index, { sku, slug }] of goods.entries()) {
    await addToCart(services, scope, { sku, quantity: 1 })
    await addFavourite(services, scope, slug)
    await addInvoiceTitle(services, scope, { kind: 'personal', name: `赵 ${index}`, creditCode: null })
    const place = { ...confirmation.delivery, detail: `中关村大街 ${index} 号` }
    await addAddress(services, scope, { ...place, tag: 'home', isDefault: false })
  }
  await db.$executeRaw`
    UPDATE order_group SET shopper_id = ${shopper.id}::uuid
    WHERE id IN (SELECT id FROM order_group WHERE shopper_id <> ${shopper.id}::uuid ORDER BY id LIMIT ${count})`
  const items = goods.map(({ sku }) => ({ sku, quantity: 1 }))
  const { id: address } = await db.address.findFirstOrThrow({ where: { shopperId: shopper.id } })
  const desk = await openEveryDesk(services, goods[0]!.enterprise)
  return {
    cookie: `session=${token}; ${desk.cookie}`,
    ...desk.known,
    product: goods[0]!.slug,
    enterprise: goods[0]!.enterprise,
    address,
    unpaid: (await placeGroup(services, ...items)).token,
    paid: (await placePaidGroup(services, ...items)).token,
  }
}

/** Each of another enterprise, as long as there are enough. */
function findGoods(count: number) {
  return db.$queryRaw<Array<{ sku: string; slug: string; enterprise: string }>>`
    SELECT DISTINCT ON (e.id) v.sku, p.slug, e.slug AS enterprise
    FROM variant v JOIN product p ON p.id = v.product_id JOIN enterprise e ON e.id = p.enterprise_id
      JOIN stock s ON s.variant_id = v.id
    WHERE p.status = 'published' AND p.return_rule = 'seven-days' AND p.storage = 'ambient' AND v.min_quantity = 1
      AND v.max_per_person IS NULL AND s.free > 5 AND v.price_fen > 500 AND p.category_code <> 'drink'
    ORDER BY e.id, v.id LIMIT ${count}`
}

async function growEverything(): Promise<void> {
  await withOwner(ownerUrl, async (owner) => {
    await growCatalogue(owner, 10_400, () => undefined)
    await owner.query(`
      INSERT INTO review (product_id, author_name, rating, body, photos, status, created_at)
      SELECT product_id, author_name, rating, body, photos, status, created_at
      FROM review, generate_series(1, 9)`)
    await owner.query(`
      INSERT INTO bank_account (id, enterprise_id, holder, bank, number, filed_by, filed_at)
      SELECT gen_random_uuid(), e.id, e.name, '赤峰农村商业银行', '6228480012345678', s.id, now()
      FROM enterprise e, (SELECT id FROM staff LIMIT 1) s ON CONFLICT DO NOTHING`)
    await owner.query('ANALYZE')
  })
}

/** Not a page: a file that gathers every table of one's own data. */
const unbounded = new Set(['/account/data.zip'])

test('a page asks as many queries of ten times the rows, at most eight, and sends at most 300 kB (T88)', async () => {
  const pages = await listRoutes()
  const few = await createVisitor(2)
  const before = new Map<string, Cost | null>()
  for (const page of pages) before.set(page.pattern, await visit(page, few))
  await growEverything()
  const many = await createVisitor(20)
  const costs: Array<Compared> = []
  for (const page of pages) {
    const after = await visit(page, many)
    if (after) costs.push({ page: page.pattern, ...after, queriesBefore: before.get(page.pattern)?.queries })
  }
  const answered = costs.filter(({ status }) => status === 200).map(({ page }) => page)
  const other = [
    '/*',
    '/account/sign-in',
    '/api/v1/*',
    '/booth/sync',
    '/enterprise/:enterprise/orders/orders.csv',
    '/enterprise/:enterprise/orders/waybills/:file',
    '/enterprise/:enterprise/pictures',
    '/hooks/stripe',
    '/organizer/payouts/:file',
    '/staff/second-step',
    '/staff/sign-out',
  ]
  expect(
    pages
      .map(({ pattern }) => pattern)
      .filter((page) => !answered.includes(page))
      .sort(),
  ).toEqual(other)
  expect(costs.filter(({ queries, queriesBefore }) => queries !== queriesBefore)).toEqual([])
  const bounded = costs.filter(({ page }) => !unbounded.has(page))
  expect(bounded.filter(({ queries }) => queries > most.queries)).toEqual([])
  expect(bounded.filter(({ bytes }) => bytes > most.bytes)).toEqual([])
}, 120_000)
