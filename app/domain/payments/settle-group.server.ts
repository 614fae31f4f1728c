import { before, paymentTransitions } from '#app/domain/orders/lifecycle.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { listPayments, movePayment, type Paying, type PaymentRow } from './payment-rows.server.ts'
import { isUnavailable, type ProviderSession } from './provider.ts'
import { settlePaid } from './settle-paid.server.ts'

/** How the latest payment of a group stands, as far as the provider has said. */
export type Settled = 'none' | 'open' | 'confirming' | 'paid' | 'not-paid'

/**
 * Asks the provider how the group's sessions stand, and follows. The webhook, the return page and the sweep all come
 * here; whoever is second finds nothing to do, which is success.
 */
export async function settleGroup(services: Paying, groupId: string): Promise<Settled> {
  const payments = await listPayments(sqlOn(services.pool), groupId)
  let isPaid = payments.some((payment) => payment.status === 'paid')
  let latest: Settled = 'none'
  for (const payment of payments) {
    // Beside a paid one, only what may become a second payment is asked about: its money must not pass unseen.
    if (isPaid && payment.status !== 'open' && payment.status !== 'processing') continue
    latest = await settlePayment(services, payment)
    isPaid ||= latest === 'paid'
  }
  return isPaid ? 'paid' : latest
}

async function settlePayment(services: Paying, payment: PaymentRow): Promise<Settled> {
  if (payment.status === 'quarantined') return 'confirming'
  // Nobody was given an address yet, so nobody can have paid.
  if (!payment.sessionId) return payment.status === 'failed' ? 'not-paid' : 'none'
  try {
    const session = await services.payments.findSession(payment.sessionId)
    return session ? await follow(services, payment, session) : 'confirming'
  } catch (error) {
    if (isUnavailable(error)) return 'confirming'
    throw error
  }
}

/** What an unpaid session that is no longer open means for its payment. */
const following = {
  expired: { to: 'expired', event: null, settled: 'not-paid' },
  failed: { to: 'failed', event: 'payment-failed', settled: 'not-paid' },
  complete: { to: 'processing', event: 'payment-processing', settled: 'confirming' },
} as const

async function follow(services: Paying, payment: PaymentRow, session: ProviderSession): Promise<Settled> {
  if (session.isPaid) {
    await settlePaid(services, payment, session)
    return 'paid'
  }
  if (session.status === 'open') return 'open'
  const { to, event, settled } = following[session.status]
  if (payment.status === to) return settled
  const now = services.clock.now()
  await withTransaction(services.pool, async (tx) => {
    const isNew = await movePayment(tx, payment.id, before(paymentTransitions, to), to, now)
    if (isNew && event) await writeOrderEvent(tx, now, { groupId: payment.groupId, kind: event })
  })
  return settled
}
