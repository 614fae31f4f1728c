import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

/** Turns one of the payment sandbox's switches (tests/fakes/stripe/README.md). */
export async function turnSwitch({ env }: Services, name: string, body: object): Promise<void> {
  const answer = await fetch(`${env.STRIPE_API_BASE}/_sandbox/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`the sandbox refused ${name}: ${await answer.text()}`)
}

/** Takes a session's time away, as if the payment page had been open for half an hour. */
export async function expireSession(shop: Services, number: string): Promise<void> {
  const [payment] = await sqlOn(shop.pool).$queryRaw<Array<{ session: string }>>`
    SELECT p.session_id AS session FROM payment p JOIN order_group g ON g.id = p.group_id
    WHERE g.number = ${number} AND p.status = 'open'`
  if (!payment) throw new Error(`${number} has no open payment`)
  await turnSwitch(shop, 'expire', payment)
}
