import { z } from 'zod'
import { spell } from '#app/domain/search/spell.ts'
import type { Fen } from '#app/kernel/money.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'

/** What an enterprise asks for a parcel of each kind. */
export type ParcelTerms = {
  /** A parcel whose goods reach this pays no shipping; null = never free. */
  freeShippingFen: Fen | null
  ambientFeeFen: Fen
  chilledFeeFen: Fen
  frozenFeeFen: Fen
}

/** And what the platform keeps of its goods' price. */
export type EnterpriseTerms = ParcelTerms & { feeBasisPoints: number }

const yuanField = z.string('invalid-amount').transform(readFee)

/** Empty where there is none. */
const optionalYuanField = z
  .string('invalid-amount')
  .transform((text, context) => (text.trim() === '' ? null : readFee(text, context)))

function readFee(text: string, context: z.core.$RefinementCtx): Fen {
  const amount = parseYuan(text)
  if (amount !== null && amount <= 100_000) return amount
  context.addIssue({ code: 'custom', message: 'invalid-amount' })
  return z.NEVER
}

export const percentField = z
  .string('invalid-percent')
  .regex(/^\s*\d{1,2}(?:\.\d{1,2})?\s*%?\s*$/, 'invalid-percent')
  .transform((text) => Math.round(Number.parseFloat(text) * 100))

const slugField = z
  .string('invalid-slug')
  .trim()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'invalid-slug')
  .max(60, 'too-long')

export const parcelFields = {
  ambientFee: yuanField,
  chilledFee: yuanField,
  frozenFee: yuanField,
  freeShipping: optionalYuanField,
}

export function toParcelTerms(typed: z.infer<z.ZodObject<typeof parcelFields>>): ParcelTerms {
  return {
    ambientFeeFen: typed.ambientFee,
    chilledFeeFen: typed.chilledFee,
    frozenFeeFen: typed.frozenFee,
    // Free from nothing on would be always free, which a fee of nothing says.
    freeShippingFen: typed.freeShipping || null,
  }
}

export const approvalSchema = z
  .object({ slug: slugField, ...parcelFields, feePercent: percentField })
  .transform(({ slug, feePercent, ...parcels }) => ({
    slug,
    terms: { ...toParcelTerms(parcels), feeBasisPoints: feePercent } satisfies EnterpriseTerms,
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
