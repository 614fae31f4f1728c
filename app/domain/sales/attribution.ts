import { z } from 'zod'
import { visitWays } from './fair-visit.ts'

/** How a shopper came into the shop's cart: kept with the cart, of the last such visit. */
const attributionSchema = z.object({
  exhibitionId: z.number().int(),
  via: z.enum(visitWays),
  at: z.iso.datetime(),
})
export type Attribution = z.infer<typeof attributionSchema>

export type ExhibitionWindow = { id: number; startsAt: Date; endsAt: Date; isMonthOnly: boolean }

/**
 * The one rule: an order belongs to an exhibition when the shopper came through its page, QR code or livestream
 * link, and both the visit and the order fall into its window. A fair of which only the month is known has none.
 */
export function exhibitionOf(
  attribution: Attribution | null,
  exhibition: ExhibitionWindow | null,
  placedAt: Date,
): number | null {
  if (!attribution || !exhibition || exhibition.id !== attribution.exhibitionId || exhibition.isMonthOnly)
    return null
  const isInside = (instant: Date) => exhibition.startsAt <= instant && instant < exhibition.endsAt
  return isInside(new Date(attribution.at)) && isInside(placedAt) ? exhibition.id : null
}

/** What a JSON column holds, if it is one of ours. */
export function readAttribution(value: unknown): Attribution | null {
  const parsed = attributionSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
