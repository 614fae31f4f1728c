import { listPayments } from '#app/domain/payments/payment-rows.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { findGroup } from './orders.ts'

type Switch = 'expire' | 'settle-payment' | 'delayed-methods' | 'faults'

/** Turns one of the payment sandbox's switches (tests/fakes/stripe/README.md). Some are turned for everybody. */
export async function turnSwitch({ env }: Services, name: Switch, body: object): Promise<void> {
  const answer = await fetch(`${env.STRIPE_API_BASE}/_sandbox/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`the sandbox refused ${name}: ${await answer.text()}`)
}

export async function clearFaults({ env }: Services): Promise<void> {
  await fetch(`${env.STRIPE_API_BASE}/_sandbox/faults`, { method: 'DELETE' })
}

/** The session in which the order of this number or token is being paid. */
export async function findSession(shop: Services, key: string): Promise<string> {
  const { id } = await findGroup(shop, key)
  const payments = await listPayments(sqlOn(shop.pool), id)
  const underWay = payments.find(({ status }) => status === 'open' || status === 'processing')
  if (!underWay?.sessionId) throw new Error(`${key} is not being paid`)
  return underWay.sessionId
}
