import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { type OrderEventKind, writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { after } from '#app/kernel/clock.ts'
import type { SmsKind } from '#app/messages/sms.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { remindBefore } from './deadlines.ts'

type Row = { id: string; enterpriseId: number; orderId: string; groupId: string }

const batch = 100

/** Buyers whose goods are awaited, and who have not said that they are under way, are told once before it is over. */
export async function remindOfReturns(tx: Sql, now: Date): Promise<void> {
  const due = await tx.$queryRaw<Array<Row>>`
    UPDATE after_sale a SET reminded_at = ${now} FROM order_line l JOIN shop_order o ON o.id = l.order_id
    WHERE l.id = a.order_line_id AND a.id IN (
      SELECT id FROM after_sale WHERE deadline_at <= ${after(now, remindBefore)} AND deadline_at > ${now}
        AND status = 'awaiting-return' AND replied_at IS NULL AND reminded_at IS NULL
      ORDER BY deadline_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
    RETURNING a.id, a.enterprise_id AS "enterpriseId", o.id AS "orderId", o.group_id AS "groupId"`
  for (const row of due) await tell(tx, now, row, 'return-due')
}

/** A return that nobody reported is over; if the goods arrive all the same, they can still be paid back. */
export async function endReturns(tx: Sql, now: Date): Promise<void> {
  const ended = await tx.$queryRaw<Array<Row>>`
    UPDATE after_sale a SET status = 'not-returned', closed_at = ${now}
    FROM order_line l JOIN shop_order o ON o.id = l.order_id
    WHERE l.id = a.order_line_id AND a.id IN (
      SELECT id FROM after_sale WHERE deadline_at <= ${now} AND status = 'awaiting-return' AND replied_at IS NULL
      ORDER BY deadline_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
    RETURNING a.id, a.enterprise_id AS "enterpriseId", o.id AS "orderId", o.group_id AS "groupId"`
  for (const row of ended) {
    await tell(tx, now, row, 'return-ended')
    const { id, enterpriseId } = row
    await writeAudit(tx, now, 'system', {
      action: 'end-after-sale',
      subject: ['after-sale', id],
      before: { status: 'awaiting-return' },
      after: { status: 'not-returned' },
      enterpriseId,
    })
  }
}

async function tell(
  tx: Sql,
  now: Date,
  { id, orderId, groupId }: Row,
  kind: OrderEventKind & SmsKind,
): Promise<void> {
  await writeOrderEvent(tx, now, { groupId, orderId, kind })
  await writeOutbox(tx, now, { kind, dedupeKey: `${kind}:${id}`, groupId })
}
