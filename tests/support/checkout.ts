import { pino } from 'pino'
import { addToCart } from '#app/domain/cart/add-to-cart.server.ts'
import { loadCartRows } from '#app/domain/cart/cart-rows.server.ts'
import { type PlacedOrder, type PlaceOrder, placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { quoteCart } from '#app/domain/checkout/quote.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import type { Paying } from '#app/domain/payments/payment-rows.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import type { ShopperScope } from '#app/domain/people/scope.ts'
import { openGuestSession } from '#app/domain/people/sessions.server.ts'
import type { Clock } from '#app/kernel/clock.ts'
import { randomToken } from '#app/kernel/ids.ts'
import { fen } from '#app/kernel/money.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { TestDatabase } from './database.ts'
import { createMemoryProvider, type MemoryProvider } from './memory-provider.ts'
import { movableClock, testEnv } from './people.ts'

export const log = pino({ level: 'silent' })
export const shopEnv = { ...testEnv, CHECKOUT_MINUTES: 31, HOLD_MINUTES: 41 }

/** What carts, checkout and payments take, on a database of the test's own. */
export function shopServices({ db, pool }: TestDatabase) {
  return { db, pool, log, env: shopEnv, clock: movableClock(), payments: createMemoryProvider() }
}

export type Shop = Paying & Pick<TestDatabase, 'db'> & { clock: Clock; env: typeof shopEnv }
type Item = { sku: string; quantity: number }

/** A new guest with these goods in the cart. */
export async function fillCart(
  shop: Pick<Shop, 'db' | 'pool' | 'clock'>,
  items: ReadonlyArray<Item>,
): Promise<ShopperScope> {
  const { scope } = await openGuestSession(shop)
  for (const item of items) await addToCart(shop, scope, item)
  return scope
}

/** What that guest sends from the checkout page, having seen the total that it shows. */
export async function checkOut({ pool }: Pick<Shop, 'pool'>, scope: ShopperScope): Promise<PlaceOrder> {
  const { totalFen } = quoteCart(await loadCartRows(sqlOn(pool), scope), 'near')
  return { ...confirmation, idempotencyKey: randomToken(), seenTotalFen: totalFen }
}

export const confirmation = {
  seenTotalFen: fen(0),
  locale: 'zh',
  delivery: {
    recipient: '赵晓梅',
    phone: '13800138000',
    districtCode: '110108',
    street: '',
    detail: '中关村大街 1 号',
    postcode: '',
  },
  note: '',
  invoice: null,
  acceptsNoReturn: false,
  isAdult: false,
} satisfies Omit<PlaceOrder, 'idempotencyKey'>

export async function placeGroup(shop: Shop, ...items: ReadonlyArray<Item>): Promise<PlacedOrder> {
  const scope = await fillCart(shop, items)
  const placed = await placeOrder(shop, scope, await checkOut(shop, scope))
  if (!placed.ok) throw new Error(placed.code)
  return placed.value
}

export async function placePaidGroup(
  shop: Shop & { payments: MemoryProvider },
  ...items: ReadonlyArray<Item>
): Promise<PlacedOrder> {
  const placed = await placeGroup(shop, ...items)
  await openPayment(shop, placed.groupId)
  shop.payments.pay(placed.groupId)
  await settleGroup(shop, placed.groupId)
  return placed
}

/** How many were done, and how many were refused for which reason: `{ done: 100, 'out-of-stock': 300 }`. */
export function tally(
  answers: ReadonlyArray<{ ok: true } | { ok: false; code: string }>,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const answer of answers) {
    const key = answer.ok ? 'done' : answer.code
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
