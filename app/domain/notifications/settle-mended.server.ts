import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import type { AlarmKind } from './alarm.ts'

/**
 * What alarms of a kind told was looked at again, and is right: nobody need look at them.
 * @param checkedAt what was raised since is news, and stays open
 */
export async function settleMended(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  kind: AlarmKind,
  checkedAt: Date,
): Promise<number> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const settled = await tx.$queryRaw<Array<{ reference: string }>>`
      UPDATE alarm SET resolved_at = ${now}
      WHERE kind = ${kind} AND resolved_at IS NULL AND raised_at <= ${checkedAt}
      RETURNING reference`
    for (const { reference } of settled)
      await writeAudit(tx, now, 'system', {
        action: 'settle-alarm',
        subject: ['alarm', `${kind} ${reference}`],
      })
    return settled.length
  })
}
