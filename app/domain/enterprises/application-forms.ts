import { z } from 'zod'
import { parseCreditCode } from '#app/domain/people/credit-code.ts'
import { mobileField } from '#app/domain/people/mobile-field.ts'
import { dayField } from '#app/kernel/day-field.ts'
import type { ApplicationFacts } from './application.ts'
import { documentKinds, mustExpire } from './document.ts'
import { enterpriseKinds } from './enterprise.ts'
import { normaliseLicence } from './food-licence.ts'

const line = (max: number) => z.string().trim().max(max, 'too-long')
const orNull = (text: string) => text || null

const creditCodeField = z.string('invalid-credit-code').transform((text, context) => {
  const code = parseCreditCode(text)
  if (code) return code
  context.addIssue({ code: 'custom', message: 'invalid-credit-code' })
  return z.NEVER
})

export const applicationSchema: z.ZodType<ApplicationFacts> = z.object({
  name: line(60).min(4, 'enterprise-name-required'),
  nameEn: line(100).default(''),
  kind: z.enum(enterpriseKinds, 'enterprise-kind-required'),
  divisionCode: z.string('division-required').regex(/^\d{6}$/, 'division-required'),
  town: line(30).default('').transform(orNull),
  creditCode: creditCodeField,
  foodLicence: line(30).default('').transform(normaliseLicence).transform(orNull),
  contactName: line(30).min(1, 'contact-required'),
  contactPhone: mobileField,
  story: line(600).min(20, 'story-too-short'),
})

export const documentSchema = z
  .object({
    kind: z.enum(documentKinds, 'document-kind-required'),
    number: line(50).default('').transform(orNull),
    expiresOn: dayField('invalid-date').or(z.literal('')).default('').transform(orNull),
  })
  .refine(({ kind, expiresOn }) => expiresOn !== null || !mustExpire(kind), {
    message: 'expiry-required',
    path: ['expiresOn'],
  })
export type DocumentInput = z.infer<typeof documentSchema>
