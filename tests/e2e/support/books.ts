import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

type Sums<Book extends string> = Record<Book, number>

/** What each book holds of one order group, in fen: when nothing is wrong, all agree. */
export type Books = {
  groupId: string
  paid: Sums<'group' | 'orders' | 'lines' | 'payment' | 'provider' | 'ledger'>
  refunded: Sums<'group' | 'orders' | 'lines' | 'refunds' | 'provider' | 'ledger'>
}

export async function readBooks(shop: Services, number: string): Promise<Books> {
  const { groupId, sessionId, ...own } = await readRows(shop, number)
  const session = await shop.payments.findSession(sessionId)
  return {
    groupId,
    paid: {
      group: own.total,
      orders: own.orders,
      lines: own.lines,
      payment: own.payment,
      provider: session?.isPaid ? session.amountFen : 0,
      ledger: own.sold,
    },
    refunded: {
      group: own.refunded,
      orders: own.refundedOrders,
      lines: own.refundedLines,
      refunds: own.refunds,
      provider: await sumRefunds(shop, groupId),
      ledger: own.takenBack,
    },
  }
}

/** The same figure in every book. */
export function inEach<Book extends string>(sums: Sums<Book>, amount: number): Sums<Book> {
  return Object.fromEntries(Object.keys(sums).map((book) => [book, amount])) as Sums<Book>
}

type Rows = { groupId: string; sessionId: string } & Sums<
  | 'total'
  | 'orders'
  | 'lines'
  | 'payment'
  | 'sold'
  | 'refunded'
  | 'refundedOrders'
  | 'refundedLines'
  | 'refunds'
  | 'takenBack'
>

async function readRows({ pool }: Services, number: string): Promise<Rows> {
  const [rows] = await sqlOn(pool).$queryRaw<Array<Rows>>`
    SELECT g.id AS "groupId", p.session_id AS "sessionId", g.total_fen AS total, g.refunded_fen AS refunded,
      p.amount_fen AS payment, o.total AS orders, o.refunded AS "refundedOrders",
      l.total + (SELECT sum(c.shipping_fen)::int FROM parcel c WHERE c.order_id = ANY(o.ids)) AS lines,
      l.refunded + r.shipping AS "refundedLines", r.total AS refunds,
      (SELECT sum(amount_fen)::int FROM sale_entry WHERE source = 'order' AND external_ref = ANY(l.refs || o.refs)) AS sold,
      (SELECT COALESCE(-sum(s.amount_fen), 0)::int FROM sale_entry s JOIN refund f ON f.group_id = g.id
        WHERE s.source = 'order' AND starts_with(s.external_ref, 'refund:' || f.id)) AS "takenBack"
    FROM order_group g JOIN payment p ON p.group_id = g.id AND p.status = 'paid'
    CROSS JOIN LATERAL (
      SELECT array_agg(id) AS ids, array_agg('shipping:' || id) AS refs, sum(total_fen)::int AS total,
        sum(refunded_fen)::int AS refunded
      FROM shop_order WHERE group_id = g.id
    ) o
    CROSS JOIN LATERAL (
      SELECT array_agg('line:' || id) AS refs, sum(price_fen * quantity)::int AS total, sum(refunded_fen)::int AS refunded
      FROM order_line WHERE order_id = ANY(o.ids)
    ) l
    CROSS JOIN LATERAL (
      SELECT COALESCE(sum(amount_fen), 0)::int AS total, COALESCE(sum(shipping_fen), 0)::int AS shipping
      FROM refund WHERE group_id = g.id AND status = 'succeeded'
    ) r
    WHERE g.number = ${number}`
  if (!rows) throw new Error(`${number} is not a paid order`)
  return rows
}

async function sumRefunds({ pool, payments }: Services, groupId: string): Promise<number> {
  const refunds = await sqlOn(pool).$queryRaw<Array<{ id: string }>>`
    SELECT provider_refund_id AS id FROM refund WHERE group_id = ${groupId}::uuid AND provider_refund_id IS NOT NULL`
  const found = await Promise.all(refunds.map(({ id }) => payments.findRefund(id)))
  return found.reduce((sum, refund) => sum + (refund?.status === 'succeeded' ? refund.amountFen : 0), 0)
}
