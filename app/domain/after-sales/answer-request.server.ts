import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { type AfterSaleStatus, afterSaleTransitions, canFollow } from '#app/domain/orders/lifecycle.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import type { Paying } from '#app/domain/payments/payment-rows.server.ts'
import {
  type Open,
  type Portion,
  takeAmount,
  takeOrder,
  takeUnits,
} from '#app/domain/payments/refund-rules.ts'
import { requestRefund } from '#app/domain/payments/request-refund.server.ts'
import { submitRefund } from '#app/domain/payments/submit-refund.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { after } from '#app/kernel/clock.ts'
import type { Fen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { returnWithin } from './deadlines.ts'
import { type Answering, enterpriseIdOf, type LockedRequest, lockRequest } from './lock-request.server.ts'

type Basis = { of: 'units' } | { of: 'order' } | { of: 'amount'; amountFen: Fen }
export type RequestAnswer =
  | { kind: 'refund'; basis: Basis; text: string }
  /** `text` says where to. */
  | { kind: 'await-return'; text: string }
  | { kind: 'refuse'; text: string }
export type AnswerRefusal = Failure<
  'not-found' | 'already-answered' | 'not-a-return' | 'not-refundable' | 'too-many-units' | 'too-much'
>

const outcomes = { refund: 'accepted', 'await-return': 'awaiting-return', refuse: 'refused' } as const

/** One answer: of two at once the second is told that there is one. Money goes the way of every refund. */
export async function answerRequest(
  services: Paying,
  scope: Answering,
  id: string,
  answer: RequestAnswer,
): Promise<Result<{ refundId: string | null }, AnswerRefusal>> {
  const now = services.clock.now()
  const answered = await withTransaction(services.pool, async (tx) => {
    const request = await lockRequest(tx, scope, id)
    if (!request) return failure('not-found')
    if (!mayFollow(request, outcomes[answer.kind], scope)) return failure('already-answered')
    if (answer.kind === 'await-return' && request.kind !== 'return-and-refund') return failure('not-a-return')
    const refund = await refundFor(tx, now, request, answer)
    if (!refund.ok) return refund
    await write(tx, now, scope, request, answer, refund.value)
    return success({ refundId: refund.value })
  })
  if (answered.ok && answered.value.refundId) await submitRefund(services, answered.value.refundId)
  return answered
}

/** After an objection the organizers say whether the refusal stands; a return may arrive after its end. */
function mayFollow(request: LockedRequest, to: AfterSaleStatus, scope: Answering): boolean {
  if (request.isClosed && request.status !== 'not-returned') return false
  if (request.status !== 'refused') return canFollow(afterSaleTransitions, request.status, to)
  return enterpriseIdOf(scope) === null && (to === 'refused' || to === 'accepted')
}

async function refundFor(
  tx: Sql,
  now: Date,
  { id, groupId, orderId, lineId, quantity }: LockedRequest,
  answer: RequestAnswer,
): Promise<Result<string | null, Failure<'not-refundable' | 'too-many-units' | 'too-much'>>> {
  if (answer.kind !== 'refund') return success(null)
  const { basis } = answer
  const take = (open: Open): Result<Portion, Failure<'too-many-units' | 'too-much'>> => {
    if (basis.of === 'order') return success(takeOrder(open, orderId))
    if (basis.of === 'amount') return takeAmount(open, [lineId], basis.amountFen)
    return takeUnits(open, [{ lineId, quantity }])
  }
  const refund = await requestRefund(
    tx,
    now,
    { groupId, key: `after-sale:${id}`, reason: 'after-sale' },
    take,
  )
  return refund.ok ? success(refund.value.refundId) : refund
}

async function write(
  tx: Sql,
  now: Date,
  scope: Answering,
  request: LockedRequest,
  answer: RequestAnswer,
  refundId: string | null,
): Promise<void> {
  const { id, groupId, orderId, enterpriseId } = request
  const status = outcomes[answer.kind]
  const closedAt = status === 'awaiting-return' ? null : now
  const deadlineAt = status === 'awaiting-return' ? after(now, returnWithin) : null
  // Whatever an enterprise refuses, however late, the buyer may bring to the organizers once.
  const isObjectable = status === 'refused' && enterpriseIdOf(scope) !== null
  await tx.$executeRaw`
    UPDATE after_sale SET status = ${status}, answer = ${answer.text}, answered_by = ${scope.staff.staffId}::uuid,
      answered_at = ${now}, refund_id = ${refundId}::uuid, closed_at = ${closedAt}::timestamptz,
      deadline_at = COALESCE(${deadlineAt}::timestamptz, deadline_at),
      escalated_at = CASE WHEN ${isObjectable} THEN NULL ELSE escalated_at END
    WHERE id = ${id}::uuid`
  await writeOrderEvent(tx, now, { groupId, orderId, kind: 'after-sale-answered', detail: { status } })
  // Of money the refund itself tells.
  if (!refundId)
    await writeOutbox(tx, now, {
      kind: 'after-sale-answered',
      dedupeKey: `after-sale-answered:${id}:${now.getTime()}`,
      groupId,
    })
  await writeAudit(tx, now, scope, {
    action: 'answer-after-sale',
    subject: ['after-sale', id],
    before: { status: request.status, answer: request.answer },
    after: { status, answer: answer.text, ...(refundId ? { refundId } : {}) },
    enterpriseId,
  })
}
