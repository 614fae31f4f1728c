import type { StaffSmsKind } from '#app/messages/sms.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { writeOutbox } from './outbox.server.ts'

type OwnersMessage = { kind: StaffSmsKind; dedupeKey: string; place: string; path: string }

/** One message to each owner of an enterprise; the key is of what happened. */
export async function tellOwners(
  tx: Sql,
  now: Date,
  enterpriseId: number,
  { dedupeKey, ...message }: OwnersMessage,
): Promise<void> {
  const owners = await tx.$queryRaw<Array<{ staffId: string }>>`
    SELECT staff_id AS "staffId" FROM membership WHERE enterprise_id = ${enterpriseId} AND role = 'owner'`
  for (const { staffId } of owners)
    await writeOutbox(tx, now, {
      ...message,
      dedupeKey: `${dedupeKey}:${staffId}`,
      locale: 'zh',
      to: staffId,
    })
}
