import { sqlOn } from '#app/platform/sql.server.ts'
import { listPayments, type Paying } from './payment-rows.server.ts'
import { isUnavailable } from './provider.ts'
import { settleGroup } from './settle-group.server.ts'

/** False when the provider does not let go of a session: it was paid just now, or cannot be asked. */
export async function closeSessions(services: Paying, groupId: string): Promise<boolean> {
  const payments = await listPayments(sqlOn(services.pool), groupId)
  if (payments.some((payment) => payment.status === 'processing')) return false
  try {
    for (const payment of payments) {
      if (payment.status === 'open' && payment.sessionId)
        await services.payments.expireSession(payment.sessionId)
    }
  } catch (error) {
    if (isUnavailable(error)) return false
    throw error
  }
  const settled = await settleGroup(services, groupId)
  return settled !== 'open' && settled !== 'confirming'
}
