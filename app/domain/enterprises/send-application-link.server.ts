import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { after, minute } from '#app/kernel/clock.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { isOpen } from './application.ts'
import { lockApplication } from './review-application.server.ts'
import { writeApplicationMessage } from './write-application.server.ts'

/** To the applicant who has lost it: the way back to the application, on the phone that it names. A double tap is one message. */
export async function sendApplicationLink(
  { pool, clock, limits }: Pick<Services, 'pool' | 'clock' | 'limits'>,
  scope: OrganizerScope,
  id: string,
): Promise<Result<null, Failure<'not-found' | 'changed-meanwhile'> | TooMany>> {
  const refusal = await takeTurns(limits, [
    ['invite:staff', scope.staff.staffId],
    ['application-link:application', id],
  ])
  if (refusal) return refusal
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const application = await lockApplication(tx, scope, id)
    if (!application) return failure('not-found')
    if (!isOpen(application.status)) return failure('changed-meanwhile')
    if (await wasSentSince(tx, after(now, -minute), id)) return success(null)
    const { name, divisionCode } = application
    await writeApplicationMessage(tx, now, {
      kind: 'application-link',
      id,
      name,
      round: now.getTime(),
      locale: 'zh',
    })
    await writeAudit(tx, now, scope, {
      action: 'send-application-link',
      subject: ['application', id],
      divisionCode,
    })
    return success(null)
  })
}

async function wasSentSince(tx: Sql, since: Date, id: string): Promise<boolean> {
  const sent = await tx.$queryRaw<Array<unknown>>`
    SELECT FROM audit_entry
    WHERE subject_kind = 'application' AND subject_id = ${id} AND action = 'send-application-link' AND at > ${since} LIMIT 1`
  return sent.length > 0
}
