import type { ShopperScope } from '#app/domain/people/scope.ts'
import type { Attribution } from '#app/domain/sales/attribution.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { fitQuantity, largestQuantity, maxCartLines, type QuantityNotice } from './cart.ts'
import { cartOwner } from './cart-rows.server.ts'
import { findOffer, type Offer } from './offer.server.ts'

export type AddToCart = { sku: string; quantity: number; from?: Attribution | undefined }
/** `quantity` is what the line holds now; `notice` says why it is not what was asked for. */
export type CartChange = { quantity: number; notice: QuantityNotice | null }
export type CartRefusal =
  | Failure<'unknown-variant'>
  | Failure<'unavailable'>
  | Failure<'sold-out'>
  | Failure<'cart-full'>

/** Puts units on top of what the cart has of them. */
export async function addToCart(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: ShopperScope,
  { sku, quantity, from }: AddToCart,
): Promise<Result<CartChange, CartRefusal>> {
  const sql = sqlOn(services.pool)
  const offer = await findOffer(sql, scope, sku)
  const refusal = offer ? whyNotAdded(offer) : failure('unknown-variant')
  if (!offer || refusal) return refusal ?? failure('unknown-variant')

  const wanted = offer.inCart + Math.max(1, Math.trunc(quantity))
  const fitted = fitQuantity(wanted, offer)
  const cartId = offer.cartId ?? (await openCart(sql, services.clock.now(), scope))
  const change = { added: Math.max(1, fitted.quantity - offer.inCart), largest: largestQuantity(offer) }
  const held = await writeLine(sql, services.clock.now(), cartId, offer, change, from)
  return success({ quantity: held, notice: fitted.notice })
}

function whyNotAdded(offer: Offer): CartRefusal | null {
  if (!offer.isOffered) return failure('unavailable')
  if (offer.free < offer.minQuantity) return failure('sold-out')
  return offer.inCart === 0 && offer.lineCount >= maxCartLines ? failure('cart-full') : null
}

/** Two first clicks at once make one cart. */
export async function openCart(sql: Sql, now: Date, scope: ShopperScope): Promise<string> {
  const { shopperId, sessionHash } = cartOwner(scope)
  await sql.$executeRaw`
    INSERT INTO cart (id, shopper_id, session_hash, updated_at)
    VALUES (${timeOrderedId(now)}::uuid, ${shopperId}::uuid, ${sessionHash}, ${now}) ON CONFLICT DO NOTHING`
  const [cart] = await sql.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM cart WHERE shopper_id = ${shopperId}::uuid OR session_hash = ${sessionHash}`
  if (!cart) throw new Error('a cart that was just opened is gone')
  return cart.id
}

/** Both writes in one statement. Two clicks at once add up, within the cap. */
async function writeLine(
  sql: Sql,
  now: Date,
  cartId: string,
  offer: Offer,
  { added, largest }: { added: number; largest: number },
  from: Attribution | undefined,
): Promise<number> {
  const attribution = from ? JSON.stringify(from) : null
  const [line] = await sql.$queryRaw<Array<{ quantity: number }>>`
    WITH touched AS (
      UPDATE cart SET updated_at = ${now}, attribution = COALESCE(attribution || ${attribution}::jsonb, ${attribution}::jsonb, attribution)
      WHERE id = ${cartId}::uuid
    )
    INSERT INTO cart_line AS l (cart_id, variant_id, quantity, seen_price_fen, added_at)
    VALUES (${cartId}::uuid, ${offer.variantId}, ${added}, ${offer.priceFen}, ${now})
    ON CONFLICT (cart_id, variant_id) DO UPDATE SET
      quantity = LEAST(l.quantity + excluded.quantity, ${largest}::int),
      seen_price_fen = excluded.seen_price_fen
    RETURNING quantity`
  return line?.quantity ?? 0
}
