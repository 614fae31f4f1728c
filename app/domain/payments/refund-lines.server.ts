import type { Failure, Result } from '#app/kernel/result.ts'
import type { Paying } from './payment-rows.server.ts'
import { takeUnits } from './refund-rules.ts'
import { type RefundCommand, requestRefund } from './request-refund.server.ts'

export type RefundLines = RefundCommand & { lines: ReadonlyArray<{ lineId: string; quantity: number }> }

/** Units of single lines; the last unit of an order that was not sent takes the shipping along. */
export async function refundLines(
  services: Paying,
  { lines, ...command }: RefundLines,
): Promise<Result<{ refundId: string }, Failure<'not-refundable' | 'too-many-units'>>> {
  return await requestRefund(services, command, (open) => takeUnits(open, lines))
}
