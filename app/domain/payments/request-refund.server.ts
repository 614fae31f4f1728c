import type { RefundReason } from '#app/domain/orders/lifecycle.ts'
import { followParcels } from '#app/domain/shipping/follow-parcels.server.ts'
import { unpackUnsent } from '#app/domain/shipping/unpack-unsent.server.ts'
import { returnSold } from '#app/domain/stock/return-sold.server.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { insertRefund, loadOpen } from './insert-refund.server.ts'
import { listPayments, lockGroup } from './payment-rows.server.ts'
import { listBackOnSale, listEmptied, type Open, type Portion, sumOf } from './refund-rules.ts'

export type RefundCommand = {
  groupId: string
  /** The same key is the same refund, however often it is asked for (T38). */
  key: string
  reason: RefundReason
  /** Somebody has paid it by other means (settleByHand): nobody is asked for it, and told only of its end. */
  isByHand?: boolean
}
type Requested = { refundId: string; isRepeated: boolean }
type NotRefundable = Failure<'not-refundable'>

/**
 * What every refund that somebody decides on has in common; `take` says what is given back of what can be. Inside a
 * transaction of the caller's, who hands the refund to the provider after the commit (submitRefund).
 */
export async function requestRefund<F extends Failure>(
  tx: Sql,
  now: Date,
  { groupId, key, reason, isByHand = false }: RefundCommand,
  take: (open: Open) => Result<Portion, F>,
): Promise<Result<Requested, F | NotRefundable>> {
  const group = await lockGroup(tx, groupId)
  const idempotencyKey = `refund:${groupId}:${key}`
  const known = await findByKey(tx, idempotencyKey)
  if (known) return success({ refundId: known, isRepeated: true })
  const payment = (await listPayments(tx, groupId)).find((paid) => paid.status === 'paid')
  if (!payment || (group?.status !== 'paid' && group?.status !== 'paid-after-release'))
    return failure('not-refundable')

  const open = await loadOpen(tx, groupId)
  const taken = take(open)
  if (!taken.ok) return taken
  if (sumOf(taken.value) === 0) return failure('not-refundable')
  const refund = { groupId, paymentId: payment.id, idempotencyKey, open, portion: taken.value, isByHand }
  // Nothing was sold for money that came too late, so the ledger has no sale to take back.
  const isLate = group.status === 'paid-after-release'
  const refundId = await insertRefund(tx, now, { ...refund, reason: isLate ? 'paid-after-release' : reason })
  await takeBackUnsent(tx, groupId, open, taken.value)
  return success({ refundId, isRepeated: false })
}

async function findByKey(tx: Sql, idempotencyKey: string): Promise<string | undefined> {
  const [known] = await tx.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM refund WHERE idempotency_key = ${idempotencyKey}`
  return known?.id
}

/** What is paid back and was not sent goes on sale again; goods on their way back are another matter. */
async function takeBackUnsent(tx: Sql, groupId: string, open: Open, portion: Portion): Promise<void> {
  const { lines, isOfUnsent } = portion
  await returnSold(tx, groupId, listBackOnSale(open, portion))
  if (isOfUnsent) await unpackUnsent(tx, lines)
  await tx.$executeRaw`
    UPDATE shop_order SET status = 'cancelled' WHERE id = ANY(${listEmptied(open, lines)}::uuid[]) AND status = 'to-ship'`
  await followParcels(tx, groupId)
}
