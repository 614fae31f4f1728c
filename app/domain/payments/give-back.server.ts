import type { RefundReason } from '#app/domain/orders/lifecycle.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Fen } from '#app/kernel/money.ts'
import { failure, type Result, success } from '#app/kernel/result.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { Paying } from './payment-rows.server.ts'
import { isBesideOrder, type Portion, takeAgain } from './refund-rules.ts'
import { requestRefund } from './request-refund.server.ts'
import { type Returning, type ReturnRefusal, requestReturn } from './return-payment.server.ts'
import { settleByHand, submitRefund } from './submit-refund.server.ts'

export type GiveBack = {
  reason: string
  /** Of a payment by other means, as a bank's slip shows it; null asks the provider. */
  reference: string | null
}
type Given = Result<{ refundId: string }, ReturnRefusal>

/** The same money once more, after its refund has failed: by the provider, or as somebody did by other means (T39). */
export async function giveBackAgain(
  services: Paying,
  scope: OrganizerScope,
  refundId: string,
  input: GiveBack,
): Promise<Given> {
  return await giveBack(services, scope, { ...input, about: refundId, action: 'retry-refund' }, (tx, now) =>
    requestAgain(tx, now, refundId, input.reference !== null),
  )
}

/** A payment that was set aside: not the order's amount, or its second. In the same two ways. */
export async function giveBackPayment(
  services: Paying,
  scope: OrganizerScope,
  paymentId: string,
  input: GiveBack,
): Promise<Given> {
  return await giveBack(
    services,
    scope,
    { ...input, about: paymentId, action: 'return-payment' },
    (tx, now) => requestReturn(tx, now, paymentId, input.reference !== null),
  )
}

type Act = GiveBack & {
  /** The refund or the payment that the alarm is of. */
  about: string
  /** Of whoever asks the provider. */
  action: 'retry-refund' | 'return-payment'
}

async function giveBack(
  services: Paying,
  scope: OrganizerScope,
  { about, action, reason, reference }: Act,
  request: (tx: Sql, now: Date) => Promise<Result<Returning, ReturnRefusal>>,
): Promise<Given> {
  const now = services.clock.now()
  const given = await withTransaction(services.pool, async (tx) => {
    const requested = await request(tx, now)
    if (!requested.ok) return requested
    const { refundId, number, amountFen } = requested.value
    if (reference !== null) await settleByHand(tx, now, refundId, reference)
    await tx.$executeRaw`
      UPDATE alarm SET resolved_at = ${now}
      WHERE kind IN ('refund-failed', 'amount-mismatch', 'paid-twice') AND reference = ${about} AND resolved_at IS NULL`
    await writeAudit(tx, now, scope, {
      action: reference === null ? action : 'refund-by-hand',
      subject: ['order', number],
      after: { refundId, amountFen, ...(reference === null ? {} : { reference }) },
      reason,
    })
    return success({ refundId })
  })
  if (given.ok && reference === null) await submitRefund(services, given.value.refundId)
  return given
}

async function requestAgain(
  tx: Sql,
  now: Date,
  failedId: string,
  isByHand: boolean,
): Promise<Result<Returning, ReturnRefusal>> {
  const failed = await findFailed(tx, failedId)
  if (!failed) return failure('not-refundable')
  if (isBesideOrder(failed.reason)) return await requestReturn(tx, now, failed.paymentId, isByHand)
  const { groupId, number, reason, amountFen } = failed
  const command = { groupId, key: `again:${failedId}`, reason, isByHand }
  const refund = await requestRefund(tx, now, command, (open) => takeAgain(open, failed))
  if (!refund.ok) return refund
  const { refundId, isRepeated } = refund.value
  if (isRepeated) return failure('given-back')
  await tx.$executeRaw`UPDATE after_sale SET refund_id = ${refundId}::uuid WHERE refund_id = ${failedId}::uuid`
  return success({ refundId, number, amountFen })
}

type Failed = Portion & {
  groupId: string
  paymentId: string
  number: string
  reason: RefundReason
  amountFen: Fen
}

async function findFailed(tx: Sql, refundId: string): Promise<Failed | undefined> {
  const [failed] = await tx.$queryRaw<Array<Failed>>`
    SELECT r.group_id AS "groupId", r.payment_id AS "paymentId", g.number, r.reason, r.amount_fen AS "amountFen",
      (SELECT COALESCE(json_agg(json_build_object('lineId', b.order_line_id, 'quantity', b.quantity,
        'amountFen', b.amount_fen)), '[]') FROM refund_line b WHERE b.refund_id = r.id) AS lines,
      (SELECT COALESCE(json_agg(json_build_object('orderId', s.order_id, 'amountFen', s.amount_fen)), '[]')
        FROM refund_shipping s WHERE s.refund_id = r.id) AS shipping
    FROM refund r JOIN order_group g ON g.id = r.group_id WHERE r.id = ${refundId}::uuid AND r.status = 'failed'`
  return failed
}
