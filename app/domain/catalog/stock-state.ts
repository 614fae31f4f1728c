/** What a shopper is told of a variant's stock; a number only when it is so low that it matters. */
export type StockState = { kind: 'in' } | { kind: 'low'; left: number } | { kind: 'out' }

const low = 10

/** Out when less is left than the smallest order. */
export function stockState(free: number, minQuantity: number): StockState {
  if (free < minQuantity) return { kind: 'out' }
  return free <= low ? { kind: 'low', left: free } : { kind: 'in' }
}

/** Whether a shopper is told the same of both. */
export function isSameState(one: StockState, other: StockState): boolean {
  const leftOf = (state: StockState) => (state.kind === 'low' ? state.left : null)
  return one.kind === other.kind && leftOf(one) === leftOf(other)
}
