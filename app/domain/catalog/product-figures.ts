import { type Fen, fen, perJin } from '#app/kernel/money.ts'

export type FiguredVariant = { priceFen: number; netGrams: number | null; minQuantity: number; free: number }

/** What a product repeats of the variants that can be bought, so that lists need not look at them. */
export type ProductFigures = {
  minPriceFen: Fen
  minUnitPriceFen: Fen | null
  variantCount: number
  isInStock: boolean
}

export function productFigures(variants: ReadonlyArray<FiguredVariant>): ProductFigures {
  const prices = variants.map(({ priceFen }) => priceFen)
  const unitPrices = variants.flatMap(({ priceFen, netGrams }) =>
    netGrams ? [perJin(fen(priceFen), netGrams)] : [],
  )
  return {
    minPriceFen: fen(prices.length > 0 ? Math.min(...prices) : 0),
    minUnitPriceFen: unitPrices.length > 0 ? fen(Math.min(...unitPrices)) : null,
    variantCount: variants.length,
    isInStock: variants.some(({ free, minQuantity }) => free >= minQuantity),
  }
}
