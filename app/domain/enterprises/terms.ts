import { z } from 'zod'
import { spell } from '#app/domain/search/spell.ts'
import type { Fen } from '#app/kernel/money.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'

/** What an enterprise asks for a parcel of each kind, and what the platform keeps of its goods' price. */
export type EnterpriseTerms = {
  /** A parcel whose goods reach this pays no shipping; null = never free. */
  freeShippingFen: Fen | null
  ambientFeeFen: Fen
  chilledFeeFen: Fen
  frozenFeeFen: Fen
  feeBasisPoints: number
}

const yuanField = z.string('invalid-amount').transform((text, context) => {
  const amount = parseYuan(text)
  if (amount !== null && amount <= 100_000) return amount
  context.addIssue({ code: 'custom', message: 'invalid-amount' })
  return z.NEVER
})

const percentField = z
  .string('invalid-percent')
  .regex(/^\s*\d{1,2}(?:\.\d{1,2})?\s*%?\s*$/, 'invalid-percent')
  .transform((text) => Math.round(Number.parseFloat(text) * 100))

const slugField = z
  .string('invalid-slug')
  .trim()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'invalid-slug')
  .max(60, 'too-long')

export const approvalSchema = z
  .object({
    slug: slugField,
    ambientFee: yuanField,
    chilledFee: yuanField,
    frozenFee: yuanField,
    freeShipping: z
      .literal('')
      .transform(() => null)
      .or(yuanField),
    feePercent: percentField,
  })
  .transform(({ slug, ambientFee, chilledFee, frozenFee, freeShipping, feePercent }) => ({
    slug,
    terms: {
      ambientFeeFen: ambientFee,
      chilledFeeFen: chilledFee,
      frozenFeeFen: frozenFee,
      // Free from nothing on would be always free, which a fee of nothing says.
      freeShippingFen: freeShipping || null,
      feeBasisPoints: feePercent,
    } satisfies EnterpriseTerms,
  }))

/** What the form of an approval begins with: the name in pinyin for the address, and what most ask for a parcel. */
export function proposeApproval(name: string): Record<keyof z.input<typeof approvalSchema>, string> {
  return {
    slug: spell(name).slice(0, 40),
    ambientFee: '10',
    chilledFee: '22',
    frozenFee: '28',
    freeShipping: '99',
    feePercent: '0',
  }
}
