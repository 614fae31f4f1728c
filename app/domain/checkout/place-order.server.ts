import type { CartRow } from '#app/domain/cart/cart.ts'
import { cartOwner, loadCartRows } from '#app/domain/cart/cart-rows.server.ts'
import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import type { InvoiceRequest } from '#app/domain/orders/invoice.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import type { ShopperScope } from '#app/domain/people/scope.ts'
import type { Attribution } from '#app/domain/sales/attribution.ts'
import { findOrderOrigin } from '#app/domain/sales/find-order-origin.server.ts'
import { zoneOf } from '#app/domain/shipping/delivery-zone.ts'
import { findRegion, type Region } from '#app/domain/shipping/regions.server.ts'
import { holdStock } from '#app/domain/stock/hold-stock.server.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { draftGroup, groupKey } from './group-draft.ts'
import { insertGroup } from './insert-group.server.ts'
import {
  demandOf,
  findOverLimit,
  type QuoteRefusal,
  quoteCart,
  whyNotOrderable,
  whyNotTicked,
} from './quote.ts'

export type Delivery = {
  recipient: string
  phone: string
  districtCode: string
  street: string
  detail: string
  postcode: string
}

/** What the shopper confirmed. Prices, totals and states come from the database; `seenTotalFen` is only compared. */
export type PlaceOrder = {
  idempotencyKey: string
  seenTotalFen: Fen
  locale: Locale
  delivery: Delivery
  note: string
  invoice: InvoiceRequest | null
  acceptsNoReturn: boolean
  isAdult: boolean
  /** Where the shopper came from last, as this browser remembers it. */
  from?: Attribution | undefined
}

export type PlacedOrder = { groupId: string; token: string; number: string; totalFen: Fen }
export type PlaceOrderRefusal = QuoteRefusal | Failure<'unknown-region'>
export type Placing = Pick<Services, 'pool' | 'clock'> & { env: Pick<Services['env'], 'HOLD_MINUTES'> }

/**
 * Turns the cart into an order group that awaits payment, with its stock held. One short transaction, no HTTP in it;
 * the same submission twice is one group (architecture, checkout step 1).
 */
export async function placeOrder(
  services: Placing,
  scope: ShopperScope,
  command: PlaceOrder,
): Promise<Result<PlacedOrder, PlaceOrderRefusal>> {
  const region = findRegion(command.delivery.districtCode)
  if (!region) return failure('unknown-region')
  return await withTransaction(services.pool, (tx) => place(tx, services, scope, command, region))
}

async function place(
  tx: Sql,
  services: Placing,
  scope: ShopperScope,
  command: PlaceOrder,
  region: Region,
): Promise<Result<PlacedOrder, PlaceOrderRefusal>> {
  const cart = await lockCart(tx, scope)
  if (!cart) return failure('empty-cart')
  const placed = await findPlaced(tx, groupKey(cart.id, command.idempotencyKey))
  if (placed) return success(placed)
  const rows = await loadCartRows(tx, scope)
  if (rows.length === 0) {
    const unpaid = await findUnpaid(tx, cart.id, command.seenTotalFen)
    return unpaid ? success(unpaid) : failure('empty-cart')
  }

  const quote = quoteCart(rows, zoneOf(region.districtCode))
  const refusal = whyNotOrderable(rows, quote) ?? whyNotTicked(quote, command)
  if (refusal) return refusal
  if (quote.totalFen !== command.seenTotalFen) return failure('price-changed', { totalFen: quote.totalFen })

  const now = services.clock.now()
  const origin = await findOrderOrigin(tx, { kept: cart.attribution, sent: command.from }, now)
  const draft = draftGroup(command, quote, {
    cartId: cart.id,
    shopperId: scope.shopperId,
    origin,
    region,
    now,
    holdMinutes: services.env.HOLD_MINUTES,
  })
  const { id: groupId, number, token } = draft.group
  await insertGroup(tx, draft)
  await writeOrderEvent(tx, now, { groupId, kind: 'placed' })
  await writeOutbox(tx, now, { kind: 'order-placed', dedupeKey: `order-placed:${groupId}`, groupId })
  await takeLines(tx, cart.id, rows)
  // Last, because from here on other buyers of the same goods wait for this transaction.
  const shortage = await holdAll(tx, rows, { groupId, now, expiresAt: new Date(draft.group.expires_at) })
  const overLimit =
    shortage ?? (await checkLimits(tx, rows, groupId, command.delivery.phone, scope.shopperId))
  return overLimit ?? success({ groupId, token, number, totalFen: quote.totalFen })
}

type LockedCart = { id: string; attribution: unknown }

async function lockCart(tx: Sql, scope: ShopperScope): Promise<LockedCart | undefined> {
  const { shopperId, sessionHash } = cartOwner(scope)
  const [cart] = await tx.$queryRaw<Array<LockedCart>>`
    SELECT id, attribution FROM cart
    WHERE shopper_id = ${shopperId}::uuid OR session_hash = ${sessionHash} FOR UPDATE`
  return cart
}

async function findPlaced(tx: Sql, key: string): Promise<PlacedOrder | undefined> {
  const [group] = await tx.$queryRaw<Array<PlacedOrder>>`
    SELECT id AS "groupId", token, number, total_fen AS "totalFen" FROM order_group WHERE idempotency_key = ${key}`
  return group
}

/** The same checkout open in two tabs: the second submission finds the cart emptied by the first. */
async function findUnpaid(tx: Sql, cartId: string, totalFen: Fen): Promise<PlacedOrder | undefined> {
  const [group] = await tx.$queryRaw<Array<PlacedOrder>>`
    SELECT id AS "groupId", token, number, total_fen AS "totalFen" FROM order_group
    WHERE cart_id = ${cartId}::uuid AND status = 'awaiting-payment' AND total_fen = ${totalFen}
    ORDER BY placed_at DESC LIMIT 1`
  return group
}

async function takeLines(tx: Sql, cartId: string, rows: ReadonlyArray<CartRow>): Promise<void> {
  const variantIds = rows.map((row) => row.variantId)
  await tx.$executeRaw`DELETE FROM cart_line WHERE cart_id = ${cartId}::uuid AND variant_id = ANY(${variantIds}::int[])`
}

async function holdAll(
  tx: Sql,
  rows: ReadonlyArray<CartRow>,
  hold: { groupId: string; now: Date; expiresAt: Date },
): Promise<QuoteRefusal | null> {
  const held = await holdStock(tx, { ...hold, demand: demandOf(rows) })
  const short = rows.filter((row) => !held.has(row.variantId))
  if (short.length === 0) return null
  const left = await tx.$queryRaw<Array<{ variantId: number; free: number }>>`
    SELECT variant_id AS "variantId", free FROM stock
    WHERE pool = 'online' AND variant_id = ANY(${short.map((row) => row.variantId)}::int[])`
  const free = new Map(left.map((row) => [row.variantId, row.free]))
  return failure('out-of-stock', {
    lines: short.map(({ sku, title, titleEn, variantId }) => ({
      sku,
      title,
      titleEn,
      left: free.get(variantId) ?? 0,
    })),
  })
}

/** After the hold: whoever orders the same goods for the same phone meanwhile waits for its stock row, and then counts. */
async function checkLimits(
  tx: Sql,
  rows: ReadonlyArray<CartRow>,
  groupId: string,
  phone: string,
  shopperId: string | null,
): Promise<QuoteRefusal | null> {
  const limited = rows.filter((row) => row.maxPerPerson !== null)
  if (limited.length === 0) return null
  const bought = await tx.$queryRaw<Array<{ variantId: number; quantity: number }>>`
    SELECT l.variant_id AS "variantId", sum(l.quantity - l.refunded_quantity)::int AS quantity
    FROM order_group g JOIN shop_order o ON o.group_id = g.id JOIN order_line l ON l.order_id = o.id
    WHERE (g.phone = ${phone} OR g.shopper_id = ${shopperId}::uuid) AND g.id <> ${groupId}::uuid
      AND g.status IN ('awaiting-payment', 'paid', 'refunding', 'quarantined')
      AND l.variant_id = ANY(${limited.map((row) => row.variantId)}::int[])
    GROUP BY l.variant_id`
  return findOverLimit(limited, new Map(bought.map((row) => [row.variantId, row.quantity])))
}
