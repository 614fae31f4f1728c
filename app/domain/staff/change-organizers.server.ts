import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { writeAudit } from './audit.server.ts'
import { endSessions, isLastOrganizer, type PeopleRefusal } from './change-people.server.ts'
import type { OrganizerRole } from './roles.ts'
import type { OrganizerScope } from './scope.ts'

type Changing = Pick<Services, 'pool' | 'clock'>
type Place = { role: OrganizerRole; divisionCode: string | null }
/** `was`: what the page showed; whoever was changed meanwhile stays as they are. */
export type OrganizerMember = { staffId: string; membershipId: string; was: Place; reason: string }
type Refusal = PeopleRefusal | Failure<'already-member' | 'division-required'>

/**
 * Another role or division for an organizer. Their sessions end, so that they sign in with the second step where the
 * new role asks for it. Nobody changes their own, and the last city organizer stays one.
 */
export async function changeOrganizerRole(
  { pool, clock }: Changing,
  scope: OrganizerScope,
  { staffId, membershipId, was, reason }: OrganizerMember,
  to: Place,
): Promise<Result<null, Refusal>> {
  return await withTransaction(pool, async (tx) => {
    const refusal = await whyNotChange(tx, scope, { staffId, was })
    if (refusal) return refusal
    if (to.divisionCode !== null && !(await isDivision(tx, to.divisionCode)))
      return failure('division-required')
    if (await hasRole(tx, staffId, membershipId, to)) return failure('already-member')
    const changed = await tx.$executeRaw`
      UPDATE membership SET role = ${to.role}, division_code = ${to.divisionCode}
      WHERE id = ${membershipId}::uuid AND staff_id = ${staffId}::uuid AND enterprise_id IS NULL
        AND role = ${was.role} AND division_code IS NOT DISTINCT FROM ${was.divisionCode}::text`
    if (changed === 0) return failure('changed-meanwhile')
    await endSessions(tx, staffId)
    await writeAudit(tx, clock.now(), scope, {
      action: 'change-role',
      subject: ['membership', membershipId],
      before: { staffId, role: was.role, division: was.divisionCode },
      after: { staffId, role: to.role, division: to.divisionCode },
      reason,
    })
    return success(null)
  })
}

/** The role ends, and the sessions with it; the account and its other roles stay. */
export async function removeOrganizerRole(
  { pool, clock }: Changing,
  scope: OrganizerScope,
  { staffId, membershipId, was, reason }: OrganizerMember,
): Promise<Result<null, Refusal>> {
  return await withTransaction(pool, async (tx) => {
    const refusal = await whyNotChange(tx, scope, { staffId, was })
    if (refusal) return refusal
    const removed = await tx.$executeRaw`
      DELETE FROM membership WHERE id = ${membershipId}::uuid AND staff_id = ${staffId}::uuid AND enterprise_id IS NULL
        AND role = ${was.role} AND division_code IS NOT DISTINCT FROM ${was.divisionCode}::text`
    if (removed === 0) return failure('changed-meanwhile')
    await endSessions(tx, staffId)
    await writeAudit(tx, clock.now(), scope, {
      action: 'remove-member',
      subject: ['membership', membershipId],
      before: { staffId, role: was.role, division: was.divisionCode },
      reason,
    })
    return success(null)
  })
}

async function whyNotChange(
  tx: Sql,
  scope: OrganizerScope,
  { staffId, was }: Pick<OrganizerMember, 'staffId' | 'was'>,
) {
  if (staffId === scope.staff.staffId) return failure('own-account')
  const isLast = was.role === 'city-organizer' && (await isLastOrganizer(tx, staffId))
  return isLast ? failure('last-organizer') : null
}

async function isDivision(tx: Sql, code: string): Promise<boolean> {
  return (await tx.$queryRaw<Array<unknown>>`SELECT 1 FROM division WHERE code = ${code}`).length > 0
}

/** By another membership: one has each role of a division once. */
async function hasRole(
  tx: Sql,
  staffId: string,
  but: string,
  { role, divisionCode }: Place,
): Promise<boolean> {
  const found = await tx.$queryRaw<Array<unknown>>`
    SELECT 1 FROM membership WHERE staff_id = ${staffId}::uuid AND id <> ${but}::uuid AND role = ${role}
      AND division_code IS NOT DISTINCT FROM ${divisionCode}::text`
  return found.length > 0
}
