import type { Random } from '../random.ts'
import type { ProductPlan } from './products.ts'

/** Draws a product in proportion to its demand. */
export type Market = (random: Random) => ProductPlan

export function openMarket(products: ReadonlyArray<ProductPlan>): Market {
  let sum = 0
  const upTo = products.map(({ demand }) => {
    sum += demand
    return sum
  })
  return (random) => {
    const at = random.next() * sum
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return products[low] as ProductPlan
  }
}
