import type { Page } from '#app/kernel/paging.ts'
import type { Certificate } from './certificates.ts'
import type { ListFilters, ListQuery } from './list-query.ts'
import type { Count } from './places.ts'
import type { ProductCard, Storage } from './product-card.ts'

/**
 * A choice of a filter. `count` is what the list would hold with it, given the other filters, as it is shown: `12`,
 * or `1200+` where a sample was counted; null = not counted.
 */
export type FacetOption<Value extends string | number = string> = {
  value: Value
  name: string
  count: string | null
}

export type Facets = {
  division: Array<FacetOption>
  category: Array<FacetOption>
  /** Of the chosen category; empty when none is chosen. */
  subcategory: Array<FacetOption>
  /** Named by the pages' messages. */
  certificate: Array<Omit<FacetOption<Certificate>, 'name'>>
  storage: Array<Omit<FacetOption<Storage>, 'name'>>
  inStock: { count: string | null }
  /** The month that the filter offers: the chosen one, or the present. */
  season: { month: number; count: string | null }
}

/** Names of the chosen filters, for the chips that take them off and for headings. */
export type ChosenNames = { division?: string; category?: string; subcategory?: string; enterprise?: string }

export type ListPage = {
  /** What was understood: filters that name nothing known are gone. */
  query: ListQuery
  page: Page<ProductCard>
  total: Count
  facets: Facets
  chosen: ChosenNames
}

/** A list that belongs to a page (a division's, a category's): its filter is set and not offered. */
export type FixedFilters = Pick<ListFilters, 'division' | 'category' | 'enterprise'>
