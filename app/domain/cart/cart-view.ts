import { isReturnExcluded, type QuotedLine, quoteCart, whyNotOrderable } from '#app/domain/checkout/quote.ts'
import type { DeliveryZone, NotServedReason } from '#app/domain/shipping/delivery-zone.ts'
import type { ParcelQuote, Storage } from '#app/domain/shipping/parcels.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { type Fen, zeroFen } from '#app/kernel/money.ts'
import { type CartRow, type LineState, largestQuantity, lineState, priceChange } from './cart.ts'

export type CartLineView = {
  sku: string
  productSlug: string
  title: string
  variantLabel: string
  pictureKey: string | null
  divisionCode: string
  priceFen: Fen
  seenPriceFen: Fen
  priceChange: 'up' | 'down' | null
  quantity: number
  amountFen: Fen
  stockLeft: number
  state: LineState
  minQuantity: number
  maxPerPerson: number | null
  maxQuantity: number
  isReturnExcluded: boolean
  isAlcohol: boolean
  intent: number
}

export type CartParcelView = {
  key: string
  enterprise: { slug: string; name: string }
  storage: Storage
  lines: Array<CartLineView>
  itemsFen: Fen
  shippingFen: Fen
  freeFromFen: Fen | null
  missingForFreeFen: Fen | null
  notServed: NotServedReason | null
}

export type CartView = {
  parcels: Array<CartParcelView>
  /** Units, over all lines. */
  count: number
  itemsFen: Fen
  shippingFen: Fen
  totalFen: Fen
  /** Code of the first reason why it cannot be ordered as it is; null when it can. */
  problem: string | null
}

/** Quantities by sku that were clicked and not answered yet; 0 is a removal. */
export type PendingQuantities = ReadonlyMap<string, number>

/**
 * The cart as a page shows it. Pure and the same in the browser, so that a click shows at once the totals that the
 * shop is about to answer with.
 */
export function viewCart(
  rows: ReadonlyArray<CartRow>,
  zone: DeliveryZone,
  locale: Locale,
  pending: PendingQuantities = new Map(),
): CartView {
  const wanted = rows
    .map((row) => ({ ...row, quantity: pending.get(row.sku) ?? row.quantity }))
    .filter((row) => row.quantity > 0)
  // What cannot be bought now is shown, and costs nothing.
  const quote = quoteCart(wanted.filter(isBuyable), zone)
  const priced = new Map(
    quote.orders.flatMap((order) => order.parcels).map((parcel) => [keyOf(parcel), parcel]),
  )
  const shown = quoteCart(wanted, zone)
  return {
    parcels: shown.orders.flatMap((order) =>
      order.parcels.map((parcel) => viewParcel(parcel, priced.get(keyOf(parcel)), locale)),
    ),
    count: wanted.reduce((sum, row) => sum + row.quantity, 0),
    itemsFen: quote.itemsFen,
    shippingFen: quote.shippingFen,
    totalFen: quote.totalFen,
    problem: whyNotOrderable(wanted, shown)?.code ?? null,
  }
}

function isBuyable(row: CartRow): boolean {
  return ['available', 'short'].includes(lineState(row))
}

function keyOf({ enterpriseId, storage }: { enterpriseId: number; storage: Storage }): string {
  return `${enterpriseId}-${storage}`
}

type Parcel = ParcelQuote<QuotedLine>

/** `priced` is the same parcel without what cannot be bought; absent when nothing of it can. */
function viewParcel(parcel: Parcel, priced: Parcel | undefined, locale: Locale): CartParcelView {
  const [first] = parcel.lines
  return {
    key: keyOf(parcel),
    enterprise: {
      slug: first?.enterpriseSlug ?? '',
      name: inLocale(locale, first?.enterpriseName ?? '', first?.enterpriseNameEn),
    },
    storage: parcel.storage,
    lines: parcel.lines.map((line) => viewLine(line, locale)),
    itemsFen: priced?.itemsFen ?? zeroFen,
    shippingFen: priced?.shippingFen ?? zeroFen,
    freeFromFen: parcel.freeFromFen,
    missingForFreeFen: priced ? priced.missingForFreeFen : parcel.freeFromFen,
    notServed: parcel.notServed,
  }
}

function viewLine(line: QuotedLine, locale: Locale): CartLineView {
  return {
    sku: line.sku,
    productSlug: line.productSlug,
    title: inLocale(locale, line.title, line.titleEn),
    variantLabel: inLocale(locale, line.variantLabel, line.variantLabelEn),
    pictureKey: line.pictureKey,
    divisionCode: line.divisionCode,
    priceFen: line.priceFen,
    seenPriceFen: line.seenPriceFen,
    priceChange: priceChange(line),
    quantity: line.quantity,
    amountFen: isBuyable(line) ? line.amountFen : zeroFen,
    stockLeft: line.free,
    state: lineState(line),
    minQuantity: line.minQuantity,
    maxPerPerson: line.maxPerPerson,
    maxQuantity: largestQuantity(line),
    isReturnExcluded: isReturnExcluded(line.returnRule),
    isAlcohol: line.isAlcohol,
    intent: line.intent,
  }
}
