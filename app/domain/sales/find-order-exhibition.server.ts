import type { Sql } from '#app/platform/sql.server.ts'
import { type ExhibitionWindow, exhibitionOf, readAttribution } from './attribution.ts'

/** The exhibition that an order placed now from this cart belongs to; null for nearly all. */
export async function findOrderExhibition(
  tx: Sql,
  cartAttribution: unknown,
  now: Date,
): Promise<number | null> {
  const attribution = readAttribution(cartAttribution)
  if (!attribution) return null
  const [exhibition] = await tx.$queryRaw<Array<ExhibitionWindow>>`
    SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", is_month_only AS "isMonthOnly"
    FROM exhibition WHERE id = ${attribution.exhibitionId}`
  return exhibitionOf(attribution, exhibition ?? null, now)
}
