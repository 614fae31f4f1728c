import { z } from 'zod'
import { mobileField } from '#app/domain/people/mobile-field.ts'
import { loginField } from './login.ts'
import { reasonField } from './reason-field.ts'
import { enterpriseRoles, organizerRoles } from './roles.ts'

const nameField = z.string('name-required').trim().min(1, 'name-required').max(30, 'too-long')

export const memberInvitationSchema = z.object({
  role: z.enum(enterpriseRoles, 'role-required'),
  name: nameField,
  phone: mobileField,
})
export type MemberInvitation = z.infer<typeof memberInvitationSchema>

/** Of an enterprise that organizers look after. */
export const ownerInvitationSchema = memberInvitationSchema.omit({ role: true })

const divisionField = z
  .string()
  .regex(/^(\d{6})?$/, 'division-required')
  .default('')
const placeFields = { role: z.enum(organizerRoles, 'role-required'), divisionCode: divisionField }

/** A reviewer works for one division, all others for the whole city. */
function placed<Form extends { role: string; divisionCode: string }>(
  form: Form,
  context: z.RefinementCtx,
): Omit<Form, 'divisionCode'> & { divisionCode: string | null } {
  if (form.role !== 'division-reviewer') return { ...form, divisionCode: null }
  if (form.divisionCode === '')
    context.addIssue({ code: 'custom', message: 'division-required', path: ['divisionCode'] })
  return form
}

export const organizerInvitationSchema = z
  .object({ ...placeFields, name: nameField, phone: mobileField })
  .transform(placed)

/** Of somebody who has a role: which one that was goes along. */
export const organizerRoleSchema = z
  .object({
    ...placeFields,
    person: z.uuid('changed-meanwhile'),
    membership: z.uuid('changed-meanwhile'),
    was: z.enum(organizerRoles, 'changed-meanwhile'),
    wasDivision: divisionField,
    reason: reasonField,
  })
  .transform(placed)
export type OrganizerInvitation = z.infer<typeof organizerInvitationSchema>

/** Whoever accepts without an account. The password is looked at by the rules of passwords. */
export const newAccountSchema = z.object({
  name: nameField,
  login: loginField,
  password: z.string('password-too-short').max(1_000, 'password-too-long'),
})
export type NewAccount = z.infer<typeof newAccountSchema>
