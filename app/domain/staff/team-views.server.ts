import { maskPhone } from '#app/domain/people/phone.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { SentInvitation } from './people-views.server.ts'
import type { EnterpriseRole } from './roles.ts'
import type { EnterpriseScope } from './scope.ts'

export type MemberView = {
  id: string
  name: string
  login: string
  role: EnterpriseRole
  joinedAt: Date
  isSelf: boolean
}
export type TeamView = { members: Array<MemberView>; invitations: Array<SentInvitation> }

/** A hundred of each: an enterprise of one person and a phone has five. */
const most = 100

export async function findTeam(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
): Promise<TeamView> {
  const sql = sqlOn(pool)
  const members = await sql.$queryRaw<Array<MemberView>>`
    SELECT m.id, s.name, s.login, m.role, m.created_at AS "joinedAt", s.id = ${scope.staff.staffId}::uuid AS "isSelf"
    FROM membership m JOIN staff s ON s.id = m.staff_id
    WHERE m.enterprise_id = ${scope.enterpriseId} ORDER BY m.created_at, m.id LIMIT ${most}`
  const invitations = await sql.$queryRaw<Array<SentInvitation>>`
    SELECT id, name, phone, role, '' AS place, expires_at AS "expiresAt" FROM invitation
    WHERE enterprise_id = ${scope.enterpriseId} AND used_at IS NULL AND revoked_at IS NULL
      AND expires_at > ${clock.now()}
    ORDER BY created_at DESC, id LIMIT ${most}`
  return { members, invitations: invitations.map((row) => ({ ...row, phone: maskPhone(row.phone) })) }
}
