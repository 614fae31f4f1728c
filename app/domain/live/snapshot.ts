import { z } from 'zod'
import { channels } from '#app/domain/sales/sale-entry.ts'

// What live figures show: the one source of the stream, the wall, and the public JSON with its document.
// Strict, so that nothing gets into the public one that is not named here (T84).

/** `public` counts verified entries only; `internal` all, and says how much of it is verified. */
export type Audience = 'public' | 'internal'

const fen = z.int().describe('Integer fen (0.01 CNY); refunds and corrections are taken off')
const instant = z.iso.datetime()
const divisionCode = z.string().regex(/^\d{6}$/)

const named = { name: z.string(), nameEn: z.string() }
const three = {
  salesFen: fen.describe('On site, in livestreams and online'),
  signedFen: fen.describe('Signed contracts: beside sales, never inside them'),
  totalFen: fen,
}
const threeFigures = z.strictObject(three)

const lastSale = {
  at: instant,
  channel: z.enum(channels),
  divisionCode,
  /** Null for what was sold without a product of the catalogue: contracts. */
  product: z.strictObject(named).nullable(),
  amountFen: fen,
}

const shared = {
  id: z.string().describe('Another with every entry that counts, and with whatever else is told'),
  asOf: instant.describe('Instant at which it was read; it holds until the id changes'),
  exhibition: z.strictObject({ slug: z.string(), ...named, isDemonstration: z.boolean() }),
  figures: threeFigures,
  channels: z.array(z.strictObject({ channel: z.enum(channels), amountFen: fen })),
  divisions: z
    .array(z.strictObject({ code: divisionCode, ...named, amountFen: fen }))
    .describe('All twelve, the largest first'),
  enterprises: z
    .array(z.strictObject({ slug: z.string(), ...named, divisionCode, amountFen: fen }))
    .describe('The ten largest'),
  products: z
    .array(z.strictObject({ slug: z.string(), ...named, divisionCode, amountFen: fen }))
    .describe('The ten largest'),
  categories: z.array(z.strictObject({ code: z.string(), ...named, amountFen: fen })),
  districts: z
    .array(z.strictObject({ code: z.string(), ...named, amountFen: fen }))
    .describe('Of buyers in Beijing, where they were recorded'),
  flows: z
    .array(
      z.strictObject({
        district: z.strictObject(named),
        divisionCode,
        isPaired: z.boolean(),
        amountFen: fen,
      }),
    )
    .describe('From a district of Beijing to a division, the twelve largest'),
  hours: z.strictObject({
    day: z.iso.date().describe('Today in Asia/Shanghai, within the days of the fair'),
    amountFen: z.array(fen).length(24),
  }),
}

export const publicSnapshot = z.strictObject({
  ...shared,
  counts: z.literal('verified'),
  lastSales: z.array(z.strictObject(lastSale)),
})
type PublicSnapshot = z.infer<typeof publicSnapshot>

export const internalSnapshot = z.strictObject({
  ...shared,
  counts: z.literal('claimed-and-verified'),
  isRehearsal: z.boolean(),
  /** Every entry of the rehearsal has been shown. */
  isOver: z.boolean(),
  /** The verified part of `figures`. */
  verified: threeFigures,
  lastSales: z.array(
    z.strictObject({
      ...lastSale,
      enterprise: z.strictObject(named),
      district: z.strictObject(named).nullable(),
      isVerified: z.boolean(),
    }),
  ),
})
export type InternalSnapshot = z.infer<typeof internalSnapshot>

export type LiveSnapshot = PublicSnapshot | InternalSnapshot
export type SnapshotOf<For extends Audience> = For extends 'public' ? PublicSnapshot : InternalSnapshot
