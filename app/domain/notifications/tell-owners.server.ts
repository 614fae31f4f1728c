import type { Sql } from '#app/platform/sql.server.ts'
import { type StaffMessage, writeAllToOutbox } from './outbox.server.ts'

/** One message to each owner of an enterprise; the key is of what happened. */
export async function tellOwners(
  tx: Sql,
  now: Date,
  enterpriseId: number,
  { dedupeKey, ...message }: Omit<StaffMessage, 'locale' | 'to'>,
): Promise<void> {
  const owners = await tx.$queryRaw<Array<{ staffId: string }>>`
    SELECT staff_id AS "staffId" FROM membership WHERE enterprise_id = ${enterpriseId} AND role = 'owner'`
  const messages = owners.map(
    ({ staffId }): StaffMessage => ({
      ...message,
      dedupeKey: `${dedupeKey}:${staffId}`,
      locale: 'zh',
      to: staffId,
    }),
  )
  await writeAllToOutbox(tx, now, messages)
}
