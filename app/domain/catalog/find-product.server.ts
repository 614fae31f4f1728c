import { readEnterpriseKind } from '#app/domain/enterprises/enterprise.ts'
import { listReviewsOf, summariseRatings } from '#app/domain/reviews/list-reviews.server.ts'
import { shanghaiMonth } from '#app/kernel/clock.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { fen, perJin } from '#app/kernel/money.ts'
import { readCertificates } from './certificates.ts'
import { labelLines, readBatchPapers } from './label.ts'
import { listRelated } from './list-related.server.ts'
import { getPlaces, type Places } from './places.server.ts'
import { categoryName, divisionName } from './places.ts'
import type { ProductPage, SellerView, VariantView } from './product-page.ts'
import { findProductRow, type ProductRow, type VariantRow } from './product-rows.server.ts'
import type { Reading } from './reading.server.ts'
import { readReturnRule } from './return-rules.ts'
import { stockState } from './stock-state.ts'
import { readStorage, type Storage } from './storage.ts'

/** Everything on a product's page, in four queries; null when it is not published or its enterprise is suspended. */
export async function findProduct(
  reading: Reading,
  slug: string,
  locale: Locale,
  reviewsAfter: string | null = null,
): Promise<ProductPage | null> {
  const [row, places] = await Promise.all([findProductRow(reading.pool, slug), getPlaces(reading)])
  if (!row) return null
  const [reviews, rating, related] = await Promise.all([
    listReviewsOf(reading.pool, locale, row.id, reviewsAfter),
    summariseRatings(reading.pool, row),
    listRelated(reading.pool, places, locale, row),
  ])
  return {
    ...describeProduct(row, places, { locale, month: shanghaiMonth(reading.clock.now()) }),
    rating,
    reviews,
    related,
  }
}

type Reader = { locale: Locale /** 1 to 12: what is in season. */; month: number }

/** What a product's own rows say of it. */
export function describeProduct(
  row: ProductRow,
  places: Places,
  { locale, month }: Reader,
): Omit<ProductPage, 'rating' | 'reviews' | 'related'> {
  return { ...described(row, locale, month), ...placed(row, places, locale) }
}

function described(row: ProductRow, locale: Locale, month: number) {
  const storage = readStorage(row.storage)
  return {
    slug: row.slug,
    title: inLocale(locale, row.title, row.titleEn),
    subtitle: inLocale(locale, row.subtitle, row.subtitleEn),
    description: inLocale(locale, row.description, row.descriptionEn),
    seller: sellerView(row, storage, locale),
    variants: row.variants.map((variant) => variantView(variant, locale)),
    pictures: row.pictures.map(({ altEn, ...picture }) => ({
      ...picture,
      // What nobody described is read out as the goods that it shows.
      alt: inLocale(locale, picture.alt, altEn) || inLocale(locale, row.title, row.titleEn),
    })),
    minPriceFen: fen(row.minPriceFen),
    unitPriceFen: row.minUnitPriceFen === null ? null : fen(row.minUnitPriceFen),
    isInStock: row.isInStock,
    storage,
    shelfLifeDays: row.shelfLifeDays,
    seasonMonths: row.seasonMonths,
    isInSeason: row.seasonMonths.includes(month),
    dispatchHours: row.dispatchHours,
    returnRule: readReturnRule(row.returnRule),
    isAlcohol: row.isAlcohol,
    label: labelLines(row.label),
    gi: row.giName === null ? null : { name: row.giName, authorisation: row.giAuthorisation },
    certificates: readCertificates(row.certificates),
    batches: row.batches.map((batch) => ({ ...batch, papers: readBatchPapers(batch.papers) })),
    salesCount: row.salesCount,
    isDemonstration: row.isDemonstration,
  }
}

function placed(
  row: ProductRow,
  places: Places,
  locale: Locale,
): Pick<ProductPage, 'division' | 'category' | 'subcategory' | 'town'> {
  const division = places.divisionByCode.get(row.divisionCode)
  const category = places.categoryByCode.get(row.categoryCode)
  const subcategory = places.categoryByCode.get(row.subcategoryCode)
  if (!division || !category || !subcategory)
    throw new Error(`product ${row.slug} names an unknown place or kind`)
  return {
    division: {
      code: division.code,
      slug: division.slug,
      name: divisionName(division, locale),
      pairName: division.pair && divisionName(division.pair, locale),
    },
    category: { code: category.code, name: categoryName(category, locale) },
    subcategory: { code: subcategory.code, name: categoryName(subcategory, locale) },
    town: row.seller.town,
  }
}

function variantView(row: VariantRow, locale: Locale): VariantView {
  const priceFen = fen(row.priceFen)
  return {
    sku: row.sku,
    label: inLocale(locale, row.label, row.labelEn),
    priceFen,
    wasPriceFen: row.wasPriceFen === null ? null : fen(row.wasPriceFen),
    unitPriceFen: row.netGrams === null ? null : perJin(priceFen, row.netGrams),
    netGrams: row.netGrams,
    minQuantity: row.minQuantity,
    maxPerPerson: row.maxPerPerson,
    stock: stockState(row.free, row.minQuantity),
  }
}

function sellerView({ seller }: ProductRow, storage: Storage, locale: Locale): SellerView {
  const fees = { ambient: seller.ambientFeeFen, chilled: seller.chilledFeeFen, frozen: seller.frozenFeeFen }
  return {
    slug: seller.slug,
    name: inLocale(locale, seller.name, seller.nameEn),
    kind: readEnterpriseKind(seller.kind),
    freeShippingFen: seller.freeShippingFen === null ? null : fen(seller.freeShippingFen),
    shippingFen: fen(fees[storage]),
    isDemonstration: seller.isDemonstration,
  }
}
