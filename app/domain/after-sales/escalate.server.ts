import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { endReturns, remindOfReturns } from './end-returns.server.ts'

const batch = 100

/**
 * What the enterprise did not answer in time is seen by the organizers, and a return that was never sent off is over.
 * Any number of processes may do this at once: each row is taken once.
 */
export async function escalateRequests({ pool, clock }: Pick<Services, 'pool' | 'clock'>): Promise<void> {
  const now = clock.now()
  await withTransaction(pool, (tx) => escalate(tx, now))
  await remindOfReturns(pool, now)
  await endReturns(pool, now)
}

async function escalate(tx: Sql, now: Date): Promise<void> {
  const escalated = await tx.$queryRaw<Array<{ id: string; enterpriseId: number }>>`
    UPDATE after_sale SET escalated_at = ${now} WHERE id IN (
      SELECT id FROM after_sale WHERE deadline_at <= ${now} AND escalated_at IS NULL
        AND (status = 'requested' OR status = 'awaiting-return' AND replied_at IS NOT NULL)
      ORDER BY deadline_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
    RETURNING id, enterprise_id AS "enterpriseId"`
  for (const { id, enterpriseId } of escalated)
    await writeAudit(tx, now, 'system', {
      action: 'escalate-after-sale',
      subject: ['after-sale', id],
      enterpriseId,
    })
}
