import type { Origin } from '#app/domain/sales/attribution.ts'
import { beijingDistrictOf } from '#app/domain/shipping/delivery-zone.ts'
import type { Region } from '#app/domain/shipping/regions.server.ts'
import { after, minute, shanghaiDay } from '#app/kernel/clock.ts'
import { randomToken, readableCode, timeOrderedId } from '#app/kernel/ids.ts'
import type { PlaceOrder } from './place-order.server.ts'
import type { OrderQuote, Quote } from './quote.ts'

type PlacedFrom = {
  cartId: string
  shopperId: string | null
  /** Fair and livestream, for the ledger. */
  origin: Origin
  region: Region
  now: Date
  holdMinutes: number
}

/** The rows of a new group, with their ids, ready to be written: names are those of the columns. */
export function draftGroup(command: PlaceOrder, quote: Quote, { origin, ...from }: PlacedFrom) {
  const { now, region } = from
  const id = timeOrderedId(now)
  const number = `CF${shanghaiDay(now).replaceAll('-', '')}${readableCode(8)}`
  const { recipient, phone, street, detail, postcode } = command.delivery
  const group = {
    id,
    number,
    token: randomToken(),
    idempotency_key: groupKey(from.cartId, command.idempotencyKey),
    shopper_id: from.shopperId,
    cart_id: from.cartId,
    locale: command.locale,
    items_fen: quote.itemsFen,
    shipping_fen: quote.shippingFen,
    total_fen: quote.totalFen,
    recipient,
    phone,
    province_code: region.provinceCode,
    city_code: region.cityCode,
    district_code: region.districtCode,
    region: region.name,
    street: street || null,
    detail,
    postcode: postcode || null,
    note: command.note || null,
    invoice: command.invoice,
    accepts_no_return: command.acceptsNoReturn,
    is_adult: command.isAdult,
    beijing_district_code: beijingDistrictOf(region.districtCode),
    exhibition_id: origin.exhibitionId,
    livestream_id: origin.livestreamId,
    placed_at: now.toISOString(),
    expires_at: after(now, from.holdMinutes * minute).toISOString(),
  }
  const orders = quote.orders.map((order, index) => draftOrder(order, `${number}-${index + 1}`, now))
  return { group, orders }
}

export type GroupDraft = ReturnType<typeof draftGroup>

/** The browser's key, bound to the cart that it came with: nobody gets another's order by it. */
export function groupKey(cartId: string, idempotencyKey: string): string {
  return `${cartId}:${idempotencyKey}`
}

function draftOrder(quote: OrderQuote, number: string, now: Date) {
  const id = timeOrderedId(now)
  return {
    id,
    enterprise_id: quote.enterpriseId,
    number,
    items_fen: quote.itemsFen,
    shipping_fen: quote.shippingFen,
    total_fen: quote.totalFen,
    parcels: quote.parcels.map((parcel) => ({
      id: timeOrderedId(now),
      order_id: id,
      storage: parcel.storage,
      shipping_fen: parcel.shippingFen,
    })),
    lines: quote.lines.map((line) => ({
      id: timeOrderedId(now),
      order_id: id,
      product_id: line.productId,
      variant_id: line.variantId,
      title: line.title,
      title_en: line.titleEn,
      variant_label: line.variantLabel,
      variant_label_en: line.variantLabelEn,
      picture_key: line.pictureKey,
      product_slug: line.productSlug,
      category_code: line.categoryCode,
      division_code: line.divisionCode,
      storage: line.storage,
      return_rule: line.returnRule,
      price_fen: line.priceFen,
      quantity: line.quantity,
      amount_fen: line.amountFen,
    })),
  }
}
