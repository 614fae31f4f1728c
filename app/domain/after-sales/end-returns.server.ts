import type { Pool } from 'pg'
import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { type OrderEventKind, writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { lockGroup } from '#app/domain/payments/payment-rows.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { after } from '#app/kernel/clock.ts'
import type { SmsKind } from '#app/messages/sms.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { remindBefore } from './deadlines.ts'

type Due = { id: string; enterpriseId: number; orderId: string; groupId: string }

const batch = 100

/** Buyers whose goods are awaited, and who have not said that they are under way, are told once before it is over. */
export async function remindOfReturns(pool: Pool, now: Date): Promise<void> {
  const due = await listAwaited(sqlOn(pool), { after: now, until: after(now, remindBefore) })
  for (const request of due)
    await withTransaction(pool, async (tx) => {
      await lockGroup(tx, request.groupId)
      const isReminded = await tx.$executeRaw`
        UPDATE after_sale SET reminded_at = ${now} WHERE id = ${request.id}::uuid
          AND status = 'awaiting-return' AND replied_at IS NULL AND reminded_at IS NULL`
      if (isReminded) await tell(tx, now, request, 'return-due')
    })
}

/** A return that nobody reported is over; if the goods arrive all the same, they can still be paid back. */
export async function endReturns(pool: Pool, now: Date): Promise<void> {
  for (const request of await listAwaited(sqlOn(pool), { after: null, until: now }))
    await withTransaction(pool, (tx) => end(tx, now, request))
}

async function end(tx: Sql, now: Date, request: Due): Promise<void> {
  const { id, enterpriseId, groupId } = request
  await lockGroup(tx, groupId)
  const isEnded = await tx.$executeRaw`
    UPDATE after_sale SET status = 'not-returned', closed_at = ${now}
    WHERE id = ${id}::uuid AND status = 'awaiting-return' AND replied_at IS NULL`
  if (!isEnded) return
  await tell(tx, now, request, 'return-ended')
  await writeAudit(tx, now, 'system', {
    action: 'end-after-sale',
    subject: ['after-sale', id],
    before: { status: 'awaiting-return' },
    after: { status: 'not-returned' },
    enterpriseId,
  })
}

/** Whose deadline is between the two; of those that have time left, who was not told yet. */
async function listAwaited(sql: Sql, deadline: { after: Date | null; until: Date }): Promise<Array<Due>> {
  return await sql.$queryRaw<Array<Due>>`
    SELECT a.id, a.enterprise_id AS "enterpriseId", o.id AS "orderId", o.group_id AS "groupId"
    FROM after_sale a JOIN order_line l ON l.id = a.order_line_id JOIN shop_order o ON o.id = l.order_id
    WHERE a.status = 'awaiting-return' AND a.replied_at IS NULL AND a.deadline_at <= ${deadline.until}
      AND (${deadline.after}::timestamptz IS NULL OR (a.reminded_at IS NULL AND a.deadline_at > ${deadline.after}))
    ORDER BY a.deadline_at LIMIT ${batch}`
}

async function tell(
  tx: Sql,
  now: Date,
  { id, orderId, groupId }: Due,
  kind: OrderEventKind & SmsKind,
): Promise<void> {
  await writeOrderEvent(tx, now, { groupId, orderId, kind })
  await writeOutbox(tx, now, { kind, dedupeKey: `${kind}:${id}`, groupId })
}
