import { z } from 'zod'
import { yuanInput } from '#app/kernel/yuan-input.ts'
import { type ParcelTerms, parcelFields, toParcelTerms } from './terms.ts'

/** What an enterprise itself says of its shop: the rest of what is public about it stands on its papers. */
export type Store = ParcelTerms & { phone: string; story: string; storyEn: string }

/** Mobile, landline (0476-8331234) or 400: what shoppers call. */
const phoneField = z
  .string('invalid-store-phone')
  .transform((text) => text.normalize('NFKC').replace(/[\s()]/g, ''))
  .refine((text) => /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})$/.test(text), 'invalid-store-phone')

export const storeSchema = z
  .object({
    phone: phoneField,
    story: z.string('story-too-short').trim().min(20, 'story-too-short').max(600, 'too-long'),
    storyEn: z.string().trim().max(1_500, 'too-long').default(''),
    /** The store as the form showed it, by `fingerprint`. */
    seen: z.string('store-changed'),
    ...parcelFields,
  })
  .transform(({ phone, story, storyEn, seen, ...parcels }) => ({
    seen,
    store: { phone, story, storyEn, ...toParcelTerms(parcels) } satisfies Store,
  }))

/** Two who change it at once: the second is told. */
export function fingerprint(store: Store): string {
  const { phone, story, storyEn, ambientFeeFen, chilledFeeFen, frozenFeeFen, freeShippingFen } = store
  return JSON.stringify([phone, story, storyEn, ambientFeeFen, chilledFeeFen, frozenFeeFen, freeShippingFen])
}

/** What the form begins with. */
export function storeValues(
  store: Store,
): Record<Exclude<keyof z.input<typeof storeSchema>, 'seen'>, string> {
  return {
    phone: store.phone,
    story: store.story,
    storyEn: store.storyEn,
    ambientFee: yuanInput(store.ambientFeeFen),
    chilledFee: yuanInput(store.chilledFeeFen),
    frozenFee: yuanInput(store.frozenFeeFen),
    freeShipping: store.freeShippingFen === null ? '' : yuanInput(store.freeShippingFen),
  }
}
