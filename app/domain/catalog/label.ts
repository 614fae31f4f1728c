import { z } from 'zod'

const line = z.string().min(1).max(1000)

/**
 * What the label of prepackaged food must say (GB 7718-2011, section 4.1; farm produce and crafts fill a part).
 * Chinese, as on the package: a label is quoted, not translated.
 */
export const labelFields = z.object({
  foodName: line.optional(),
  ingredients: line.optional(),
  netContent: line.optional(),
  producer: line.optional(),
  producerAddress: line.optional(),
  producerPhone: line.optional(),
  shelfLife: line.optional(),
  storage: line.optional(),
  foodLicence: line.optional(),
  standard: line.optional(),
  grade: line.optional(),
  allergens: line.optional(),
  origin: line.optional(),
})
export type LabelFields = z.infer<typeof labelFields>
export type LabelField = keyof LabelFields

/** In the order of the standard. */
export const labelFieldOrder = Object.keys(labelFields.shape) as Array<LabelField>

export const paperKinds = ['quality-certificate', 'quarantine', 'inspection', 'meat-quality'] as const

/** A paper of a batch; days are Shanghai's, as 2026-11-24. */
export const batchPaper = z.object({
  kind: z.enum(paperKinds),
  number: z.string().min(1).max(80),
  issuer: z.string().min(1).max(200),
  issuedOn: z.iso.date(),
  expiresOn: z.iso.date().nullable(),
})
export type BatchPaper = z.infer<typeof batchPaper>
const batchPapers = z.array(batchPaper)

export type LabelLine = { field: LabelField; text: string }

/** The filled lines of a label in the order of the standard; a column that does not parse has none. */
export function labelLines(column: unknown): Array<LabelLine> {
  const parsed = labelFields.safeParse(column)
  if (!parsed.success) return []
  return labelFieldOrder.flatMap((field) => {
    const text = parsed.data[field]
    return text === undefined ? [] : [{ field, text }]
  })
}

export function readBatchPapers(column: unknown): Array<BatchPaper> {
  return batchPapers.safeParse(column).data ?? []
}
