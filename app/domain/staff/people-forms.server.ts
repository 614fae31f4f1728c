import { z } from 'zod'
import { type FormState, formValues, parseForm } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { changeOrganizerRole, removeOrganizerRole } from './change-organizers.server.ts'
import { disableStaff, enableStaff, resetSecondStep } from './change-people.server.ts'
import { organizerInvitationSchema, organizerRoleSchema } from './invitation-forms.ts'
import { inviteOrganizer, revokeInvitation } from './invite.server.ts'
import { reasonField } from './reason-field.ts'
import type { OrganizerScope } from './scope.ts'

type Changing = Parameters<typeof inviteOrganizer>[0]
export type PeopleAnswer = {
  done?: 'revoked' | 'disabled' | 'enabled' | 'second-step-reset' | 'role-changed' | 'role-removed'
  /** That was sent: to be told after a redirect, so that a reload sends no other. */
  invited?: string
  failure?: string
  /** What was wrong with the invitation. */
  form?: FormState
  /** What was wrong with the change of this person. */
  person?: FormState & { id: string }
  /** What was wrong with the change of this role. */
  role?: FormState & { id: string }
}

const changeSchema = z.object({
  intent: z.enum(['disable', 'enable', 'reset-second-step']),
  person: z.uuid(),
  reason: reasonField,
})

/** Carries out what a form of the people's page asks for. */
export async function changePeople(
  services: Changing,
  scope: OrganizerScope,
  form: FormData,
  locale: Locale,
): Promise<PeopleAnswer> {
  const asked = formValues(form)
  if (asked.intent === 'invite') return await invite(services, scope, form, locale)
  if (asked.intent === 'revoke') return await revoke(services, scope, asked.invitation ?? '')
  if (asked.intent === 'change-role' || asked.intent === 'remove-role')
    return await changeRole(services, scope, form, asked.intent)
  const parsed = parseForm(changeSchema, form)
  if (!parsed.ok) return { person: { ...parsed, id: parsed.values.person ?? '' } }
  const { intent, person: staffId, reason } = parsed.value
  if (intent === 'disable')
    return answerOf('disabled', await disableStaff(services, scope, { staffId, reason }))
  if (intent === 'enable') return answerOf('enabled', await enableStaff(services, scope, { staffId, reason }))
  const reset = await resetSecondStep(services, scope, { staffId, reason, locale })
  return answerOf('second-step-reset', reset)
}

async function revoke(services: Changing, scope: OrganizerScope, id: string): Promise<PeopleAnswer> {
  const isRevoked = isUuid(id) && (await revokeInvitation(services, scope, id))
  return isRevoked ? { done: 'revoked' } : { failure: 'changed-meanwhile' }
}

async function changeRole(
  services: Changing,
  scope: OrganizerScope,
  form: FormData,
  intent: 'change-role' | 'remove-role',
): Promise<PeopleAnswer> {
  const parsed = parseForm(organizerRoleSchema, form)
  if (!parsed.ok) return { role: { ...parsed, id: parsed.values.membership ?? '' } }
  const {
    person: staffId,
    membership: membershipId,
    was,
    wasDivision,
    reason,
    role,
    divisionCode,
  } = parsed.value
  const member = { staffId, membershipId, was: { role: was, divisionCode: wasDivision || null }, reason }
  if (intent === 'remove-role')
    return answerOf('role-removed', await removeOrganizerRole(services, scope, member))
  return answerOf('role-changed', await changeOrganizerRole(services, scope, member, { role, divisionCode }))
}

function answerOf(
  done: PeopleAnswer['done'] & string,
  result: { ok: true } | { ok: false; code: string },
): PeopleAnswer {
  return result.ok ? { done } : { failure: result.code }
}

async function invite(
  services: Changing,
  scope: OrganizerScope,
  form: FormData,
  locale: Locale,
): Promise<PeopleAnswer> {
  const parsed = parseForm(organizerInvitationSchema, form)
  if (!parsed.ok) return { form: parsed }
  const invited = await inviteOrganizer(services, scope, { ...parsed.value, locale })
  return invited.ok ? { invited: invited.value.id } : { failure: invited.code }
}
