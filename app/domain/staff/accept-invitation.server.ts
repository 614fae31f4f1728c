import { hash } from 'node:crypto'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { writeAudit } from './audit.server.ts'
import { endSessions } from './change-people.server.ts'
import type { NewAccount } from './invitation-forms.ts'
import { findPasswordProblem, hashPassword, type PasswordProblem } from './passwords.server.ts'
import { isEnterpriseRole, isOrganizerRole, needsSecondStep, type Role } from './roles.ts'
import { makeStaffScope, type StaffScope } from './scope.ts'
import { openStaffSession, replaceStaffSession } from './sessions.server.ts'
import type { SignedIn } from './sign-in.server.ts'

type Accepting = Pick<Services, 'db' | 'pool' | 'clock'>
type InvitationState = 'open' | 'used' | 'expired' | 'revoked'
export type InvitationView = {
  state: InvitationState
  role: Role
  /** The enterprise or division; empty for the whole city. */
  place: string
  name: string
  /** Where the desk is, once accepted. */
  path: string
}
type InvitationRow = Omit<InvitationView, 'role' | 'path'> & { role: string; slug: string | null }

/** Null for a link that nobody was ever sent. */
export async function findInvitation(
  { pool, clock }: Pick<Accepting, 'pool' | 'clock'>,
  token: string,
): Promise<InvitationView | null> {
  const [row] = await sqlOn(pool).$queryRaw<Array<InvitationRow>>`
    SELECT i.role, i.name, e.slug, COALESCE(e.name, d.name, '') AS place,
      CASE WHEN i.used_at IS NOT NULL THEN 'used' WHEN i.revoked_at IS NOT NULL THEN 'revoked'
        WHEN i.expires_at <= ${clock.now()} THEN 'expired' ELSE 'open' END AS state
    FROM invitation i
    LEFT JOIN enterprise e ON e.id = i.enterprise_id
    LEFT JOIN division d ON d.code = i.division_code
    WHERE i.token_hash = ${hash('sha256', token)}`
  if (!row || !(isEnterpriseRole(row.role) || isOrganizerRole(row.role))) return null
  const { role, slug, ...rest } = row
  return { ...rest, role, path: slug ? `/enterprise/${slug}` : '/organizer' }
}

export type AcceptRefusal = Failure<'invitation-over' | 'already-member' | 'login-taken' | PasswordProblem>
/** Somebody who is signed in, or wants to be from now on. */
type Joiner = { scope: StaffScope } | { account: NewAccount }
type Command = { token: string; joiner: Joiner; device: string }

/**
 * Makes the membership, once an invitation (T47), for somebody who is signed in already or for a new account with the
 * phone that the link went to. Either way a new session is opened, since rights have grown (T53).
 */
export async function acceptInvitation(
  services: Accepting,
  { token, joiner, device }: Command,
): Promise<Result<SignedIn, AcceptRefusal>> {
  const problem =
    'account' in joiner ? findPasswordProblem(joiner.account.password, joiner.account.login) : null
  if (problem) return failure(problem)
  const tokenHash = hash('sha256', token)
  const now = services.clock.now()
  const findMember = await prepareMember(now, joiner)
  const joined = await withTransaction(services.pool, async (tx) => {
    const invitation = await useInvitation(tx, now, tokenHash)
    if (!invitation) return failure('invitation-over')
    const member = await findMember(tx, invitation.phone)
    if (!member) return failure('login-taken')
    if (!(await insertMembership(tx, now, member, invitation))) return failure('already-member')
    // Those were let in by a password alone, and by nobody knows whom: these rights want more.
    if (needsSecondStep([invitation.role])) await endSessions(tx, member.staffId)
    return success({ member, role: invitation.role })
  })
  return joined.ok ? success(await openDesk(services, joined.value, device)) : joined
}

type FindMember = (tx: Sql, phone: string) => Promise<StaffScope | null>

/** Hashing takes its time, which no transaction should last. */
async function prepareMember(now: Date, joiner: Joiner): Promise<FindMember> {
  if ('scope' in joiner) return async () => joiner.scope
  const { name, login, password } = joiner.account
  const passwordHash = await hashPassword(password)
  return (tx, phone) => insertStaff(tx, now, { name, login, passwordHash, phone })
}

type Invitation = {
  id: string
  role: Role
  enterpriseId: number | null
  divisionCode: string | null
  phone: string
}

/** The first who comes with the link in time uses it up; a refusal later on rolls that back. */
async function useInvitation(tx: Sql, now: Date, tokenHash: string): Promise<Invitation | undefined> {
  const [invitation] = await tx.$queryRaw<Array<Invitation>>`
    UPDATE invitation SET used_at = ${now}
    WHERE token_hash = ${tokenHash} AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ${now}
    RETURNING id, role, enterprise_id AS "enterpriseId", division_code AS "divisionCode", phone`
  return invitation
}

type StaffRow = { name: string; login: string; passwordHash: string; phone: string }

/** Null when somebody else has the login. */
async function insertStaff(tx: Sql, now: Date, { name, login, passwordHash, phone }: StaffRow) {
  const staffId = timeOrderedId(now)
  const inserted = await tx.$executeRaw`
    INSERT INTO staff (id, login, name, phone, password_hash, recovery_hashes, created_at)
    VALUES (${staffId}::uuid, ${login}, ${name}, ${phone}, ${passwordHash}, '{}', ${now})
    ON CONFLICT (login) DO NOTHING`
  return inserted === 1 ? makeStaffScope({ staffId, sessionId: '', login, name }) : null
}

/** False for whoever has a role there already. */
async function insertMembership(
  tx: Sql,
  now: Date,
  member: StaffScope,
  { id, role, enterpriseId, divisionCode }: Invitation,
): Promise<boolean> {
  const inserted = await tx.$executeRaw`
    INSERT INTO membership (id, staff_id, role, enterprise_id, division_code, created_at)
    VALUES (${timeOrderedId(now)}::uuid, ${member.staffId}::uuid, ${role}, ${enterpriseId}, ${divisionCode}, ${now})
    ON CONFLICT DO NOTHING`
  if (inserted === 0) return false
  await writeAudit(tx, now, member, {
    action: 'accept-invitation',
    subject: ['invitation', id],
    after: { role, login: member.login },
    ...(enterpriseId === null ? {} : { enterpriseId }),
    ...(divisionCode === null ? {} : { divisionCode }),
  })
  return true
}

async function openDesk(
  { db, clock }: Accepting,
  { member, role }: { member: StaffScope; role: Role },
  device: string,
): Promise<SignedIn> {
  const { totpSecret } = await db.staff.findUniqueOrThrow({ where: { id: member.staffId } })
  const isVerified = totpSecret !== null || !needsSecondStep([role])
  const session = { isVerified, device }
  const token = member.sessionId
    ? await replaceStaffSession({ db, clock }, member, session)
    : await openStaffSession(db, clock, { staffId: member.staffId, ...session })
  return { token, next: isVerified ? 'none' : 'set-up', login: member.login }
}
