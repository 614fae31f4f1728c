import type { SaleAnswer } from '../booth-sale.ts'
import type { KeptSale } from './kept-sales.ts'

/** Whether the server has answered for all that was said of the sale: that it was taken back, too. */
export function settles({ outcome }: SaleAnswer, { isUndone }: { isUndone: boolean }): boolean {
  return outcome === 'refused' || outcome === 'undone' || !isUndone
}

/** What was taken back while its upload was under way goes on waiting: the answer is to the sale that it was before. */
export function answered(sale: KeptSale, answer: SaleAnswer): KeptSale {
  if (answer.outcome === 'refused') return { ...sale, state: 'refused', reason: answer.reason }
  return settles(answer, sale) ? { ...sale, state: 'sent', reason: null } : sale
}
