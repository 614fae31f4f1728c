import { z } from 'zod'
import { parseCreditCode } from '#app/domain/people/credit-code.ts'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import { dayField } from '#app/kernel/day-field.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Fen } from '#app/kernel/money.ts'
import { parseLargeYuan } from '#app/kernel/yuan-input.ts'
import { contractKinds, fulfilmentKinds, isSigned, largestContractFen } from './contract.ts'

const text = (longest: number) => z.string('needed').trim().min(1, 'needed').max(longest, 'too-long')
const code = z.string().max(80).optional().default('')

/** Sums as people write them: 1,200万, 35.37亿. */
const amount = z.string('needed').transform((typed, context): Fen => {
  const parsed = parseLargeYuan(typed)
  if (parsed !== null && parsed > 0 && parsed <= largestContractFen) return parsed
  context.addIssue({ code: 'custom', message: 'not-an-amount' })
  return z.NEVER
})

export const contractForm = z
  .object({
    /** The form's own: sent twice it records one contract. */
    key: z.string().refine(isUuid),
    kind: z.enum(contractKinds, 'needed'),
    number: z.string().trim().max(60, 'too-long').optional().default(''),
    title: text(120),
    buyer: text(120),
    buyerCode: z
      .string()
      .optional()
      .default('')
      .transform((typed, context) => {
        if (typed.trim() === '') return null
        const parsed = parseCreditCode(typed)
        if (!parsed) context.addIssue({ code: 'custom', message: 'bad-credit-code' })
        return parsed
      }),
    buyerDistrict: code,
    enterprise: code,
    division: code,
    category: code,
    exhibition: code,
    amount,
    signedOn: dayField('needed'),
    note: z.string().trim().max(1_000, 'too-long').optional().default(''),
  })
  .refine(({ kind, enterprise }) => !isSigned(kind) || enterprise !== '', {
    path: ['enterprise'],
    message: 'seller-needed',
  })
  .refine(({ enterprise, division }) => enterprise !== '' || division !== '', {
    path: ['division'],
    message: 'needed',
  })
export type ContractFacts = z.output<typeof contractForm>

export const fulfilmentForm = z.object({
  key: z.string().refine(isUuid),
  kind: z.enum(fulfilmentKinds, 'needed'),
  amount,
  on: dayField('needed'),
  note: z.string().trim().max(300, 'too-long').optional().default(''),
})

export const reasonForm = z.object({ reason: reasonField })

/** The delivery or payment that was mistyped, and why. */
export const correctionForm = reasonForm.extend({ part: z.string().refine(isUuid) })
