import type { ListingDraft } from './draft.ts'

/** Prices and stock of what is on sale are no part of a draft: they change at once, and a draft follows them. */
export function withCurrentPrices(draft: ListingDraft, published: ListingDraft | null): ListingDraft {
  if (!published) return draft
  const prices = new Map(published.variants.map(({ sku, priceFen }) => [sku, priceFen]))
  return {
    ...draft,
    variants: draft.variants.map((variant) => {
      const priceFen = prices.get(variant.sku)
      return priceFen === undefined ? variant : { ...variant, priceFen, initialStock: null }
    }),
  }
}
