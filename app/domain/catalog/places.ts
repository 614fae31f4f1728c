import type { Locale } from '#app/kernel/locale.ts'
import { inLocale } from '#app/kernel/locale.ts'

/** A number of goods: exact up to a bound, and said to be about so many past it. */
export type Count = { value: number; isExact: boolean }

/** Reference data in both languages, loaded once a process. */
export type DivisionRow = {
  code: string
  slug: string
  name: string
  nameEn: string
  shortName: string
  pinyin: string
  kind: 'district' | 'banner' | 'county'
  seatTown: string | null
  areaKm2: number
  tagline: string
  taglineEn: string
  story: string
  storyEn: string
  pair: { code: string; name: string; nameEn: string } | null
}

export type CategoryRow = {
  code: string
  parentCode: string | null
  name: string
  nameEn: string
  icon: string | null
}

/** A division as lists and the map show it. */
export type DivisionSummary = {
  code: string
  slug: string
  name: string
  shortName: string
  kind: DivisionRow['kind']
  tagline: string
  /** The Beijing district it is paired with; null is normal for four of the twelve. */
  pairName: string | null
  products: Count
}

export type CategorySummary = {
  code: string
  name: string
  icon: string | null
  products: Count
}

export function divisionName(division: Pick<DivisionRow, 'name' | 'nameEn'>, locale: Locale): string {
  return inLocale(locale, division.name, division.nameEn)
}

export function categoryName(category: Pick<CategoryRow, 'name' | 'nameEn'>, locale: Locale): string {
  return inLocale(locale, category.name, category.nameEn)
}

export const noGoods: Count = { value: 0, isExact: true }
