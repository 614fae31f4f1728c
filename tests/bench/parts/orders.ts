import type pg from 'pg'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { makeShopperScope, type ShopperScope } from '#app/domain/people/scope.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { createPool } from '#app/platform/db.server.ts'
import { checkOut, shopEnv } from '#tests/support/checkout.ts'
import { type RecordedOrder, recordOrder, renewOrder, writeOrder } from '../support/bare-orders.ts'
import type { Part } from '../support/context.ts'
import { findGoods } from '../support/goods.ts'
import { compare, ratioRow } from '../support/sample.ts'

const atOnce = 8
const ordersARound = 400
const linesAnOrder = 3

/** Checkouts of three goods of three enterprises each, against a bare transaction that writes the same rows. */
export const orders: Part = ({ databases, rounds, sizes }) =>
  databases.useCopy(sizes[0] ?? 1_000, async ({ url, ownerUrl }) => {
    const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: atOnce })
    const shop = { pool, clock: systemClock, env: shopEnv }
    const variantIds = (await findGoods(ownerUrl, 48)).map((goods) => goods.variantId)

    async function place(scope: ShopperScope) {
      const command = await checkOut(shop, scope)
      return async () => {
        const placed = await placeOrder(shop, scope, command)
        if (!placed.ok) throw new Error(placed.code)
        return placed.value
      }
    }

    async function ours(): Promise<number> {
      const carts = await fillCarts(pool, variantIds, ordersARound)
      return perSecond(await Promise.all(carts.map(({ scope }) => place(scope))))
    }

    const recorded: Array<RecordedOrder> = []
    for (const { scope } of await fillCarts(pool, variantIds, variantIds.length / linesAnOrder)) {
      const { groupId } = await (await place(scope))()
      recorded.push(await recordOrder(pool, groupId))
    }

    async function theirs(): Promise<number> {
      const carts = await fillCarts(pool, variantIds, ordersARound)
      const drafts = carts.map(({ id }, index) => ({
        id,
        order: renewOrder(recorded[index % recorded.length] as RecordedOrder),
      }))
      return perSecond(
        drafts.map(
          ({ id, order }) =>
            () =>
              writeOrder(pool, order, id),
        ),
      )
    }

    try {
      await ours()
      await theirs()
      const pairs = await compare(rounds, ours, theirs)
      const texts = { name: 'orders placed', against: 'bare transaction, same writes', unit: '/s' }
      return [ratioRow(pairs, texts, { atLeast: 0.3 })]
    } finally {
      await pool.end()
    }
  })

type Cart = { id: string; scope: ShopperScope }

/** Carts of new guests; cart n holds the nth three goods. */
async function fillCarts(
  pool: pg.Pool,
  variantIds: ReadonlyArray<number>,
  count: number,
): Promise<Array<Cart>> {
  const ids = Array.from({ length: count }, () => timeOrderedId(new Date()))
  await pool.query(
    `INSERT INTO session (token_hash, created_at, expires_at)
     SELECT id, now(), now() + interval '1 day' FROM unnest($1::text[]) id`,
    [ids],
  )
  await pool.query(
    `INSERT INTO cart (id, session_hash, updated_at) SELECT id::uuid, id, now() FROM unnest($1::text[]) id`,
    [ids],
  )
  const lines = ids.flatMap((id, cart) =>
    Array.from({ length: linesAnOrder }, (_, line) => ({
      id,
      variantId: variantIds[(cart * linesAnOrder + line) % variantIds.length],
    })),
  )
  await pool.query(
    `INSERT INTO cart_line (cart_id, variant_id, quantity, seen_price_fen, added_at)
     SELECT l.cart_id, v.id, 1, v.price_fen, now()
     FROM unnest($1::uuid[], $2::int[]) l (cart_id, variant_id) JOIN variant v ON v.id = l.variant_id`,
    [lines.map(({ id }) => id), lines.map(({ variantId }) => variantId)],
  )
  return ids.map((id) => ({ id, scope: makeShopperScope({ tokenHash: id, shopperId: null }) }))
}

/** Does all of it, so much at once. */
async function perSecond(works: ReadonlyArray<() => Promise<unknown>>): Promise<number> {
  const waiting = [...works]
  const from = performance.now()
  const workers = Array.from({ length: atOnce }, async () => {
    for (let work = waiting.pop(); work; work = waiting.pop()) await work()
  })
  await Promise.all(workers)
  return (works.length * 1_000) / (performance.now() - from)
}
