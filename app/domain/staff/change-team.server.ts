import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { writeAudit } from './audit.server.ts'
import type { EnterpriseRole } from './roles.ts'
import type { EnterpriseScope } from './scope.ts'

type Changing = Pick<Services, 'pool' | 'clock'>
type Refusal = Failure<'last-owner' | 'changed-meanwhile'>
/** The role that the page showed: whoever was changed meanwhile stays as they are. */
type Member = { membershipId: string; role: EnterpriseRole }

export async function changeMemberRole(
  { pool, clock }: Changing,
  scope: EnterpriseScope,
  { membershipId, role: before }: Member,
  after: EnterpriseRole,
): Promise<Result<null, Refusal>> {
  if (before === after) return success(null)
  return await withTransaction(pool, async (tx) => {
    if (await isLastOwner(tx, scope, membershipId)) return failure('last-owner')
    const changed = await tx.$executeRaw`
      UPDATE membership SET role = ${after}
      WHERE id = ${membershipId}::uuid AND enterprise_id = ${scope.enterpriseId} AND role = ${before}`
    if (changed === 0) return failure('changed-meanwhile')
    await writeAudit(tx, clock.now(), scope, {
      action: 'change-role',
      subject: ['membership', membershipId],
      before: { role: before },
      after: { role: after },
    })
    return success(null)
  })
}

export async function removeMember(
  { pool, clock }: Changing,
  scope: EnterpriseScope,
  { membershipId, role }: Member,
): Promise<Result<null, Refusal>> {
  return await withTransaction(pool, async (tx) => {
    if (await isLastOwner(tx, scope, membershipId)) return failure('last-owner')
    const [removed] = await tx.$queryRaw<Array<{ name: string; login: string }>>`
      DELETE FROM membership m USING staff s
      WHERE m.id = ${membershipId}::uuid AND m.enterprise_id = ${scope.enterpriseId} AND m.role = ${role}
        AND s.id = m.staff_id
      RETURNING s.name, s.login`
    if (!removed) return failure('changed-meanwhile')
    const subject = ['membership', membershipId] as const
    await writeAudit(tx, clock.now(), scope, {
      action: 'remove-member',
      subject,
      before: { ...removed, role },
    })
    return success(null)
  })
}

/**
 * Somebody must be left who may let others in (T47). The owners' rows are locked first: of two who leave at once the
 * second waits, sees that the other has gone, and stays.
 */
async function isLastOwner(tx: Sql, scope: EnterpriseScope, membershipId: string): Promise<boolean> {
  const owners = await tx.$queryRaw<Array<{ id: string }>>`
    SELECT m.id FROM membership m JOIN staff s ON s.id = m.staff_id AND s.status = 'active'
    WHERE m.enterprise_id = ${scope.enterpriseId} AND m.role = 'owner' ORDER BY m.id FOR NO KEY UPDATE OF m`
  return owners.length === 1 && owners[0]?.id === membershipId
}
