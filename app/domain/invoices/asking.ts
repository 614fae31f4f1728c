import type { GroupStatus } from '#app/domain/orders/lifecycle.ts'
import { after, day } from '#app/kernel/clock.ts'

/** Days after the payment in which a buyer may still ask for an invoice, or ask otherwise: half a year, as shops do. */
export const invoiceDays = 180

export type AskRefusal = 'not-paid' | 'nothing-kept' | 'too-late' | 'already-issued'

export type InvoicedGroup = {
  status: GroupStatus
  paidAt: Date | null
  totalFen: number
  refundedFen: number
  isIssued: boolean
}

/** Why nothing can be asked for any more, or not yet; null when it can. Before the payment the checkout asks. */
export function whyNotAskInvoice(group: InvoicedGroup, now: Date): AskRefusal | null {
  if (group.isIssued) return 'already-issued'
  if (group.refundedFen >= group.totalFen || group.status === 'refunded') return 'nothing-kept'
  if (!group.paidAt || (group.status !== 'paid' && group.status !== 'refunding')) return 'not-paid'
  return now <= after(group.paidAt, invoiceDays * day) ? null : 'too-late'
}
