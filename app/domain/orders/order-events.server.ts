import type { Sql } from '#app/platform/sql.server.ts'

/** Entries of an order's timeline. */
const orderEventKinds = [
  'placed',
  'payment-opened',
  'payment-processing',
  'paid',
  'revived',
  'expired',
  'payment-failed',
  'cancelled',
  'out-of-stock',
  'paid-after-release',
  'quarantined',
  'refund-requested',
  'refund-succeeded',
  'refund-failed',
  'after-sale-requested',
  'after-sale-answered',
  'after-sale-replied',
  'return-due',
  'return-ended',
  'shipped',
  'tracking-corrected',
  'completed',
] as const
export type OrderEventKind = (typeof orderEventKinds)[number]

export async function writeOrderEvent(
  tx: Sql,
  at: Date,
  event: { groupId: string; orderId?: string; kind: OrderEventKind; detail?: object },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO order_event (group_id, order_id, kind, detail, at)
    VALUES (${event.groupId}::uuid, ${event.orderId ?? null}::uuid, ${event.kind},
      ${event.detail ? JSON.stringify(event.detail) : null}::jsonb, ${at})`
}
