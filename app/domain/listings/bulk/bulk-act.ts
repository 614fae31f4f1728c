import { z } from 'zod'
import { type Fen, fen } from '#app/kernel/money.ts'

export const bulkKinds = ['price', 'publish', 'take-down', 'move-category'] as const
export type BulkKind = (typeof bulkKinds)[number]

/** As many as five pages of the list. */
export const mostAtOnce = 100
export const undoSeconds = 60

export function readBulkKind(text: string | null): BulkKind {
  return bulkKinds.find((kind) => kind === text) ?? 'price'
}

/** A change in whole percent; null for what is none, or would leave nothing. */
export function readPercent(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/^[−–]/, '-').replace(/%$/, '').trim()
  const percent = Number(plain)
  return /^[+-]?\d{1,3}$/.test(plain) && percent !== 0 && percent >= -90 && percent <= 300 ? percent : null
}

/** To the fen, halves up, and never for nothing. */
export function priceAfter(priceFen: Fen, percent: number): Fen {
  return fen(Math.max(1, Math.floor((priceFen * (100 + percent)) / 100 + 0.5)))
}

/** What each thing was before, and after: an undo touches only what still is as it was left. */
export const bulkEntries = z.object({
  prices: z
    .array(
      z.object({
        /** Its article number, as in a draft. */
        sku: z.string(),
        fromFen: z.number(),
        toFen: z.number(),
        wasPriceFen: z.number().nullable(),
      }),
    )
    .default([]),
  /** Listings that were published, or taken down. */
  listings: z.array(z.string()).default([]),
  moved: z
    .array(
      z.object({
        id: z.string(),
        version: z.number(),
        categoryCode: z.string(),
        subcategoryCode: z.string(),
        hadDraft: z.boolean(),
      }),
    )
    .default([]),
  /** What could not be done, and why: a code that a listing's page words, too. */
  left: z.array(z.object({ title: z.string(), titleEn: z.string(), code: z.string() })).default([]),
})
export type LeftOut = BulkEntries['left'][number]
export type BulkEntries = z.infer<typeof bulkEntries>

export function countEntries({ prices, listings, moved }: BulkEntries): number {
  return prices.length + listings.length + moved.length
}
