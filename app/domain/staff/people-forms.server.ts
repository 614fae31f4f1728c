import { z } from 'zod'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { disableStaff, enableStaff, resetSecondStep } from './change-people.server.ts'
import { organizerInvitationSchema } from './invitation-forms.ts'
import { inviteOrganizer } from './invite.server.ts'
import { reasonField } from './reason-field.ts'
import type { OrganizerScope } from './scope.ts'

type Changing = Parameters<typeof inviteOrganizer>[0]
export type PeopleAnswer = {
  done?: 'invited' | 'disabled' | 'enabled' | 'second-step-reset'
  name?: string
  failure?: string
  /** What was wrong with the invitation. */
  form?: FormState
  /** What was wrong with the change of this person. */
  person?: FormState & { id: string }
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
  if (form.get('intent') === 'invite') return await invite(services, scope, form, locale)
  const parsed = parseForm(changeSchema, form)
  if (!parsed.ok) return { person: { ...parsed, id: parsed.values.person ?? '' } }
  const { intent, person: staffId, reason } = parsed.value
  if (intent === 'disable')
    return answerOf('disabled', await disableStaff(services, scope, { staffId, reason }))
  if (intent === 'enable') return answerOf('enabled', await enableStaff(services, scope, { staffId, reason }))
  const reset = await resetSecondStep(services, scope, { staffId, reason, locale })
  return answerOf('second-step-reset', reset)
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
  return invited.ok ? { done: 'invited', name: parsed.value.name } : { failure: invited.code }
}
