import { type Fen, fen, perJin } from '#app/kernel/money.ts'

export type FiguredVariant = { priceFen: number; netGrams: number | null; minQuantity: number; free: number }

/** What a product repeats of the variants that can be bought, so that lists need not look at them. */
export type ProductFigures = {
  minPriceFen: Fen
  /** Of 500 g of the variant whose price that is: another size may be cheaper by weight, but is not the one shown. */
  minUnitPriceFen: Fen | null
  variantCount: number
  isInStock: boolean
}

export function productFigures(variants: ReadonlyArray<FiguredVariant>): ProductFigures {
  // Of two at one price, the one that holds more.
  const [shown] = variants.toSorted(
    (one, other) => one.priceFen - other.priceFen || (other.netGrams ?? 0) - (one.netGrams ?? 0),
  )
  return {
    minPriceFen: fen(shown?.priceFen ?? 0),
    minUnitPriceFen: shown?.netGrams ? perJin(fen(shown.priceFen), shown.netGrams) : null,
    variantCount: variants.length,
    isInStock: variants.some(({ free, minQuantity }) => free >= minQuantity),
  }
}
