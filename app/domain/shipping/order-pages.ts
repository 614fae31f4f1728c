import type { OrderStatus } from '#app/domain/orders/lifecycle.ts'
import { encodeCursor } from '#app/kernel/paging.ts'
import { prepared } from '#app/platform/sql.server.ts'
import type { OrderFilter, OrderStand } from './order-filter.ts'

const stands: Record<OrderStand, ReadonlyArray<OrderStatus>> = {
  'to-ship': ['to-ship', 'partly-shipped'],
  shipped: ['shipped', 'completed'],
  all: ['to-ship', 'partly-shipped', 'shipped', 'completed', 'cancelled', 'refunded'],
}

export type OrderCursor = readonly [paidAt: string, id: string]

/**
 * The SQL of so many of an enterprise's orders, in the order of their payment. Only what was asked for is a condition,
 * so that each kind of list is planned by itself: to ship the oldest first, of what was sent the newest.
 */
export function pageOfOrders(
  enterpriseId: number,
  { stand, storage, number, word }: OrderFilter,
  after: OrderCursor | null,
  limit: number,
): { text: string; order: string; values: Array<unknown> } {
  const isOpen = stand === 'to-ship'
  const direction = isOpen ? 'ASC' : 'DESC'
  const order = `o.paid_at ${direction}, o.id ${direction}`
  const values: Array<unknown> = [enterpriseId, limit]
  const bind = (value: unknown) => `$${values.push(value)}`
  const conditions = [`o.status IN (${stands[stand].map((status) => `'${status}'`).join(', ')})`]
  if (isOpen) conditions.push(`g.status = 'paid'`)
  if (storage)
    conditions.push(`EXISTS (SELECT FROM parcel p WHERE p.order_id = o.id AND p.storage = ${bind(storage)}
      ${isOpen ? 'AND p.shipped_at IS NULL' : ''})`)
  if (number)
    // A prefix as a range: no character comes after U+10FFFF.
    conditions.push(`o.number >= ${bind(number)} AND o.number < ${bind(`${number}\u{10ffff}`)}`)
  if (after)
    conditions.push(
      `(o.paid_at, o.id) ${isOpen ? '>' : '<'} (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`,
    )
  const found = `SELECT o.* FROM shop_order o JOIN order_group g ON g.id = o.group_id
    WHERE o.enterprise_id = $1 AND o.paid_at IS NOT NULL AND ${conditions.join(' AND ')} ORDER BY ${order}`
  const text = word
    ? `${withWord(found, bind(containing(word)))} ORDER BY ${order} LIMIT $2`
    : `${found} LIMIT $2`
  return { text, order, values }
}

/** A word is looked for in so many orders from the page's beginning on: whatever the list's length, it is soon answered. */
const mostSearched = 2_000

/** One text an order: of two conditions the planner would look through the lines of everybody for the second. */
function withWord(found: string, pattern: string): string {
  return `SELECT o.* FROM (${found} LIMIT ${mostSearched}) o JOIN order_group g ON g.id = o.group_id
    WHERE concat_ws(E'\\n', g.recipient, (
      SELECT string_agg(concat_ws(E'\\n', l.title, l.title_en, l.variant_label, l.variant_label_en), E'\\n')
      FROM order_line l WHERE l.order_id = o.id)) ILIKE ${pattern}`
}

function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}

/**
 * The statement around that page. A search is planned with its own number each time: a whole one finds one order by its index, of one
 * that begins as all do the first page is there at once, and no plan is good for both (T89).
 */
export function aroundPage({ number, word }: OrderFilter, text: string, values: Array<unknown>) {
  return number || word ? { text, values } : prepared(text, values)
}

export function cursorAfter({ paidAt, id }: { paidAt: Date; id: string }): string {
  return encodeCursor([paidAt.toISOString(), id])
}
