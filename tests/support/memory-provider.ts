import type {
  PaymentProvider,
  ProviderEvent,
  ProviderRefund,
  ProviderSession,
} from '#app/domain/payments/provider.ts'
import { ProviderRefused } from '#app/domain/payments/provider.ts'

export type MemoryProvider = PaymentProvider & {
  /**
   * The shopper pays the group's latest session, or the one that `changes` names, even an expired one: money can
   * overtake an expiry. `changes` makes it another payment than was asked for.
   */
  pay(groupId: string, changes?: Partial<ProviderSession>): void
  findLatest(groupId: string): ProviderSession | undefined
  /** How refunds that are asked for from now on are answered. */
  planRefunds(status: ProviderRefund['status']): void
  /** What the bank says later. */
  settleRefund(refundId: string, status: ProviderRefund['status']): void
  listRefunds(): Array<ProviderRefund & { groupId: string; paymentIntentId: string; idempotencyKey: string }>
}

/** A provider in memory: what a test makes of a session is what the shop reads. */
export function createMemoryProvider(): MemoryProvider {
  const sessions = new Map<string, ProviderSession>()
  const refunds = new Map<string, ReturnType<MemoryProvider['listRefunds']>[number]>()
  let planned: ProviderRefund['status'] = 'succeeded'

  const latestOf = (groupId: string) =>
    [...sessions.values()].findLast((session) => session.groupId === groupId)

  const intentOf = (sessionId: string) => `pi_${sessionId}`
  const paidBy = (intentId: string) =>
    [...sessions.values()].find(({ sessionId }) => intentOf(sessionId) === intentId)?.amountFen ?? 0

  function refundedOf(intentId: string): number {
    return [...refunds.values()]
      .filter((refund) => refund.paymentIntentId === intentId && refund.status !== 'failed')
      .reduce((sum, refund) => sum + refund.amountFen, 0)
  }

  return {
    name: 'memory',
    async createSession({ groupId, attempt, totalFen, expiresAt }) {
      const sessionId = `${groupId}:${attempt}`
      const fresh: ProviderSession = {
        sessionId,
        status: 'open',
        isPaid: false,
        paymentIntentId: null,
        method: null,
        amountFen: totalFen,
        currency: 'cny',
        url: `https://pay.example/${sessionId}`,
        groupId,
        expiresAt,
      }
      const session = sessions.get(sessionId) ?? fresh
      sessions.set(sessionId, session)
      return session
    },
    findSession: async (sessionId) => sessions.get(sessionId) ?? null,
    async expireSession(sessionId) {
      const session = sessions.get(sessionId)
      if (session?.status !== 'open') return false
      sessions.set(sessionId, { ...session, status: 'expired' })
      return true
    },
    async refund({ idempotencyKey, amountFen, groupId, paymentIntentId }) {
      const refundId = `re_${idempotencyKey}`
      const known = refunds.get(refundId)
      if (known) return known
      if (refundedOf(paymentIntentId) + amountFen > paidBy(paymentIntentId))
        throw new ProviderRefused('charge_already_refunded', 'more than was paid')
      const asked = { groupId, paymentIntentId, idempotencyKey }
      const refund = { refundId, status: planned, amountFen, failure: null, ...asked }
      refunds.set(refundId, refund)
      return refund
    },
    findRefund: async (refundId) => refunds.get(refundId) ?? null,
    listMoney: async () => [
      ...[...sessions.values()].flatMap(({ isPaid, paymentIntentId, amountFen }) =>
        isPaid && paymentIntentId
          ? [{ kind: 'payment' as const, id: paymentIntentId, amountFen, at: new Date() }]
          : [],
      ),
      ...[...refunds.values()].flatMap(({ status, refundId, amountFen }) =>
        status === 'succeeded' ? [{ kind: 'refund' as const, id: refundId, amountFen, at: new Date() }] : [],
      ),
    ],
    readEvent: (rawBody, signature) =>
      signature === 'signed' ? (JSON.parse(rawBody) as ProviderEvent) : null,
    pay(groupId, changes = {}) {
      const session = changes.sessionId ? sessions.get(changes.sessionId) : latestOf(groupId)
      if (!session) throw new Error('there is no session that could be paid')
      sessions.set(session.sessionId, {
        ...session,
        status: 'complete',
        isPaid: true,
        paymentIntentId: intentOf(session.sessionId),
        method: 'alipay',
        ...changes,
      })
    },
    findLatest: latestOf,
    planRefunds(status) {
      planned = status
    },
    settleRefund(refundId, status) {
      const refund = refunds.get(refundId)
      if (!refund) throw new Error(`no refund ${refundId}`)
      refunds.set(refundId, { ...refund, status })
    },
    listRefunds: () => [...refunds.values()],
  }
}
