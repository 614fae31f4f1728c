import { loadCartRows } from '#app/domain/cart/cart-rows.server.ts'
import { type CartView, viewCart } from '#app/domain/cart/cart-view.ts'
import type { ShopperScope } from '#app/domain/people/scope.ts'
import { zoneOf } from '#app/domain/shipping/delivery-zone.ts'
import { randomToken } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { quoteCart } from './quote.ts'

export type CheckoutView = CartView & {
  /** Goes into the form: the same form sent twice is one order. */
  idempotencyKey: string
  needsNoReturnTick: boolean
  needsAdultTick: boolean
}

/** What the checkout page shows: the cart priced for the address, or for Beijing while there is none. */
export async function getCheckout(
  services: Pick<Services, 'pool'>,
  scope: ShopperScope | null,
  { locale, districtCode }: { locale: Locale; districtCode?: string | undefined },
): Promise<CheckoutView> {
  const rows = scope ? await loadCartRows(sqlOn(services.pool), scope) : []
  const zone = districtCode ? zoneOf(districtCode) : 'near'
  const { needsAdultTick, needsNoReturnTick } = quoteCart(rows, zone)
  return { ...viewCart(rows, zone, locale), idempotencyKey: randomToken(), needsAdultTick, needsNoReturnTick }
}
