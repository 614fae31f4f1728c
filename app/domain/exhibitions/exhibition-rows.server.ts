import { shanghaiDay } from '#app/kernel/clock.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { type ExhibitionState, type ExhibitionSummary, readExhibitionKind } from './exhibition.ts'
import { readFigures } from './figures.ts'

export type ExhibitionRow = {
  id: number
  slug: string
  name: string
  nameEn: string
  kind: string
  city: string
  cityEn: string
  venue: string | null
  venueEn: string | null
  startsAt: Date
  endsAt: Date
  isMonthOnly: boolean
  summary: string
  summaryEn: string
  printedFigures: unknown
  hasPublicFigure: boolean
  isDemonstration: boolean
}

export const exhibitionColumns = `id, slug, name, name_en AS "nameEn", kind, city, city_en AS "cityEn", venue, venue_en AS "venueEn",
  starts_at AS "startsAt", ends_at AS "endsAt", is_month_only AS "isMonthOnly", summary, summary_en AS "summaryEn",
  printed_figures AS "printedFigures", has_public_figure AS "hasPublicFigure", is_demonstration AS "isDemonstration"`

export function exhibitionSummary(row: ExhibitionRow, locale: Locale, now: Date): ExhibitionSummary {
  // The end is the first instant after the fair.
  const lastDay = shanghaiDay(new Date(row.endsAt.getTime() - 1))
  const days = { startsOn: shanghaiDay(row.startsAt), endsOn: lastDay }
  return {
    slug: row.slug,
    name: inLocale(locale, row.name, row.nameEn),
    kind: readExhibitionKind(row.kind),
    city: inLocale(locale, row.city, row.cityEn),
    venue: row.venue === null ? null : inLocale(locale, row.venue, row.venueEn),
    ...(row.isMonthOnly ? { startsOn: days.startsOn.slice(0, 7), endsOn: days.endsOn.slice(0, 7) } : days),
    state: stateOf(row, now),
    figures: readFigures(row.printedFigures, locale),
    isDemonstration: row.isDemonstration,
  }
}

export function stateOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): ExhibitionState {
  if (now < startsAt) return 'coming'
  return now < endsAt ? 'running' : 'past'
}
