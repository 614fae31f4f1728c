import { type Failure, type Result, success } from '#app/kernel/result.ts'
import type { Paying } from './payment-rows.server.ts'
import { takeEverything } from './refund-rules.ts'
import { type RefundCommand, requestRefund } from './request-refund.server.ts'

/** All that is left, shipping too: for a person, when a refund has failed or a whole order has gone wrong. */
export async function refundWhole(
  services: Paying,
  command: RefundCommand,
): Promise<Result<{ refundId: string }, Failure<'not-refundable'>>> {
  return await requestRefund<never>(services, command, (open) => success(takeEverything(open)))
}
