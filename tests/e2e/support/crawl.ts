import { createHash } from 'node:crypto'
import { expect } from '@playwright/test'
import type pg from 'pg'
import { addToCart } from '#app/domain/cart/add-to-cart.server.ts'
import { openShopperSession } from '#app/domain/people/sessions.server.ts'
import { type Locale, locales, localPath } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { placeGroup } from '#tests/support/checkout.ts'
import { type Known, type Leaf, listRoutes, sampleOf } from '#tests/support/routes.ts'
import { openEveryDesk } from '#tests/support/staff.ts'
import type { OwnShop } from './own-shop.ts'

export type Visitor = Known & { cookie: string }
export type Visit = {
  leaf: Leaf
  locale: Locale
  target: string
  isSignedIn: boolean
  response: Response
  body: string
}

/**
 * The first demonstration account, with goods in the cart, one order that was paid and one that was not, and a key
 * to every desk of the staff.
 */
export async function openVisitor({ services }: OwnShop): Promise<Visitor> {
  const { db, clock } = services
  const shopper = await db.shopper.findUniqueOrThrow({ where: { phone: '13800000001' } })
  const { token, scope } = await db.$transaction((tx) => openShopperSession(tx, clock, shopper.id))
  const { sku, product } = await findGoods(services)
  await addToCart(services, scope, { sku, quantity: 1 })
  const address = await db.address.findFirstOrThrow({ where: { shopperId: shopper.id } })
  const paid = await db.orderGroup.findFirstOrThrow({ where: { shopperId: shopper.id, status: 'paid' } })
  const unpaid = await placeGroup(services, { sku, quantity: 1 })
  const desk = await openEveryDesk(services, product.enterprise.slug)
  // Messages go out in the background.
  await expect.poll(() => db.outboxMessage.count({ where: { deliveredAt: null } })).toBe(0)
  return {
    cookie: `session=${token}; ${desk.cookie}`,
    ...desk.known,
    product: product.slug,
    enterprise: product.enterprise.slug,
    address: address.id,
    unpaid: unpaid.token,
    paid: paid.token,
  }
}

function findGoods({ db }: Services) {
  return db.variant.findFirstOrThrow({
    where: {
      maxPerPerson: null,
      minQuantity: 1,
      priceFen: { gt: 1_000 },
      stock: { some: { free: { gt: 5 } } },
      product: { returnRule: 'seven-days', storage: 'ambient', isAlcohol: false, ratingCount: { gt: 3 } },
    },
    include: { product: { include: { enterprise: true } } },
    orderBy: { id: 'asc' },
  })
}

/** Every address of app/routes.ts in each of its languages, as a guest and signed in. */
export async function crawl({ url }: OwnShop, visitor: Visitor): Promise<Array<Visit>> {
  const visits: Array<Visit> = []
  for (const leaf of await listRoutes()) {
    for (const locale of leaf.hasLanguages ? locales : (['zh'] as const)) {
      const target = localPath(locale, sampleOf(leaf, visitor))
      for (const isSignedIn of [false, true]) {
        const headers = isSignedIn ? { cookie: visitor.cookie } : {}
        const response = await fetch(url + target, { headers, redirect: 'manual' })
        visits.push({ leaf, locale, target, isSignedIn, response, body: await bodyOf(response) })
      }
    }
  }
  return visits
}

export function isStream({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') ?? false
}

/** A stream goes on for a minute: that it began is enough. */
async function bodyOf(response: Response): Promise<string> {
  if (!isStream(response)) return await response.text()
  await response.body?.cancel()
  return ''
}

/** One hash a table, of all its rows. */
export async function hashTables(owner: pg.Client): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(
      `SELECT md5(t::text) AS row FROM ${name} t ORDER BY 1`,
    )
    hashes[name] = createHash('md5')
      .update(rows.map(({ row }) => row).join())
      .digest('hex')
  }
  return hashes
}
