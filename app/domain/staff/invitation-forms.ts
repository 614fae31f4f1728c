import { z } from 'zod'
import { mobileField } from '#app/domain/people/mobile-field.ts'
import { loginField } from './login.ts'
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

/** A reviewer works for one division, all others for the whole city. */
export const organizerInvitationSchema = z
  .object({
    role: z.enum(organizerRoles, 'role-required'),
    divisionCode: z
      .string()
      .regex(/^(\d{6})?$/, 'division-required')
      .default(''),
    name: nameField,
    phone: mobileField,
  })
  .transform((form, context) => {
    if (form.role !== 'division-reviewer') return { ...form, divisionCode: null }
    if (form.divisionCode !== '') return form
    context.addIssue({ code: 'custom', message: 'division-required', path: ['divisionCode'] })
    return z.NEVER
  })
export type OrganizerInvitation = z.infer<typeof organizerInvitationSchema>

/** Whoever accepts without an account. The password is looked at by the rules of passwords. */
export const newAccountSchema = z.object({
  name: nameField,
  login: loginField,
  password: z.string('password-too-short').max(1_000, 'password-too-long'),
})
export type NewAccount = z.infer<typeof newAccountSchema>
