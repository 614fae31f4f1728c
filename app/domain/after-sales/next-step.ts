import type { AfterSaleStatus } from '#app/domain/orders/lifecycle.ts'

/** Whose turn it is: the enterprise answers or refunds, the buyer sends the goods back, the organizers decide. */
type NextStep = 'answer' | 'send' | 'refund' | 'decide'

/** `hasReply`: the buyer has answered to the answer. */
export type Waiting = { status: AfterSaleStatus; hasReply: boolean }

export function nextStep({ status, hasReply }: Waiting): NextStep {
  if (status === 'requested') return 'answer'
  if (status === 'awaiting-return') return hasReply ? 'refund' : 'send'
  return 'decide'
}
