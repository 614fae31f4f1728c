import type { RatingSummary, ReviewView } from '#app/domain/reviews/review.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Page } from '#app/kernel/paging.ts'
import type { Certificate } from './certificates.ts'
import type { BatchPaper, LabelLine } from './label.ts'
import type { ProductCard, Storage } from './product-card.ts'
import type { ReturnRule } from './return-rules.ts'
import type { StockState } from './stock-state.ts'

export type VariantView = {
  sku: string
  label: string
  priceFen: Fen
  /** A dearer price that its history holds, or null. */
  wasPriceFen: Fen | null
  unitPriceFen: Fen | null
  netGrams: number | null
  minQuantity: number
  maxPerPerson: number | null
  stock: StockState
}

export type PictureView = { key: string; alt: string; kind: string; ground: string }

export type BatchView = {
  code: string
  producedOn: string
  expiresOn: string | null
  papers: Array<BatchPaper>
}

export type SellerView = {
  slug: string
  name: string
  kind: 'company' | 'cooperative' | 'family-farm' | 'workshop'
  freeShippingFen: Fen | null
  /** Fee of a parcel of this product's storage. */
  shippingFen: Fen
  isDemonstration: boolean
}

/** Everything on a product's page, in one language. */
export type ProductPage = {
  slug: string
  title: string
  subtitle: string
  description: string
  division: { code: string; slug: string; name: string; pairName: string | null }
  category: { code: string; name: string }
  subcategory: { code: string; name: string }
  town: string | null
  seller: SellerView
  variants: Array<VariantView>
  pictures: Array<PictureView>
  minPriceFen: Fen
  unitPriceFen: Fen | null
  isInStock: boolean
  storage: Storage
  shelfLifeDays: number | null
  seasonMonths: Array<number>
  isInSeason: boolean
  dispatchHours: number
  returnRule: ReturnRule
  isAlcohol: boolean
  label: Array<LabelLine>
  /** The name the goods fall under; `authorisation` null = the mark is not shown. */
  gi: { name: string; authorisation: string | null } | null
  certificates: Array<Certificate>
  batches: Array<BatchView>
  salesCount: number
  rating: RatingSummary
  reviews: Page<ReviewView>
  related: Array<ProductCard>
  isDemonstration: boolean
}
