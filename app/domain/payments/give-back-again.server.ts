import type { RefundReason } from '#app/domain/orders/lifecycle.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Fen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { Paying } from './payment-rows.server.ts'
import { type Portion, takeAgain } from './refund-rules.ts'
import { requestRefund } from './request-refund.server.ts'
import { settleByHand, submitRefund } from './submit-refund.server.ts'

export type GiveBackAgain = {
  reason: string
  /** Of a payment by other means, as a bank's slip shows it; null asks the provider once more. */
  reference: string | null
}
export type GiveBackRefusal = Failure<'not-refundable' | 'given-back'>

/** The same money once more, after its refund has failed: by the provider, or as somebody did by other means (T39). */
export async function giveBackAgain(
  services: Paying,
  scope: OrganizerScope,
  refundId: string,
  input: GiveBackAgain,
): Promise<Result<{ refundId: string }, GiveBackRefusal>> {
  const given = await withTransaction(services.pool, (tx) =>
    giveBack(tx, services.clock.now(), scope, refundId, input),
  )
  if (given.ok && input.reference === null) await submitRefund(services, given.value.refundId)
  return given
}

async function giveBack(
  tx: Sql,
  now: Date,
  scope: OrganizerScope,
  failedId: string,
  { reason, reference }: GiveBackAgain,
): Promise<Result<{ refundId: string }, GiveBackRefusal>> {
  const failed = await findFailed(tx, failedId)
  if (!failed) return failure('not-refundable')
  const { groupId, number, amountFen } = failed
  const command = { groupId, key: `again:${failedId}`, reason: failed.reason, isByHand: reference !== null }
  const refund = await requestRefund(tx, now, command, (open) => takeAgain(open, failed))
  if (!refund.ok) return refund
  const { refundId, isRepeated } = refund.value
  if (isRepeated) return failure('given-back')
  if (reference !== null) await settleByHand(tx, now, refundId, reference)
  await tx.$executeRaw`UPDATE after_sale SET refund_id = ${refundId}::uuid WHERE refund_id = ${failedId}::uuid`
  await tx.$executeRaw`
    UPDATE alarm SET resolved_at = ${now}
    WHERE kind = 'refund-failed' AND reference = ${failedId} AND resolved_at IS NULL`
  await writeAudit(tx, now, scope, {
    action: reference === null ? 'retry-refund' : 'refund-by-hand',
    subject: ['order', number],
    after: { refundId, amountFen, ...(reference === null ? {} : { reference }) },
    reason,
  })
  return success({ refundId })
}

type Failed = Portion & { groupId: string; number: string; reason: RefundReason; amountFen: Fen }

async function findFailed(tx: Sql, refundId: string): Promise<Failed | undefined> {
  const [failed] = await tx.$queryRaw<Array<Failed>>`
    SELECT r.group_id AS "groupId", g.number, r.reason, r.amount_fen AS "amountFen",
      (SELECT COALESCE(json_agg(json_build_object('lineId', b.order_line_id, 'quantity', b.quantity,
        'amountFen', b.amount_fen)), '[]') FROM refund_line b WHERE b.refund_id = r.id) AS lines,
      (SELECT COALESCE(json_agg(json_build_object('orderId', s.order_id, 'amountFen', s.amount_fen)), '[]')
        FROM refund_shipping s WHERE s.refund_id = r.id) AS shipping
    FROM refund r JOIN order_group g ON g.id = r.group_id WHERE r.id = ${refundId}::uuid AND r.status = 'failed'`
  return failed
}
