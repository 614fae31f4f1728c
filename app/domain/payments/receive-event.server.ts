import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { Paying } from './payment-rows.server.ts'
import type { ProviderEvent } from './provider.ts'
import { settleGroup } from './settle-group.server.ts'
import { submitRefund } from './submit-refund.server.ts'

type Outcome = 'applied' | 'ignored' | 'orphan'

/**
 * The doorbell: verified on the raw bytes, registered once, and answered by looking the thing up again. An event that
 * comes twice, late or out of order leads to the same state (T13, T14).
 */
export async function receiveEvent(
  services: Paying,
  rawBody: string,
  signature: string | null,
): Promise<Result<Outcome, Failure<'not-genuine'>>> {
  const event = services.payments.readEvent(rawBody, signature)
  if (!event) return failure('not-genuine')
  const outcome = await apply(services, event)
  const sql = sqlOn(services.pool)
  const now = services.clock.now()
  // Registered after the work: a crash in between has the provider ring again.
  await sql.$executeRaw`
    INSERT INTO provider_event (id, provider, kind, object_id, outcome, received_at)
    VALUES (${event.id}, ${services.payments.name}, ${event.kind}, ${objectId(event)}, ${outcome}, ${now})
    ON CONFLICT (id) DO NOTHING`
  if (outcome === 'orphan' && mayMoveMoney(event)) {
    await raiseAlarm(sql, now, { kind: 'orphan-event', reference: event.id, detail: event })
  }
  return success(outcome)
}

async function apply(services: Paying, { about }: ProviderEvent): Promise<Outcome> {
  const sql = sqlOn(services.pool)
  if (about.kind === 'session') {
    const groupId = await findGroupId(sql, about.sessionId)
    if (!groupId) return 'orphan'
    await settleGroup(services, groupId)
    return 'applied'
  }
  if (about.kind === 'refund') {
    const refundId = await findRefundId(sql, about)
    // Money that leaves, and nobody here asked for it.
    if (!refundId) return 'orphan'
    await submitRefund(services, refundId)
    return 'applied'
  }
  return 'ignored'
}

/** A session that expired before the shop had noted it, in a crash, was never paid. */
function mayMoveMoney({ kind }: ProviderEvent): boolean {
  return kind !== 'checkout.session.expired'
}

async function findGroupId(sql: Sql, sessionId: string): Promise<string | null> {
  const [payment] = await sql.$queryRaw<Array<{ groupId: string }>>`
    SELECT group_id AS "groupId" FROM payment WHERE session_id = ${sessionId}`
  return payment?.groupId ?? null
}

/** By our own key, too: the event may be here before the answer to the request that made the refund. */
async function findRefundId(
  sql: Sql,
  { refundId, key }: { refundId: string; key: string | null },
): Promise<string | null> {
  const [refund] = await sql.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM refund WHERE provider_refund_id = ${refundId} OR idempotency_key = ${key}`
  return refund?.id ?? null
}

function objectId({ about }: ProviderEvent): string {
  if (about.kind === 'session') return about.sessionId
  if (about.kind === 'refund') return about.refundId
  return about.kind === 'charge' ? about.paymentIntentId : ''
}
