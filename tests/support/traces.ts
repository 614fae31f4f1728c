import type { Database } from '#app/platform/db.server.ts'

/** What a group of one line has left behind, wherever something could be there twice. */
export async function tracesOf(db: Database, groupId: string) {
  const { status, payments, events } = await db.orderGroup.findUniqueOrThrow({
    where: { id: groupId },
    include: { payments: { orderBy: { attempt: 'asc' } }, events: { orderBy: { id: 'asc' } } },
  })
  const { variantId, productId } = await db.orderLine.findFirstOrThrow({ where: { order: { groupId } } })
  const stock = await db.stock.findFirstOrThrow({ where: { variantId } })
  const product = await db.product.findUniqueOrThrow({ where: { id: productId } })
  const entries = await db.saleEntry.findMany({ where: { variantId }, orderBy: { id: 'asc' } })
  const messages = await db.outboxMessage.findMany({
    where: { payload: { path: ['groupId'], equals: groupId } },
    orderBy: { id: 'asc' },
  })
  return {
    status,
    payments: payments.map((payment) => payment.status),
    events: events.map((event) => event.kind),
    stock: [stock.free, stock.held, stock.sold],
    salesCount: product.salesCount,
    ledger: entries.map(({ kind, amountFen }) => [kind, Number(amountFen)]),
    messages: messages.map((message) => message.kind),
  }
}

type Traces = Awaited<ReturnType<typeof tracesOf>>

/** Of five units, one is ordered and its payment opened. */
export const openedOnce: Traces = {
  status: 'awaiting-payment',
  payments: ['open'],
  events: ['placed', 'payment-opened'],
  stock: [4, 1, 0],
  salesCount: 0,
  ledger: [],
  messages: ['order-placed'],
}

export const paidOnce: Traces = {
  status: 'paid',
  payments: ['paid'],
  events: [...openedOnce.events, 'paid'],
  stock: [4, 0, 1],
  salesCount: 1,
  ledger: [['sale', 2000]],
  messages: [...openedOnce.messages, 'order-paid'],
}

export const refundedOnce: Traces = {
  ...paidOnce,
  status: 'refunded',
  events: [...paidOnce.events, 'cancelled', 'refund-requested', 'refund-succeeded'],
  stock: [5, 0, 0],
  salesCount: 0,
  ledger: [...paidOnce.ledger, ['refund', -2000]],
  messages: [...paidOnce.messages, 'order-cancelled', 'refund-requested', 'refund-succeeded'],
}
