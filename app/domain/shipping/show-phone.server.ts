import { z } from 'zod'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'

export const showPhoneSchema = z.object({
  reason: z.string('purpose-required').trim().min(2, 'purpose-required').max(200, 'too-long'),
})

/** A buyer's whole number, for which somebody has given a reason that is kept (T97). Null when there is no such order. */
export async function showPhone(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  number: string,
  reason: string,
): Promise<string | null> {
  return await withTransaction(pool, async (tx) => {
    const [order] = await tx.$queryRaw<Array<{ phone: string }>>`
      SELECT g.phone FROM shop_order o JOIN order_group g ON g.id = o.group_id
      WHERE o.enterprise_id = ${scope.enterpriseId} AND o.number = ${number} AND g.paid_at IS NOT NULL`
    if (!order) return null
    await writeAudit(tx, clock.now(), scope, { action: 'show-phone', subject: ['order', number], reason })
    return order.phone
  })
}
