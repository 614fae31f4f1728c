import type { QuantityNotice, RemovedLine } from './cart.ts'

type CartFailure = 'unknown-variant' | 'unavailable' | 'sold-out' | 'cart-full' | 'unknown-line'

/** What the cart's action answers to its own page: the line that changed, or one that can be put back, if it was there. */
export type CartAnswer =
  | { kind: 'changed'; sku: string; quantity: number; notice: QuantityNotice | null }
  | { kind: 'removed'; line: RemovedLine | null }
  | { kind: 'refused'; code: CartFailure }
