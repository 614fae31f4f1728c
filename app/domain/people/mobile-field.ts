import { z } from 'zod'
import { parseMobile } from './phone.ts'

/** A mainland mobile number in any form, in its bare digits: what forms ask for. */
export const mobileField = z.string('invalid-phone').transform((text, context) => {
  const phone = parseMobile(text)
  if (phone) return phone
  context.addIssue({ code: 'custom', message: 'invalid-phone' })
  return z.NEVER
})
