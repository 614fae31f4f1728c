import { z } from 'zod'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import { dayField } from '#app/kernel/day-field.ts'
import { certificateKinds } from './certificate.ts'

export const certificateForm = z
  .object({
    kind: z.enum(certificateKinds, 'needed'),
    district: z.string().max(80).optional().default(''),
    organisation: z.string().trim().max(120, 'too-long').optional().default(''),
    exhibition: z.string().max(80).optional().default(''),
    startsOn: dayField('needed'),
    endsOn: dayField('needed'),
  })
  .refine(({ kind, district }) => kind !== 'district' || district !== '', {
    path: ['district'],
    message: 'needed',
  })
  .refine(({ kind, organisation }) => kind !== 'organisation' || organisation !== '', {
    path: ['organisation'],
    message: 'needed',
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], message: 'ends-before-start' })
export type CertificateFacts = z.output<typeof certificateForm>

export const revokeForm = z.object({ reason: reasonField })
