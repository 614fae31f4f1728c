import { type Fen, fen, perJin, timesFen } from '#app/kernel/money.ts'

/** Counted, at a price each; or weighed, at a price for 500 g (斤). */
export const measures = ['pieces', 'weight'] as const
export type Measure = (typeof measures)[number]

/** What is due for so many pieces, or grams, at that price; half a fen rounds up. */
export function lineAmount(measure: Measure, quantity: number, price: Fen): Fen {
  return measure === 'pieces' ? timesFen(price, quantity) : fen(Math.floor((price * quantity) / 500 + 0.5))
}

/** What the label says, as a price of that measure; null where nothing says it. */
export function listPrice(
  { priceFen, netGrams }: { priceFen: Fen | null; netGrams: number | null },
  measure: Measure,
): Fen | null {
  if (measure === 'pieces' || priceFen === null) return priceFen
  return netGrams === null ? null : perJin(priceFen, netGrams)
}
