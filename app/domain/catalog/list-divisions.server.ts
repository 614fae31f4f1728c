import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { getPlaces, getProductCounts, type ProductCounts } from './places.server.ts'
import { type DivisionRow, type DivisionSummary, divisionName, noGoods } from './places.ts'
import type { Reading } from './reading.server.ts'

/** The twelve, in the order of their codes, with what each offers. */
export async function listDivisions(
  reading: Pick<Reading, 'memo' | 'pool'>,
  locale: Locale,
): Promise<Array<DivisionSummary>> {
  const [places, counts] = await Promise.all([getPlaces(reading), getProductCounts(reading)])
  return places.divisions.map((row) => divisionSummary(row, counts, locale))
}

export function divisionSummary(row: DivisionRow, counts: ProductCounts, locale: Locale): DivisionSummary {
  return {
    code: row.code,
    slug: row.slug,
    name: divisionName(row, locale),
    shortName: inLocale(locale, row.shortName, row.nameEn),
    kind: row.kind,
    tagline: inLocale(locale, row.tagline, row.taglineEn),
    pairName: row.pair && divisionName(row.pair, locale),
    products: counts.division.get(row.code) ?? noGoods,
  }
}
