import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { writeAudit } from './audit.server.ts'
import type { OrganizerScope } from './scope.ts'

type Changing = Pick<Services, 'pool' | 'clock'>
type Command = { staffId: string; reason: string }
export type PeopleRefusal = Failure<'own-account' | 'last-organizer' | 'changed-meanwhile'>

/** Nobody of that account gets in any more, and whoever is in is out at once. */
export async function disableStaff(
  { pool, clock }: Changing,
  scope: OrganizerScope,
  { staffId, reason }: Command,
): Promise<Result<null, PeopleRefusal>> {
  if (staffId === scope.staff.staffId) return failure('own-account')
  return await withTransaction(pool, async (tx) => {
    if (await isLastOrganizer(tx, staffId)) return failure('last-organizer')
    const disabled = await tx.$executeRaw`
      UPDATE staff SET status = 'disabled' WHERE id = ${staffId}::uuid AND status = 'active'`
    if (disabled === 0) return failure('changed-meanwhile')
    await endSessions(tx, staffId)
    const subject = ['staff', staffId] as const
    await writeAudit(tx, clock.now(), scope, { action: 'disable-staff', subject, reason })
    return success(null)
  })
}

export async function enableStaff(
  { pool, clock }: Changing,
  scope: OrganizerScope,
  { staffId, reason }: Command,
): Promise<Result<null, PeopleRefusal>> {
  return await withTransaction(pool, async (tx) => {
    const enabled = await tx.$executeRaw`
      UPDATE staff SET status = 'active' WHERE id = ${staffId}::uuid AND status = 'disabled'`
    if (enabled === 0) return failure('changed-meanwhile')
    const subject = ['staff', staffId] as const
    await writeAudit(tx, clock.now(), scope, { action: 'enable-staff', subject, reason })
    return success(null)
  })
}

/**
 * For somebody who has lost the app and the recovery codes: a password alone signs them in until they set it up anew,
 * at once where their role asks for it. They are told, in case it was not they who asked.
 */
export async function resetSecondStep(
  { pool, clock }: Changing,
  scope: OrganizerScope,
  { staffId, reason, locale }: Command & { locale: Locale },
): Promise<Result<null, PeopleRefusal>> {
  if (staffId === scope.staff.staffId) return failure('own-account')
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const reset = await tx.$executeRaw`
      UPDATE staff SET totp_secret = NULL, totp_step = NULL, recovery_hashes = '{}'
      WHERE id = ${staffId}::uuid AND totp_secret IS NOT NULL`
    if (reset === 0) return failure('changed-meanwhile')
    await endSessions(tx, staffId)
    const message = { kind: 'second-step-reset', locale, to: staffId, path: '/staff/sign-in' } as const
    await writeOutbox(tx, now, { ...message, dedupeKey: `second-step-reset:${staffId}:${now.getTime()}` })
    const subject = ['staff', staffId] as const
    await writeAudit(tx, now, scope, { action: 'reset-second-step', subject, reason })
    return success(null)
  })
}

export async function endSessions(tx: Sql, staffId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM staff_session WHERE staff_id = ${staffId}::uuid`
}

/** Locked first, so that two who disable each other at once do not both succeed. */
export async function isLastOrganizer(tx: Sql, staffId: string): Promise<boolean> {
  const organizers = await tx.$queryRaw<Array<{ id: string }>>`
    SELECT s.id FROM staff s WHERE s.status = 'active'
      AND EXISTS (SELECT FROM membership m WHERE m.staff_id = s.id AND m.role = 'city-organizer')
    ORDER BY s.id FOR NO KEY UPDATE OF s`
  return organizers.length === 1 && organizers[0]?.id === staffId
}
