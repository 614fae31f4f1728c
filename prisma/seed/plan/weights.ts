import type { Random } from '../random.ts'

/** An index, in proportion to its weight. */
export function pickWeighted(weights: ReadonlyArray<number>, random: Random): number {
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  const index = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return index < 0 ? weights.length - 1 : index
}
