import type pg from 'pg'
import type { GroupStatus } from '#app/domain/orders/lifecycle.ts'

/** What belongs together in a group of which nothing was shipped or given back in part. */
type Shape = {
  orders: string
  holds: string
  payments: 'paid' | 'unpaid'
  /** What the ledger's entries of the group add up to. */
  ledger: ReadonlyArray<'nothing' | 'all'>
}

const gone = { orders: 'cancelled', holds: 'released' } as const
const legal: Record<Exclude<GroupStatus, 'quarantined'>, Shape> = {
  'awaiting-payment': { orders: 'awaiting-payment', holds: 'held', payments: 'unpaid', ledger: ['nothing'] },
  paid: { orders: 'to-ship', holds: 'sold', payments: 'paid', ledger: ['all'] },
  expired: { ...gone, payments: 'unpaid', ledger: ['nothing'] },
  cancelled: { ...gone, payments: 'unpaid', ledger: ['nothing'] },
  'paid-after-release': { ...gone, payments: 'paid', ledger: ['nothing'] },
  refunding: { ...gone, payments: 'paid', ledger: ['nothing', 'all'] },
  refunded: { ...gone, orders: 'refunded', payments: 'paid', ledger: ['nothing'] },
}

type Facts = {
  id: string
  status: keyof typeof legal
  orders: string
  holds: string
  payments: string
  ledger: string
}

/** Groups whose orders, holds, payments and ledger do not say the same (T29). */
export async function findIllegalOrders(pool: pg.Pool): Promise<Array<Facts>> {
  const { rows } = await pool.query<Facts>(`
    SELECT g.id, g.status,
      (SELECT string_agg(DISTINCT o.status, ' ') FROM shop_order o WHERE o.group_id = g.id) AS orders,
      (SELECT string_agg(DISTINCT h.status, ' ') FROM stock_hold h WHERE h.group_id = g.id) AS holds,
      CASE (SELECT count(*) FROM payment p WHERE p.group_id = g.id AND p.status = 'paid')
        WHEN 0 THEN 'unpaid' WHEN 1 THEN 'paid' ELSE 'paid twice' END AS payments,
      CASE (
        SELECT COALESCE(sum(e.amount_fen), 0) FROM sale_entry e WHERE string_to_array(e.external_ref, ':') && (
          SELECT array_agg(l.id::text) || array_agg(o.id::text)
          FROM shop_order o JOIN order_line l ON l.order_id = o.id WHERE o.group_id = g.id)
      ) WHEN 0 THEN 'nothing' WHEN g.total_fen THEN 'all' ELSE 'something' END AS ledger
    FROM order_group g`)
  return rows.filter(({ status, orders, holds, payments, ledger }) => {
    const shape = legal[status]
    const isLegal =
      orders === shape?.orders &&
      holds === shape.holds &&
      payments === shape.payments &&
      shape.ledger.includes(ledger as never)
    return !isLegal
  })
}
