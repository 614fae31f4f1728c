import { hash } from 'node:crypto'
import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { after, hour, minute } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import { linkToken } from '#app/platform/link-token.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { writeAudit } from './audit.server.ts'
import type { MemberInvitation, OrganizerInvitation } from './invitation-forms.ts'
import type { Role } from './roles.ts'
import type { EnterpriseScope, OrganizerScope } from './scope.ts'

const lifetime = 72 * hour

/** The invitation. */
type Sent = { id: string }
type Inviting = Pick<Services, 'pool' | 'clock' | 'limits'> & { env: Pick<Env, 'SESSION_SECRET'> }

/** Into one's own enterprise. */
export async function inviteMember(
  services: Inviting,
  scope: EnterpriseScope,
  { locale, ...invitee }: MemberInvitation & { locale: Locale },
): Promise<Result<Sent, TooMany>> {
  const refusal = await takeTurns(services.limits, [['invite:staff', scope.staff.staffId]])
  if (refusal) return refusal
  return await withTransaction(services.pool, async (tx) => {
    const place = { enterpriseId: scope.enterpriseId, divisionCode: null, name: scope.name }
    return success(await writeInvitation(tx, services, scope, { ...invitee, place, locale }))
  })
}

/** Into the organizers' own ranks. */
export async function inviteOrganizer(
  services: Inviting,
  scope: OrganizerScope,
  { locale, divisionCode, ...invitee }: OrganizerInvitation & { locale: Locale },
): Promise<Result<Sent, Failure<'division-required'> | TooMany>> {
  const division = divisionCode ? await findDivisionName(services, divisionCode) : ''
  if (division === null) return failure('division-required')
  const refusal = await takeTurns(services.limits, [['invite:staff', scope.staff.staffId]])
  if (refusal) return refusal
  const office = messagesFor(locale).staff.workplaces.organizer
  const name = division ? `${office} · ${division}` : office
  return await withTransaction(services.pool, async (tx) => {
    const place = { enterpriseId: null, divisionCode, name }
    return success(await writeInvitation(tx, services, scope, { ...invitee, place, locale }))
  })
}

/** Into an enterprise whose owner never came, or was lost. */
export async function inviteOwner(
  services: Inviting,
  scope: OrganizerScope,
  { slug, locale, ...invitee }: { slug: string; name: string; phone: string; locale: Locale },
): Promise<Result<Sent, Failure<'changed-meanwhile'> | TooMany>> {
  const refusal = await takeTurns(services.limits, [['invite:staff', scope.staff.staffId]])
  if (refusal) return refusal
  return await withTransaction(services.pool, async (tx) => {
    const [enterprise] = await tx.$queryRaw<Array<{ id: number; name: string }>>`
      SELECT id, name FROM enterprise WHERE slug = ${slug}`
    if (!enterprise) return failure('changed-meanwhile')
    const place = { enterpriseId: enterprise.id, divisionCode: null, name: enterprise.name }
    return success(await writeInvitation(tx, services, scope, { ...invitee, role: 'owner', place, locale }))
  })
}

async function findDivisionName({ pool }: Pick<Inviting, 'pool'>, code: string): Promise<string | null> {
  const [division] = await sqlOn(pool).$queryRaw<Array<{ name: string }>>`
    SELECT name FROM division WHERE code = ${code}`
  return division?.name ?? null
}

type NewInvitation = {
  role: Role
  place: { enterpriseId: number | null; divisionCode: string | null; name: string }
  name: string
  phone: string
}
type SentInvitation = NewInvitation & {
  locale: Locale
  /** What the message says besides the link. */
  kind?: 'invitation' | 'application-approved'
}

/** In the transaction that it belongs to: the row, the message with its link, and who invited whom. A double tap is one. */
export async function writeInvitation(
  tx: Sql,
  services: Pick<Inviting, 'clock' | 'env'>,
  scope: EnterpriseScope | OrganizerScope,
  { locale, kind = 'invitation', ...invitation }: SentInvitation,
): Promise<Sent> {
  const now = services.clock.now()
  const sent = await findJustSent(tx, now, invitation)
  if (sent) return sent
  const id = await insertInvitation(tx, services, scope, invitation)
  await writeOutbox(tx, now, {
    kind,
    dedupeKey: `invitation:${id}`,
    locale,
    to: id,
    place: invitation.place.name,
    path: '/staff/invitation',
    token: { kind: 'invitation', id },
  })
  return { id }
}

/** The same invitation, still open, of the last minute. Two that are sent at once wait for each other here. */
async function findJustSent(
  tx: Sql,
  now: Date,
  { role, place: { enterpriseId, divisionCode }, name, phone }: NewInvitation,
): Promise<Sent | undefined> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('invitation'), hashtext(${phone}))`
  const [sent] = await tx.$queryRaw<Array<Sent>>`
    SELECT id FROM invitation
    WHERE phone = ${phone} AND name = ${name} AND role = ${role} AND created_at > ${after(now, -minute)}
      AND enterprise_id IS NOT DISTINCT FROM ${enterpriseId}::int AND division_code IS NOT DISTINCT FROM ${divisionCode}::text
      AND used_at IS NULL AND revoked_at IS NULL LIMIT 1`
  return sent
}

/**
 * For whoever runs the shop, where nobody could invite yet: the first of the organizers. Nothing is sent.
 * Gives the token of the link.
 */
export async function inviteFromConsole(
  services: Pick<Inviting, 'pool' | 'clock' | 'env'>,
  { divisionCode, ...invitee }: OrganizerInvitation,
): Promise<Result<string, Failure<'division-required'>>> {
  const division = divisionCode ? await findDivisionName(services, divisionCode) : ''
  if (division === null) return failure('division-required')
  return await withTransaction(services.pool, async (tx) => {
    const place = { enterpriseId: null, divisionCode, name: division }
    const id = await insertInvitation(tx, services, 'system', { ...invitee, place })
    return success(linkToken(services.env.SESSION_SECRET, 'invitation', id))
  })
}

async function insertInvitation(
  tx: Sql,
  { clock, env }: Pick<Inviting, 'clock' | 'env'>,
  inviter: EnterpriseScope | OrganizerScope | 'system',
  { role, place: { enterpriseId, divisionCode }, name, phone }: NewInvitation,
): Promise<string> {
  const now = clock.now()
  const id = timeOrderedId(now)
  const tokenHash = hash('sha256', linkToken(env.SESSION_SECRET, 'invitation', id))
  const invitedBy = inviter === 'system' ? null : inviter.staff.staffId
  await tx.$executeRaw`
    INSERT INTO invitation (id, token_hash, role, enterprise_id, division_code, name, phone, invited_by, created_at, expires_at)
    VALUES (${id}::uuid, ${tokenHash}, ${role}, ${enterpriseId}, ${divisionCode}, ${name}, ${phone},
      ${invitedBy}::uuid, ${now}, ${after(now, lifetime)})`
  await writeAudit(tx, now, inviter, {
    action: 'invite-staff',
    subject: ['invitation', id],
    after: { role, name },
    ...(enterpriseId === null ? {} : { enterpriseId }),
    ...(divisionCode === null ? {} : { divisionCode }),
  })
  return id
}

/**
 * The link is dead from then on. False when there is no such open invitation of one's own place; the organizers' are
 * those into their own ranks, and those of owners.
 */
export async function revokeInvitation(
  { pool, clock }: Pick<Inviting, 'pool' | 'clock'>,
  scope: EnterpriseScope | OrganizerScope,
  id: string,
): Promise<boolean> {
  const now = clock.now()
  const enterpriseId = 'enterpriseId' in scope ? scope.enterpriseId : null
  const isOrganizer = enterpriseId === null
  return await withTransaction(pool, async (tx) => {
    const revoked = await tx.$executeRaw`
      UPDATE invitation SET revoked_at = ${now}
      WHERE id = ${id}::uuid AND (enterprise_id IS NOT DISTINCT FROM ${enterpriseId}::int OR ${isOrganizer}::boolean AND role = 'owner')
        AND used_at IS NULL AND revoked_at IS NULL`
    if (revoked === 0) return false
    await writeAudit(tx, now, scope, { action: 'revoke-invitation', subject: ['invitation', id] })
    return true
  })
}
