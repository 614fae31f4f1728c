// Which state may follow which, and why not. Every write is conditional on the old state, so these tables are
// what a race is decided by; the check constraints of the database know the same words.

export type GroupStatus =
  | 'awaiting-payment'
  | 'paid'
  | 'expired'
  | 'cancelled'
  | 'paid-after-release'
  | 'refunding'
  | 'refunded'
  | 'quarantined'
export type OrderStatus =
  | 'awaiting-payment'
  | 'to-ship'
  | 'partly-shipped'
  | 'shipped'
  | 'completed'
  | 'cancelled'
  | 'refunded'
export type PaymentStatus = 'creating' | 'open' | 'processing' | 'paid' | 'expired' | 'failed' | 'quarantined'
export type AfterSaleStatus =
  | 'requested'
  | 'awaiting-return'
  | 'accepted'
  | 'refused'
  | 'withdrawn'
  | 'not-returned'
export type RefundStatus = 'requested' | 'pending' | 'succeeded' | 'failed'
export type RefundReason =
  | 'cancelled-by-shopper'
  | 'paid-after-release'
  | 'after-sale'
  | 'goodwill'
  | 'out-of-stock'
  // Of money that was never the order's: see isBesideOrder.
  | 'amount-mismatch'
  | 'paid-twice'

type Table<Status extends string> = Readonly<Record<Status, ReadonlyArray<Status>>>

export const groupTransitions: Table<GroupStatus> = {
  'awaiting-payment': ['paid', 'expired', 'cancelled', 'quarantined'],
  // Revived when the goods are still there, else named and refunded (T21).
  expired: ['paid', 'paid-after-release', 'quarantined'],
  // Somebody who cancelled does not want the goods: money that still arrives goes back.
  cancelled: ['paid-after-release', 'quarantined'],
  paid: ['refunding'],
  'paid-after-release': ['refunding'],
  // A refund that fails, even after it had succeeded, returns to where the money is still owed.
  refunding: ['refunded', 'paid', 'paid-after-release'],
  refunded: ['paid', 'paid-after-release'],
  // The money is given back by a person, and the order is over.
  quarantined: ['cancelled'],
}

export const orderTransitions: Table<OrderStatus> = {
  'awaiting-payment': ['to-ship', 'cancelled'],
  'to-ship': ['partly-shipped', 'shipped', 'cancelled'],
  'partly-shipped': ['shipped', 'refunded'],
  shipped: ['completed', 'refunded'],
  completed: ['refunded'],
  // The group was revived by a late payment, or the refund of a cancelled order went through.
  cancelled: ['to-ship', 'refunded'],
  // A bank sent the money back: the order stands where its parcels are.
  refunded: ['partly-shipped', 'shipped', 'completed', 'cancelled'],
}

export const paymentTransitions: Table<PaymentStatus> = {
  creating: ['open', 'failed'],
  open: ['processing', 'paid', 'expired', 'failed', 'quarantined'],
  processing: ['paid', 'failed', 'quarantined'],
  // What the provider says last is true: an expiry that we assumed can be overtaken by money.
  expired: ['processing', 'paid', 'quarantined'],
  failed: ['paid', 'quarantined'],
  paid: [],
  quarantined: [],
}

export const refundTransitions: Table<RefundStatus> = {
  requested: ['pending', 'succeeded', 'failed'],
  pending: ['succeeded', 'failed'],
  // Banks return refunds days after they "succeeded".
  succeeded: ['failed'],
  failed: [],
}

export const afterSaleTransitions: Table<AfterSaleStatus> = {
  requested: ['awaiting-return', 'accepted', 'refused', 'withdrawn'],
  'awaiting-return': ['accepted', 'refused', 'withdrawn', 'not-returned'],
  // The buyer objected, and the organizers found for them.
  refused: ['accepted'],
  accepted: [],
  withdrawn: [],
  // The goods arrived all the same.
  'not-returned': ['accepted'],
}

export function canFollow<Status extends string>(table: Table<Status>, from: Status, to: Status): boolean {
  return table[from].includes(to)
}

/** The states from which `to` may be reached: the condition of the write. */
export function before<Status extends string>(table: Table<Status>, to: Status): Array<Status> {
  return (Object.keys(table) as Array<Status>).filter((from) => table[from].includes(to))
}

/** Orders that wait, for their payment or to be sent; those that were given back are over. */
export const cancellable: ReadonlyArray<OrderStatus> = ['awaiting-payment', 'to-ship']

export type CancelRefusal = 'already-shipped' | 'already-closed'

/** Why a shopper may not cancel (any more); null when they may. */
export function whyNotCancellable(
  group: GroupStatus,
  orders: ReadonlyArray<OrderStatus>,
): CancelRefusal | null {
  if (group !== 'awaiting-payment' && group !== 'paid') return 'already-closed'
  if (orders.some((status) => ['partly-shipped', 'shipped', 'completed'].includes(status)))
    return 'already-shipped'
  // Paid, but with nothing to ship: a refund has failed, and a person is at it.
  return orders.some((status) => cancellable.includes(status)) ? null : 'already-closed'
}

/** The same for what one enterprise sends of a paid group; before the payment the whole is cancelled. */
export function whyNotCancelOrder(group: GroupStatus, order: OrderStatus): CancelRefusal | null {
  return group === 'paid' ? whyNotCancellable(group, [order]) : 'already-closed'
}

/** How an order stands for its buyer: once it is paid, its goods leave and arrive, or go back, or the money for them should. */
export type GroupStanding = GroupStatus | 'under-way' | 'arrived' | 'owed'

export function standingOf(status: GroupStatus, orders: ReadonlyArray<OrderStatus>): GroupStanding {
  if (status !== 'paid') return status
  if (orders.every((order) => order === 'refunded')) return 'refunded'
  const kept = orders.filter((order) => order !== 'refunded' && order !== 'cancelled')
  // Paid, and nothing to come: a refund has failed (see whyNotCancellable).
  if (kept.length === 0) return 'owed'
  if (kept.every((order) => order === 'completed')) return 'arrived'
  return kept.some((order) => onTheWay.includes(order)) ? 'under-way' : status
}

const onTheWay: ReadonlyArray<OrderStatus> = ['partly-shipped', 'shipped', 'completed']
