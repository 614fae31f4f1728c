import { type Fen, fen, perJin, timesFen } from '#app/kernel/money.ts'

/** Counted, at a price each; weighed, at a price for 500 g (斤); or what was paid, whatever it was for. */
export const measures = ['pieces', 'weight', 'amount'] as const
export type Measure = (typeof measures)[number]

export function readMeasure(text: unknown): Measure {
  return measures.find((known) => known === text) ?? 'pieces'
}

/** What is due for so many pieces, or grams, at that price; half a fen rounds up. An amount is one piece of its price. */
export function lineAmount(measure: Measure, quantity: number, price: Fen): Fen {
  return measure === 'weight' ? fen(Math.floor((price * quantity) / 500 + 0.5)) : timesFen(price, quantity)
}

/** What the label says, as a price of that measure; null where nothing says it. */
export function listPrice(
  { priceFen, netGrams }: { priceFen: Fen | null; netGrams: number | null },
  measure: Measure,
): Fen | null {
  if (measure !== 'weight' || priceFen === null) return priceFen
  return netGrams === null ? null : perJin(priceFen, netGrams)
}
