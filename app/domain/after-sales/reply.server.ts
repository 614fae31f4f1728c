import { z } from 'zod'
import { tellEnterprise } from '#app/domain/notifications/tell-enterprise.server.ts'
import type { AfterSaleStatus } from '#app/domain/orders/lifecycle.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { lockGroup } from '#app/domain/payments/payment-rows.server.ts'
import { after } from '#app/kernel/clock.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { returnWithin } from './deadlines.ts'

export const replySchema = z.object({
  lineId: z.uuid('line-required'),
  requestId: z.uuid('line-required'),
  reply: z.string().trim().min(5, 'too-short').max(500, 'too-long'),
})

export type ReplyRefusal = Failure<'changed-meanwhile' | 'account-closed'>
type Replying = Pick<Services, 'pool' | 'clock'>
type Request = {
  orderId: string
  orderNumber: string
  enterpriseId: number
  status: AfterSaleStatus
  /** Null for a guest's. */
  isAccountClosed: boolean | null
}

/**
 * The buyer's word on the answer: under which number the goods come back, or why a refusal is wrong, which brings it
 * to the organizers. Once; the group, found by its token, says whose request it is.
 */
export async function replyToAnswer(
  { pool, clock }: Replying,
  groupId: string,
  { requestId, reply }: { requestId: string; reply: string },
): Promise<Result<null, ReplyRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const request = await lockOwn(tx, groupId, requestId)
    if (request?.isAccountClosed) return failure('account-closed')
    const isWritten = request && (await write(tx, now, requestId, request.status, reply))
    if (!isWritten) return failure('changed-meanwhile')
    await writeOrderEvent(tx, now, { groupId, orderId: request.orderId, kind: 'after-sale-replied' })
    if (request.status === 'awaiting-return')
      await tellEnterprise(tx, now, request.enterpriseId, {
        kind: 'return-posted',
        dedupeKey: `return-posted:${requestId}`,
        capability: 'answer-after-sales',
        path: `/aftersales/${requestId}`,
        facts: { about: request.orderNumber, until: after(now, returnWithin).toISOString() },
      })
    return success(null)
  })
}

/** Also while the goods are awaited: then they are kept. */
export async function withdrawRequest(
  { pool, clock }: Replying,
  groupId: string,
  requestId: string,
): Promise<Result<null, ReplyRefusal>> {
  return await withTransaction(pool, async (tx) => {
    const request = await lockOwn(tx, groupId, requestId)
    if (request?.status !== 'requested' && request?.status !== 'awaiting-return')
      return failure('changed-meanwhile')
    await tx.$executeRaw`
      UPDATE after_sale SET status = 'withdrawn', closed_at = ${clock.now()} WHERE id = ${requestId}::uuid`
    return success(null)
  })
}

async function lockOwn(tx: Sql, groupId: string, requestId: string): Promise<Request | undefined> {
  await lockGroup(tx, groupId)
  const [request] = await tx.$queryRaw<Array<Request>>`
    SELECT o.id AS "orderId", o.number AS "orderNumber", a.enterprise_id AS "enterpriseId", a.status,
      (SELECT s.deleted_at IS NOT NULL FROM order_group g JOIN shopper s ON s.id = g.shopper_id WHERE g.id = o.group_id)
        AS "isAccountClosed"
    FROM after_sale a JOIN order_line l ON l.id = a.order_line_id JOIN shop_order o ON o.id = l.order_id
    WHERE a.id = ${requestId}::uuid AND o.group_id = ${groupId}::uuid`
  return request
}

async function write(
  tx: Sql,
  now: Date,
  requestId: string,
  status: AfterSaleStatus,
  reply: string,
): Promise<boolean> {
  if (status === 'awaiting-return')
    return (
      (await tx.$executeRaw`
        UPDATE after_sale SET reply = ${reply}, replied_at = ${now}, deadline_at = ${after(now, returnWithin)}
        WHERE id = ${requestId}::uuid AND status = 'awaiting-return' AND replied_at IS NULL`) === 1
    )
  if (status !== 'refused') return false
  return (
    (await tx.$executeRaw`
      UPDATE after_sale SET reply = concat_ws(E'\n', reply, ${reply}::text), replied_at = ${now}, escalated_at = ${now},
        closed_at = NULL
      WHERE id = ${requestId}::uuid AND escalated_at IS NULL`) === 1
  )
}
