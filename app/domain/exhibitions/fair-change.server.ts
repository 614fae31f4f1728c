import { exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { type AuditRecord, writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { FairRecord } from './fair-record.server.ts'

export type Changing = Pick<Services, 'pool' | 'clock'>
export type Fair = Pick<FairRecord, 'id' | 'slug'>

/** What came of a change, and its row for the record; null where there was nothing to change. */
type Changed<Answer> = { answer: Answer; record: Omit<AuditRecord, 'subject'> | null }

/** A change to a fair: what `work` writes, its audit row and the pages that show the fair, in one transaction. */
export async function changeFair<Answer>(
  { pool, clock }: Changing,
  scope: OrganizerScope,
  fair: Fair,
  work: (tx: Sql, now: Date) => Promise<Changed<Answer>>,
): Promise<Answer> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const { answer, record } = await work(tx, now)
    if (record) {
      await writeAudit(tx, now, scope, { ...record, subject: ['fair', fair.slug] })
      await publishTags(tx, [exhibitionsTag])
    }
    return answer
  })
}
