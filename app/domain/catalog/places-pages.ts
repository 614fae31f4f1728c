import type { ExhibitionSummary } from '#app/domain/exhibitions/exhibition.ts'
import type { FairFigures } from '#app/domain/exhibitions/figures.ts'
import type { CategorySummary, Count, DivisionSummary } from './places.ts'
import type { ProductCard } from './product-card.ts'

export type HomePage = {
  divisions: Array<DivisionSummary>
  categories: Array<CategorySummary>
  season: { month: number; products: Array<ProductCard> }
  /** Best by score, for the first screens of the shop. */
  popular: Array<ProductCard>
  /** The fair that is on now, with its figures; null when there is none. */
  fair: { exhibition: ExhibitionSummary; figures: FairFigures | null } | null
}

export type EnterpriseCard = {
  slug: string
  name: string
  kind: 'company' | 'cooperative' | 'family-farm' | 'workshop'
  town: string | null
  divisionCode: string
  products: number
  isDemonstration: boolean
}

export type DivisionPage = DivisionSummary & {
  pinyin: string
  seatTown: string | null
  areaKm2: number
  story: string
  /** Its specialities, most goods first, each with the search that finds them. */
  specialities: Array<{ name: string; search: string }>
  enterprises: Array<EnterpriseCard>
  enterpriseCount: Count
}

export type CategoryPage = CategorySummary & { children: Array<CategorySummary> }

export type EnterprisePage = EnterpriseCard & {
  divisionSlug: string
  divisionName: string
  story: string
  creditCode: string
  foodLicence: string | null
  phone: string
  freeShippingFen: number | null
  ambientFeeFen: number
  chilledFeeFen: number
  frozenFeeFen: number
  openedOn: string
}
