import { type CartRow, lineAmount, maxCartLines } from '#app/domain/cart/cart.ts'
import type { DeliveryZone, NotServedReason } from '#app/domain/shipping/delivery-zone.ts'
import { type ParcelQuote, packParcels } from '#app/domain/shipping/parcels.ts'
import { addFen, type Fen, fen, zeroFen } from '#app/kernel/money.ts'
import { type Failure, failure } from '#app/kernel/result.ts'

export type QuotedLine = CartRow & { amountFen: Fen }

/** What goes to one enterprise: an order of the group. */
export type OrderQuote = {
  enterpriseId: number
  parcels: Array<ParcelQuote<QuotedLine>>
  lines: Array<QuotedLine>
  itemsFen: Fen
  shippingFen: Fen
  totalFen: Fen
}

/** The price of a cart at an address. Preview and commit both come from here, so they cannot differ by rule. */
export type Quote = {
  orders: Array<OrderQuote>
  lineCount: number
  itemsFen: Fen
  shippingFen: Fen
  totalFen: Fen
  needsNoReturnTick: boolean
  needsAdultTick: boolean
}

type LineProblem = { sku: string; title: string; titleEn: string }

export type QuoteRefusal =
  | Failure<'empty-cart'>
  | Failure<'too-many-lines'>
  | (Failure<'unavailable'> & { detail: { lines: Array<LineProblem> } })
  | (Failure<'below-minimum-quantity'> & { detail: { lines: Array<LineProblem & { minQuantity: number }> } })
  | (Failure<'above-limit'> & {
      detail: { lines: Array<LineProblem & { maxPerPerson: number; alreadyBought: number }> }
    })
  | (Failure<'out-of-stock'> & { detail: { lines: Array<LineProblem & { left: number }> } })
  | (Failure<'not-served'> & { detail: { lines: Array<LineProblem>; reason: NotServedReason } })
  | Failure<'amount-too-small'>
  | Failure<'amount-too-large'>
  | Failure<'needs-no-return-tick'>
  | Failure<'needs-adult-tick'>
  | (Failure<'price-changed'> & { detail: { totalFen: Fen } })

/** Stripe takes at most eight digits, CNY 999,999.99; the floor is ours, above its USD 0.50 (payments report). */
const largestTotalFen = fen(99_999_999)
export const smallestTotalFen = fen(500)

export function quoteCart(rows: ReadonlyArray<CartRow>, zone: DeliveryZone): Quote {
  const parcels = packParcels(
    rows.map((row) => ({ ...row, amountFen: lineAmount(row) })),
    zone,
  )
  // Not Map.groupBy: the cart's page runs this in phone browsers of before 2024, too.
  const enterpriseIds = [...new Set(parcels.map((parcel) => parcel.enterpriseId))]
  const orders = enterpriseIds.map((enterpriseId) =>
    quoteOrder(
      enterpriseId,
      parcels.filter((parcel) => parcel.enterpriseId === enterpriseId),
    ),
  )
  const itemsFen = sum(orders.map((order) => order.itemsFen))
  const shippingFen = sum(orders.map((order) => order.shippingFen))
  return {
    orders,
    lineCount: rows.length,
    itemsFen,
    shippingFen,
    totalFen: addFen(itemsFen, shippingFen),
    needsNoReturnTick: rows.some((row) => isReturnExcluded(row.returnRule)),
    needsAdultTick: rows.some((row) => row.isAlcohol),
  }
}

/** 七天无理由 does not cover perishable and made-to-order goods, if the buyer confirmed it at purchase (Consumer Rights Law art. 25). */
export function isReturnExcluded(returnRule: string): boolean {
  return returnRule.startsWith('excluded-')
}

/** Units wanted of each variant over all lines: one unit left cannot serve two lines (T03). */
export function demandOf(rows: ReadonlyArray<Pick<CartRow, 'variantId' | 'quantity'>>): Map<number, number> {
  const demand = new Map<number, number>()
  for (const row of rows) demand.set(row.variantId, (demand.get(row.variantId) ?? 0) + row.quantity)
  return demand
}

/** The first reason why the cart's content cannot be ordered, whoever the buyer is. */
export function whyNotOrderable(rows: ReadonlyArray<CartRow>, quote: Quote): QuoteRefusal | null {
  if (rows.length === 0) return failure('empty-cart')
  if (rows.length > maxCartLines) return failure('too-many-lines')
  const demand = demandOf(rows)
  const wanted = (row: CartRow) => demand.get(row.variantId) ?? 0
  const gone = rows.filter((row) => !row.isOffered)
  if (gone.length > 0) return failure('unavailable', { lines: gone.map(nameOf) })
  const small = rows.filter((row) => wanted(row) < row.minQuantity)
  if (small.length > 0) {
    return failure('below-minimum-quantity', {
      lines: small.map((row) => ({ ...nameOf(row), minQuantity: row.minQuantity })),
    })
  }
  const over = findOverLimit(rows, new Map())
  if (over) return over
  const short = rows.filter((row) => row.free < wanted(row))
  if (short.length > 0)
    return failure('out-of-stock', { lines: short.map((row) => ({ ...nameOf(row), left: row.free })) })
  return whyNotServed(quote) ?? whyNotPayable(quote.totalFen)
}

/** 限购 counts what the person has bought before. */
export function findOverLimit(
  rows: ReadonlyArray<CartRow>,
  boughtBefore: ReadonlyMap<number, number>,
): QuoteRefusal | null {
  const demand = demandOf(rows)
  const over = rows.flatMap((row) => {
    const alreadyBought = boughtBefore.get(row.variantId) ?? 0
    if (row.maxPerPerson === null || alreadyBought + (demand.get(row.variantId) ?? 0) <= row.maxPerPerson)
      return []
    return [{ ...nameOf(row), maxPerPerson: row.maxPerPerson, alreadyBought }]
  })
  return over.length > 0 ? failure('above-limit', { lines: over }) : null
}

export function whyNotTicked(
  quote: Quote,
  ticks: { acceptsNoReturn: boolean; isAdult: boolean },
): QuoteRefusal | null {
  if (quote.needsNoReturnTick && !ticks.acceptsNoReturn) return failure('needs-no-return-tick')
  if (quote.needsAdultTick && !ticks.isAdult) return failure('needs-adult-tick')
  return null
}

function whyNotServed(quote: Quote): QuoteRefusal | null {
  const parcels = quote.orders.flatMap((order) => order.parcels).filter((parcel) => parcel.notServed !== null)
  const reason = parcels[0]?.notServed
  if (!reason) return null
  return failure('not-served', { lines: parcels.flatMap((parcel) => parcel.lines.map(nameOf)), reason })
}

function whyNotPayable(totalFen: Fen): QuoteRefusal | null {
  if (totalFen < smallestTotalFen) return failure('amount-too-small')
  return totalFen > largestTotalFen ? failure('amount-too-large') : null
}

function quoteOrder(enterpriseId: number, parcels: Array<ParcelQuote<QuotedLine>>): OrderQuote {
  const itemsFen = sum(parcels.map((parcel) => parcel.itemsFen))
  const shippingFen = sum(parcels.map((parcel) => parcel.shippingFen))
  const lines = parcels.flatMap((parcel) => parcel.lines)
  return { enterpriseId, parcels, lines, itemsFen, shippingFen, totalFen: addFen(itemsFen, shippingFen) }
}

function nameOf({ sku, title, titleEn }: CartRow): LineProblem {
  return { sku, title, titleEn }
}

function sum(amounts: ReadonlyArray<Fen>): Fen {
  return amounts.length === 0 ? zeroFen : addFen(...amounts)
}
