import { z } from 'zod'
import { certificates } from '#app/domain/catalog/certificates.ts'
import { labelFields, paperKinds } from '#app/domain/catalog/label.ts'
import { returnRules } from '#app/domain/catalog/return-rules.ts'
import { storages } from '#app/domain/catalog/storage.ts'
import { dayField } from '#app/kernel/day-field.ts'

export const mostPictures = 9
export const mostVariants = 12
/** So many of the last published ones are in a draft; earlier ones stay on record. */
export const loadedBatches = 12
/** More than are loaded, so that one can always be added. */
export const mostBatches = 2 * loadedBatches

const line = z.string().trim().max(120)
const text = z.string().trim().max(4_000)
const day = dayField().nullable().default(null)

/**
 * 规格 in a draft. Of one that is on sale the price is the current one, whatever is written here: it changes by
 * `changePrice`, at once. So does its stock, by deltas.
 */
export const variantDraft = z.object({
  /**
   * 货号, the enterprise's own (`articleNumber` of the variant), under the key that drafts were stored with from the
   * beginning: docs/decisions/0024. Empty for a new one that is to get one when its listing is first accepted.
   */
  sku: z.string().trim().max(40).default(''),
  label: line.default(''),
  labelEn: line.default(''),
  priceFen: z.number().int().min(0).max(99_999_999).nullable().default(null),
  netGrams: z.number().int().min(1).max(10_000_000).nullable().default(null),
  minQuantity: z.number().int().min(1).max(9_999).default(1),
  maxPerPerson: z.number().int().min(1).max(9_999).nullable().default(null),
  barcode: z.string().trim().max(14).default(''),
  isActive: z.boolean().default(true),
  /** What a new variant starts with; null for one that is on sale already. */
  initialStock: z.number().int().min(0).max(1_000_000).nullable().default(null),
})

/** Found by `acceptUpload`, which gives the key and the ground. */
export const pictureDraft = z.object({
  key: z.string().regex(/^[0-9a-f]{24}$/),
  ground: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .default('#fbf7f0'),
  kind: z.enum(['hero', 'pack', 'origin', 'photo']).default('photo'),
  alt: line.default(''),
  altEn: line.default(''),
})

export const paperDraft = z.object({
  kind: z.enum(paperKinds),
  number: z.string().trim().max(80).default(''),
  issuer: line.default(''),
  issuedOn: day,
  expiresOn: day,
})

export const batchDraft = z.object({
  /** Empty for a new one; it gets its code when the listing is accepted, and is never taken away again. */
  code: z.string().trim().max(40).default(''),
  /** The enterprise's own number, as on its packages. */
  ownCode: z.string().trim().max(40).default(''),
  producedOn: day,
  expiresOn: day,
  papers: z.array(paperDraft).max(paperKinds.length).default([]),
})

/**
 * What an enterprise writes about its goods, however unfinished: every field may be empty. What must be filled before
 * it may be submitted is said by `findDraftProblems` (draft-problems.ts).
 */
export const listingDraft = z.object({
  title: line.default(''),
  titleEn: line.default(''),
  subtitle: line.default(''),
  subtitleEn: line.default(''),
  description: text.default(''),
  descriptionEn: text.default(''),
  /** What else people call it: for search only. */
  keywords: z.array(z.string().trim().min(1).max(60)).max(24).default([]),
  categoryCode: z.string().max(40).default(''),
  subcategoryCode: z.string().max(40).default(''),
  pictures: z.array(pictureDraft).max(mostPictures).default([]),
  variants: z.array(variantDraft).max(mostVariants).default([]),
  label: labelFields.default({}),
  storage: z.enum(storages).default('ambient'),
  shelfLifeDays: z.number().int().min(1).max(36_500).nullable().default(null),
  seasonMonths: z.array(z.number().int().min(1).max(12)).max(12).default([]),
  dispatchHours: z.number().int().min(1).max(720).default(48),
  returnRule: z.enum(returnRules).default('seven-days-unopened'),
  isAlcohol: z.boolean().default(false),
  certificates: z.array(z.enum(certificates)).default([]),
  giName: line.default(''),
  giAuthorisation: line.default(''),
  batches: z.array(batchDraft).max(mostBatches).default([]),
})

export type ListingDraft = z.infer<typeof listingDraft>
export type DraftField = keyof ListingDraft
export type VariantDraft = z.infer<typeof variantDraft>
export type PictureDraft = z.infer<typeof pictureDraft>
export type BatchDraft = z.infer<typeof batchDraft>
export type PaperDraft = z.infer<typeof paperDraft>

/** In the order of the form. */
export const draftFields = Object.keys(listingDraft.shape) as ReadonlyArray<DraftField>

export function emptyDraft(): ListingDraft {
  return listingDraft.parse({})
}
