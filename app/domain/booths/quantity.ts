import { plainNumber } from '#app/kernel/number-input.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Measure } from './line-amount.ts'
import { readWeight, type WeightProblem, type WeightUnit } from './weight.ts'

export type QuantityProblem = 'bad-quantity' | WeightProblem

const mostPieces = 10_000

/** Pieces, or grams of what was weighed; an amount is one piece, and nothing is asked. */
export function readQuantity(
  measure: Measure,
  typed: string,
  unit: WeightUnit,
): Result<number, Failure<QuantityProblem>> {
  if (measure === 'amount') return success(1)
  const plain = plainNumber(typed)
  if (measure === 'weight') return readWeight(plain, unit)
  const pieces = /^\d{1,7}$/.test(plain) ? Number(plain) : 0
  return pieces >= 1 && pieces <= mostPieces ? success(pieces) : failure('bad-quantity')
}
