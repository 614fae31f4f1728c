import type { ShopperScope } from '#app/domain/people/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { CartChange } from './add-to-cart.server.ts'
import { fitQuantity } from './cart.ts'
import { findOffer } from './offer.server.ts'
import { removeLine } from './remove-line.server.ts'

/** `intent` counts up with each click: an older click that arrives later changes nothing. */
export type SetQuantity = { sku: string; quantity: number; intent: number }

/** Sets the units of a line that is in the cart; none removes it. It also accepts the price that is shown. */
export async function setQuantity(
  services: Pick<Services, 'pool'>,
  scope: ShopperScope,
  { sku, quantity, intent }: SetQuantity,
): Promise<Result<CartChange, Failure<'unknown-line'> | Failure<'sold-out'>>> {
  if (quantity < 1) {
    await removeLine(services, scope, { sku })
    return success({ quantity: 0, notice: null })
  }
  const sql = sqlOn(services.pool)
  const offer = await findOffer(sql, scope, sku)
  if (!offer?.cartId || offer.inCart === 0) return failure('unknown-line')
  if (!offer.isOffered || offer.free < offer.minQuantity) return failure('sold-out')

  const fitted = fitQuantity(Math.trunc(quantity), offer)
  const changed = await sql.$executeRaw`
    UPDATE cart_line SET quantity = ${fitted.quantity}, seen_price_fen = ${offer.priceFen}, intent = ${intent}::bigint
    WHERE cart_id = ${offer.cartId}::uuid AND variant_id = ${offer.variantId} AND intent <= ${intent}::bigint`
  return success(changed === 1 ? fitted : { quantity: offer.inCart, notice: null })
}
