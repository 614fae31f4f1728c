import { z } from 'zod'
import { ownerInvitationSchema } from '#app/domain/staff/invitation-forms.ts'
import { inviteOwner } from '#app/domain/staff/invite.server.ts'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { OrganizerCapability } from '#app/domain/staff/roles.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, formValues, parseForm } from '#app/kernel/form.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Result } from '#app/kernel/result.ts'
import { feeSchema, setFee } from './set-fee.server.ts'
import { reinstateEnterprise, suspendEnterprise } from './suspend-enterprise.server.ts'

/** What can be done to an enterprise, and who may. */
export const enterpriseActs = {
  suspend: 'suspend-enterprises',
  reinstate: 'suspend-enterprises',
  'invite-owner': 'manage-staff',
  // Who agreed it when the enterprise was approved.
  'set-fee': 'decide-applications',
} as const satisfies Record<string, OrganizerCapability>
type Intent = keyof typeof enterpriseActs

export function readIntent(form: FormData): Intent | null {
  const intent = String(form.get('intent'))
  return Object.hasOwn(enterpriseActs, intent) ? (intent as Intent) : null
}

export type EnterpriseAnswer = {
  done?: Intent
  failure?: string
  /** What was wrong with the form of an act. */
  form?: FormState & { intent: Intent }
}
type Command = { intent: Intent; slug: string; form: FormData; locale: Locale }

const reasonSchema = z.object({ reason: reasonField })

/** Carries out what a form of an enterprise's page asks for. */
export async function changeEnterprise(
  services: Parameters<typeof inviteOwner>[0],
  scope: OrganizerScope,
  command: Command,
): Promise<EnterpriseAnswer> {
  const { intent, slug, form, locale } = command
  if (intent === 'invite-owner') {
    const invitee = parseForm(ownerInvitationSchema, form)
    if (!invitee.ok) return { form: { ...invitee, intent } }
    return answerOf(command, await inviteOwner(services, scope, { slug, locale, ...invitee.value }))
  }
  if (intent === 'set-fee') {
    const fee = parseForm(feeSchema, form)
    if (!fee.ok) return { form: { ...fee, intent } }
    return answerOf(command, await setFee(services, scope, { slug, ...fee.value }))
  }
  const said = parseForm(reasonSchema, form)
  if (!said.ok) return { form: { ...said, intent } }
  const act = intent === 'suspend' ? suspendEnterprise : reinstateEnterprise
  return answerOf(command, await act(services, scope, { slug, reason: said.value.reason }))
}

/** What was typed is kept, but for what the form was filled from: that is read anew. */
function answerOf({ intent, form }: Command, result: Result<unknown>): EnterpriseAnswer {
  if (result.ok) return { done: intent }
  const { seenPercent: _, ...values } = formValues(form)
  return { failure: result.code, form: { intent, values, errors: {} } }
}
