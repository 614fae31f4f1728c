import { describeProduct } from '#app/domain/catalog/find-product.server.ts'
import { getPlaces } from '#app/domain/catalog/places.server.ts'
import { productFigures } from '#app/domain/catalog/product-figures.ts'
import type { ProductPage } from '#app/domain/catalog/product-page.ts'
import type { ProductRow, VariantRow } from '#app/domain/catalog/product-rows.server.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { shanghaiMonth } from '#app/kernel/clock.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { BatchDraft, ListingDraft } from './draft.ts'
import { contentOf, type ListingRecord, type ListingScope, readListing } from './listing-record.server.ts'

export type ListingPreview = {
  title: string
  /** Null while it has no category. */
  product: ProductPage | null
}

/** The page that shoppers would see if the listing were published now. */
export async function previewListing(
  reading: Reading,
  scope: ListingScope,
  id: string,
  locale: Locale,
): Promise<ListingPreview | null> {
  const listing = await readListing(sqlOn(reading.pool), scope, id)
  if (!listing) return null
  const draft = contentOf(listing)
  const places = await getPlaces(reading)
  const { categoryCode, subcategoryCode } = draft
  const title = inLocale(locale, draft.title, draft.titleEn)
  const isPlaced = places.categoryByCode.has(categoryCode) && places.categoryByCode.has(subcategoryCode)
  if (!isPlaced) return { title, product: null }
  const now = reading.clock.now()
  const row = rowOf(listing, draft, await readStored(reading, listing), now)
  const product = describeProduct(row, places, { locale, month: shanghaiMonth(now) })
  return { title, product: { ...product, ...nothingYet } }
}

const nothingYet: Pick<ProductPage, 'rating' | 'reviews' | 'related'> = {
  rating: { mean: null, count: 0, stars: [0, 0, 0, 0, 0] },
  reviews: { items: [], next: null },
  related: [],
}

/** The seller, and by article number what is left of variants that are on sale, and what they cost before. */
type Stored = {
  seller: ProductRow['seller']
  onSale: Record<string, Pick<VariantRow, 'free' | 'wasPriceFen'>>
}

async function readStored({ pool }: Pick<Reading, 'pool'>, listing: ListingRecord): Promise<Stored> {
  const [stored] = await sqlOn(pool).$queryRaw<Array<Stored>>`
    SELECT json_build_object('slug', e.slug, 'name', e.name, 'nameEn', e.name_en, 'kind', e.kind, 'town', e.town,
        'freeShippingFen', e.free_shipping_fen, 'ambientFeeFen', e.ambient_fee_fen, 'chilledFeeFen', e.chilled_fee_fen,
        'frozenFeeFen', e.frozen_fee_fen, 'isDemonstration', e.is_demonstration) AS seller,
      (SELECT coalesce(json_object_agg(v.article_number, json_build_object('free', s.free, 'wasPriceFen', v.was_price_fen)), '{}')
       FROM variant v JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
       WHERE v.product_id = ${listing.productId}::int) AS "onSale"
    FROM enterprise e WHERE e.id = ${listing.enterprise.id}`
  if (!stored) throw new Error('a listing has no enterprise')
  return stored
}

/** The draft in the shape in which a published product is read. */
function rowOf(listing: ListingRecord, draft: ListingDraft, stored: Stored, now: Date): ProductRow {
  const variants = draft.variants
    .filter(({ isActive }) => isActive)
    .map((variant, index) => ({
      ...variant,
      sku: variant.sku || `new-${index}`,
      priceFen: variant.priceFen ?? 0,
      ...(stored.onSale[variant.sku] ?? { free: variant.initialStock ?? 0, wasPriceFen: null }),
    }))
  return {
    ...draft,
    id: listing.productId ?? 0,
    slug: listing.productSlug ?? '',
    enterpriseId: listing.enterprise.id,
    divisionCode: listing.enterprise.divisionCode,
    specialityCode: null,
    seller: stored.seller,
    giName: draft.giName || null,
    giAuthorisation: draft.giAuthorisation || null,
    variants,
    ...productFigures(variants),
    batches: draft.batches.flatMap(batchRow),
    isDemonstration: false,
    publishedAt: now,
    updatedAt: now,
    salesCount: 0,
    ratingSum: 0,
    ratingCount: 0,
  }
}

function batchRow({ code, ownCode, producedOn, expiresOn, papers }: BatchDraft): ProductRow['batches'] {
  return producedOn ? [{ code: ownCode || code, producedOn, expiresOn, papers }] : []
}
