import { expect, test } from 'vitest'
import { productFigures } from './product-figures.ts'

const size = (priceFen: number, netGrams: number | null) => ({ priceFen, netGrams, minQuantity: 1, free: 1 })

test('the price and the price of 500 g are of one size: the one that is shown', () => {
  const of = (...sizes: Parameters<typeof productFigures>[0]) => {
    const { minPriceFen, minUnitPriceFen } = productFigures(sizes)
    return [minPriceFen, minUnitPriceFen]
  }
  // The sack is cheaper by weight; the card shows what the small bag costs.
  expect(of(size(9_900, 10_000), size(1_500, 500))).toEqual([1_500, 1_500])
  expect(of(size(1_500, null), size(2_000, 500))).toEqual([1_500, null])
  expect(of(size(1_500, 500), size(1_500, 1_000))).toEqual([1_500, 750])
  expect(of()).toEqual([0, null])
})
