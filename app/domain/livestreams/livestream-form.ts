import { z } from 'zod'
import { hour, parseShanghaiMinute } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'

const text = (longest: number) => z.string('needed').trim().min(1, 'needed').max(longest, 'too-long')

const minute = z.string('needed').transform((typed, context): Date => {
  const instant = parseShanghaiMinute(typed)
  if (instant) return instant
  context.addIssue({ code: 'custom', message: 'needed' })
  return z.NEVER
})

const longest = 24 * hour

/** Times are Shanghai's, as the browser's field has them: 2026-11-24T20:00. */
export const livestreamForm = z
  .object({
    title: text(80),
    titleEn: text(120),
    host: text(60),
    /** 达人ID; the shop's own account has none. */
    hostAccount: z
      .string()
      .optional()
      .default('')
      .transform((typed) => typed.normalize('NFKC').trim())
      .refine((typed) => typed === '' || /^\d{2,30}$/.test(typed), 'not-an-account')
      .transform((typed) => (typed === '' ? null : typed)),
    fair: z.string().max(80).optional().default(''),
    startsAt: minute,
    endsAt: minute,
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], message: 'ends-before-start' })
  .refine(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() <= longest, {
    path: ['endsAt'],
    message: 'too-long-a-stream',
  })
export type LivestreamFacts = z.output<typeof livestreamForm>

/** Of a new one; the key is the form's own: sent twice it schedules one livestream. */
export const scheduleForm = livestreamForm.safeExtend({ key: z.string().refine(isUuid) })
