import type { ShippingTerms, Storage } from '#app/domain/shipping/parcels.ts'
import { type Fen, timesFen } from '#app/kernel/money.ts'

/** More kinds than this would not fit a payment session (Stripe: 100 line items, T26). */
export const maxCartLines = 100

/** A line as the database has it now: what the shopper put in, and what is offered today. */
export type CartRow = {
  variantId: number
  sku: string
  quantity: number
  seenPriceFen: Fen
  intent: number
  productId: number
  productSlug: string
  title: string
  titleEn: string
  variantLabel: string
  variantLabelEn: string
  pictureKey: string | null
  categoryCode: string
  divisionCode: string
  storage: Storage
  returnRule: string
  isAlcohol: boolean
  priceFen: Fen
  minQuantity: number
  maxPerPerson: number | null
  /** Units that nobody holds. */
  free: number
  /** Published, active, and of an enterprise that is. */
  isOffered: boolean
  enterpriseId: number
  enterpriseSlug: string
  enterpriseName: string
  enterpriseNameEn: string
  terms: ShippingTerms
}

/** What was taken out, and is needed to put it back. */
export type RemovedLine = Pick<CartRow, 'sku' | 'quantity' | 'title' | 'titleEn'>

/** short: fewer left than wanted. unavailable: no longer sold here. */
export type LineState = 'available' | 'short' | 'sold-out' | 'unavailable'

type Offer = Pick<CartRow, 'free' | 'minQuantity' | 'maxPerPerson' | 'isOffered'>
export type QuantityNotice = 'capped-by-stock' | 'capped-by-limit' | 'raised-to-minimum'

/** The most that one line may hold; 9,999 is the database's bound. */
export function largestQuantity({ free, maxPerPerson }: Pick<Offer, 'free' | 'maxPerPerson'>): number {
  return Math.min(free, maxPerPerson ?? 9_999, 9_999)
}

export function lineState(row: Offer & { quantity: number }): LineState {
  if (!row.isOffered) return 'unavailable'
  if (row.free < row.minQuantity) return 'sold-out'
  return row.free < row.quantity ? 'short' : 'available'
}

/** The nearest quantity that the shop can sell, and why it is not the one asked for. */
export function fitQuantity(
  wanted: number,
  offer: Offer,
): { quantity: number; notice: QuantityNotice | null } {
  const largest = largestQuantity(offer)
  if (wanted > largest) {
    const isLimit = offer.maxPerPerson !== null && offer.maxPerPerson <= offer.free
    return { quantity: largest, notice: isLimit ? 'capped-by-limit' : 'capped-by-stock' }
  }
  if (wanted < offer.minQuantity) return { quantity: offer.minQuantity, notice: 'raised-to-minimum' }
  return { quantity: wanted, notice: null }
}

export function lineAmount(row: Pick<CartRow, 'priceFen' | 'quantity'>): Fen {
  return timesFen(row.priceFen, row.quantity)
}

export function priceChange({
  seenPriceFen,
  priceFen,
}: Pick<CartRow, 'seenPriceFen' | 'priceFen'>): 'up' | 'down' | null {
  if (priceFen === seenPriceFen) return null
  return priceFen > seenPriceFen ? 'up' : 'down'
}
