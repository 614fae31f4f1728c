import { type FormState, formValues, parseForm } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { changeMemberRole, removeMember } from './change-team.server.ts'
import { memberInvitationSchema } from './invitation-forms.ts'
import { inviteMember, revokeInvitation } from './invite.server.ts'
import { isEnterpriseRole } from './roles.ts'
import type { EnterpriseScope } from './scope.ts'

type Changing = Parameters<typeof inviteMember>[0]
export type TeamAnswer = {
  done?: 'changed' | 'removed' | 'revoked'
  /** That was sent: to be told after a redirect, so that a reload sends no other. */
  invited?: string
  failure?: string
  /** What was wrong with the invitation. */
  form?: FormState
  /** The change was one's own end here as an owner. */
  hasLeft?: boolean
}

/** Carries out what a form of the team page asks for. */
export async function changeTeam(
  services: Changing,
  scope: EnterpriseScope,
  form: FormData,
  locale: Locale,
): Promise<TeamAnswer> {
  const { intent, invitation = '' } = formValues(form)
  if (intent === 'invite') return await invite(services, scope, form, locale)
  if (intent === 'revoke' && isUuid(invitation)) {
    const isRevoked = await revokeInvitation(services, scope, invitation)
    return isRevoked ? { done: 'revoked' } : { failure: 'changed-meanwhile' }
  }
  return await changeMember(services, scope, form)
}

async function invite(
  services: Changing,
  scope: EnterpriseScope,
  form: FormData,
  locale: Locale,
): Promise<TeamAnswer> {
  const parsed = parseForm(memberInvitationSchema, form)
  if (!parsed.ok) return { form: parsed }
  const invited = await inviteMember(services, scope, { ...parsed.value, locale })
  return invited.ok ? { invited: invited.value.id } : { failure: invited.code }
}

async function changeMember(services: Changing, scope: EnterpriseScope, form: FormData): Promise<TeamAnswer> {
  const { intent, member = '', was = '', role = '' } = formValues(form)
  if (!isUuid(member) || !isEnterpriseRole(was)) return {}
  const seen = { membershipId: member, role: was }
  const isSelf = member === scope.membershipId
  if (intent === 'remove') {
    const removed = await removeMember(services, scope, seen)
    return removed.ok ? { done: 'removed', hasLeft: isSelf } : { failure: removed.code }
  }
  if (intent !== 'change-role' || !isEnterpriseRole(role)) return {}
  const changed = await changeMemberRole(services, scope, seen, role)
  return changed.ok ? { done: 'changed', hasLeft: isSelf && role !== 'owner' } : { failure: changed.code }
}
