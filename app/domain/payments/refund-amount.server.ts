import type { Fen } from '#app/kernel/money.ts'
import type { Failure, Result } from '#app/kernel/result.ts'
import type { Paying } from './payment-rows.server.ts'
import { takeAmount } from './refund-rules.ts'
import { type RefundCommand, requestRefund } from './request-refund.server.ts'

/** One line for a difference at weighing; all lines of an order for a goodwill. */
export type RefundAmount = RefundCommand & { lineIds: ReadonlyArray<string>; amountFen: Fen }

/** Money without goods, shared by the lines in proportion to what was paid for them and is left. */
export async function refundAmount(
  services: Paying,
  { lineIds, amountFen, ...command }: RefundAmount,
): Promise<Result<{ refundId: string }, Failure<'not-refundable' | 'too-much'>>> {
  return await requestRefund(services, command, (open) => takeAmount(open, lineIds, amountFen))
}
