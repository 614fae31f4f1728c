import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { writeAudit } from './audit.server.ts'
import type { StaffScope } from './scope.ts'

/** One's own wish for the message of eight o'clock; the same wish again writes nothing. */
export async function setMorningMessage(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: StaffScope,
  isWanted: boolean,
): Promise<void> {
  await withTransaction(pool, async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE staff SET morning_message = ${isWanted}
      WHERE id = ${scope.staffId}::uuid AND morning_message <> ${isWanted}`
    if (changed === 0) return
    await writeAudit(tx, clock.now(), scope, {
      action: 'set-morning-message',
      subject: ['staff', scope.staffId],
      before: { morningMessage: !isWanted },
      after: { morningMessage: isWanted },
    })
  })
}
