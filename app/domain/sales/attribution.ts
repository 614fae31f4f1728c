import { z } from 'zod'
import { after, hour } from '#app/kernel/clock.ts'

const id = z.number().int().optional()
const instant = z.iso.datetime().optional()

/**
 * How a shopper came into the shop: of the last visit to a fair, and of the last livestream. A cart keeps what the goods in
 * it were added with, for another device or a browser without scripts; the checkout reads it again, since most who follow a
 * link have their goods in the cart already. The later of the two counts.
 */
const attributionSchema = z.object({
  exhibitionId: id,
  via: z.enum(['page', 'qr-code', 'livestream']).optional(),
  at: instant,
  livestreamId: id,
  liveAt: instant,
})
export type Attribution = z.infer<typeof attributionSchema>

export type ExhibitionWindow = { id: number; startsAt: Date; endsAt: Date; isMonthOnly: boolean }
export type LivestreamWindow = {
  id: number
  startsAt: Date
  endsAt: Date
  isCancelled: boolean
  exhibitionId: number | null
}
/** The fairs and the livestream that an attribution names. */
export type Windows = { exhibitions: ReadonlyArray<ExhibitionWindow>; livestream: LivestreamWindow | null }
export type Origin = { exhibitionId: number | null; livestreamId: number | null }

/** What is ordered so soon after a livestream's end is still its doing: the link stays on the screen, people think it over. */
export const livestreamGrace = 2 * hour

/** Of the cart's visits and the checkout's, the later of each kind. */
export function latestOf(kept: Attribution | null, sent: Attribution | null | undefined): Attribution | null {
  if (!kept || !sent) return kept ?? sent ?? null
  const fair = (sent.at ?? '') >= (kept.at ?? '') ? sent : kept
  const live = (sent.liveAt ?? '') >= (kept.liveAt ?? '') ? sent : kept
  return {
    exhibitionId: fair.exhibitionId,
    via: fair.via,
    at: fair.at,
    livestreamId: live.livestreamId,
    liveAt: live.liveAt,
  }
}

/**
 * The one rule of orders placed here; those of platforms follow it in platform-attribution.ts:
 * 1. An order belongs to the livestream whose link was followed last, when both the visit and the order fall into its
 *    hours and the grace after them; and to that livestream's fair, when it was placed on one of the fair's days.
 * 2. Else it belongs to the fair that the shopper came from last (page, QR code, livestreams), when both the visit and
 *    the order fall into its days. A fair of which only the month is known has none.
 */
export function originOf(attribution: Attribution | null, windows: Windows, placedAt: Date): Origin {
  if (!attribution) return { exhibitionId: null, livestreamId: null }
  const fair = (wanted: number | null | undefined) => windows.exhibitions.find(({ id }) => id === wanted)
  const visited = fair(attribution.exhibitionId)
  const isFairs = isOnDays(visited, placedAt) && isOnDays(visited, seen(attribution.at))
  const ofFair = isFairs ? (visited?.id ?? null) : null

  const { livestream } = windows
  const isLive =
    livestream?.id === attribution.livestreamId &&
    isDuring(livestream, placedAt) &&
    isDuring(livestream, seen(attribution.liveAt))
  if (!livestream || !isLive) return { exhibitionId: ofFair, livestreamId: null }
  const own = fair(livestream.exhibitionId)
  const exhibitionId = own ? (isOnDays(own, placedAt) ? own.id : null) : ofFair
  return { exhibitionId, livestreamId: livestream.id }
}

export function isOnDays(exhibition: ExhibitionWindow | undefined, at: Date | null): boolean {
  if (!exhibition || exhibition.isMonthOnly || !at) return false
  return exhibition.startsAt <= at && at < exhibition.endsAt
}

export function isDuring(livestream: LivestreamWindow | null, at: Date | null): boolean {
  if (!livestream || livestream.isCancelled || !at) return false
  return livestream.startsAt <= at && at < after(livestream.endsAt, livestreamGrace)
}

function seen(at: string | undefined): Date | null {
  return at === undefined ? null : new Date(at)
}

/** What a JSON column holds, if it is one of ours. */
export function readAttribution(value: unknown): Attribution | null {
  const parsed = attributionSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
