import type { Paying } from '#app/domain/payments/payment-rows.server.ts'
import {
  type Open,
  type Portion,
  takeAmount,
  takeEverything,
  takeUnits,
} from '#app/domain/payments/refund-rules.ts'
import { type RefundCommand, requestRefund } from '#app/domain/payments/request-refund.server.ts'
import { submitRefund } from '#app/domain/payments/submit-refund.server.ts'
import type { Fen } from '#app/kernel/money.ts'
import { type Failure, type Result, success } from '#app/kernel/result.ts'
import { withTransaction } from '#app/platform/sql.server.ts'

// Money given back of a group, whoever of the staff decided it: asked for, and handed to the provider.

type Lines = RefundCommand & { lines: ReadonlyArray<{ lineId: string; quantity: number }> }
type Amount = RefundCommand & { lineIds: ReadonlyArray<string>; amountFen: Fen }

export function refundLines(services: Paying, { lines, ...command }: Lines) {
  return giveBack(services, command, (open) => takeUnits(open, lines))
}

export function refundAmount(services: Paying, { lineIds, amountFen, ...command }: Amount) {
  return giveBack(services, command, (open) => takeAmount(open, lineIds, amountFen))
}

export function refundWhole(services: Paying, command: RefundCommand) {
  return giveBack<never>(services, command, (open) => success(takeEverything(open)))
}

async function giveBack<F extends Failure>(
  services: Paying,
  command: RefundCommand,
  take: (open: Open) => Result<Portion, F>,
) {
  const now = services.clock.now()
  const requested = await withTransaction(services.pool, (tx) => requestRefund(tx, now, command, take))
  if (!requested.ok) return requested
  const { refundId } = requested.value
  await submitRefund(services, refundId)
  return success({ refundId })
}
