import { fen, perJin } from '#app/kernel/money.ts'
import type { VariantPlan } from '../plan/variants.ts'

/** The lowest price of 500 g; null where nothing is sold by weight. */
export function unitPrice(
  variants: ReadonlyArray<Pick<VariantPlan, 'priceFen' | 'netGrams'>>,
): number | null {
  const prices = variants.flatMap(({ priceFen, netGrams }) =>
    netGrams ? [perJin(fen(priceFen), netGrams)] : [],
  )
  return prices.length > 0 ? Math.min(...prices) : null
}
