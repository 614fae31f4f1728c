import type { ListPage } from '#app/domain/catalog/list-page.ts'

/** A list, ordered by fitness unless the shopper chose another sort. */
export type SearchResult = ListPage & {
  /** As understood: trimmed, one width, at most 60 characters. Empty = nothing was asked. */
  text: string
  /** The term whose goods are shown because the typed one had none; null otherwise. */
  corrected: string | null
  /** Terms to offer when little or nothing was found. */
  didYouMean: Array<string>
}

export type SuggestionKind = 'speciality' | 'division' | 'category' | 'enterprise'

export type SuggestionView = {
  text: string
  kind: SuggestionKind
  /** Chinese path; the page puts its language before it. */
  to: string
}
