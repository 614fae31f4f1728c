import type { z } from 'zod'
import { meanRating } from '#app/domain/reviews/review.ts'
import { findGoods } from '#app/domain/search/find-goods.server.ts'
import type { Page } from '#app/kernel/paging.ts'
import { failure, type Result, success } from '#app/kernel/result.ts'
import type { CardRow } from '../card-rows.server.ts'
import { readCertificates } from '../certificates.ts'
import { labelFields, readBatchPapers } from '../label.ts'
import { listRows } from '../list-products.server.ts'
import { pageSize, parseListQuery } from '../list-query.ts'
import { getPlaces, getProductCounts, type Places } from '../places.server.ts'
import type { Count } from '../places.ts'
import { noGoods } from '../places.ts'
import { findProductRow, type ProductRow } from '../product-rows.server.ts'
import type { Reading } from '../reading.server.ts'
import { resolveFilters } from '../resolve-filters.server.ts'
import { readReturnRule } from '../return-rules.ts'
import { stockState } from '../stock-state.ts'
import { readStorage } from '../storage.ts'
import {
  type categoryList,
  type divisionList,
  listParameters,
  type ProductSummary,
  type productDetail,
  type productList,
} from './schemas.ts'

type Site = { origin: string }

export async function answerDivisions(
  reading: Reading,
  { origin }: Site,
): Promise<z.infer<typeof divisionList>> {
  const [places, counts] = await Promise.all([getPlaces(reading), getProductCounts(reading)])
  const items = places.divisions.map(({ story: _, storyEn: __, ...division }) => ({
    ...division,
    products: (counts.division.get(division.code) ?? noGoods).value,
    url: `${origin}/divisions/${division.slug}`,
  }))
  return { items }
}

export async function answerCategories(
  reading: Reading,
  { origin }: Site,
): Promise<z.infer<typeof categoryList>> {
  const [places, counts] = await Promise.all([getPlaces(reading), getProductCounts(reading)])
  const listed = (parent: string | null) =>
    places.categories
      .filter((row) => row.parentCode === parent)
      .map(({ code, name, nameEn }) => ({
        code,
        name,
        nameEn,
        products: (counts.category.get(code) ?? noGoods).value,
      }))
  const items = listed(null).map((row) => ({
    ...row,
    children: listed(row.code),
    url: `${origin}/categories/${row.code}`,
  }))
  return { items }
}

/** Fails with the name of the parameter that is not understood, or names nothing known. */
export async function answerProducts(
  reading: Reading,
  site: Site,
  search: URLSearchParams,
): Promise<Result<z.infer<typeof productList>, { ok: false; code: 'invalid-parameter'; detail: string }>> {
  const parsed = listParameters.safeParse(Object.fromEntries(search))
  if (!parsed.success) return failure('invalid-parameter', String(parsed.error.issues[0]?.path[0] ?? ''))
  const asked = parseListQuery(search)
  const { query, filters, places } = await resolveFilters(reading, asked, 'zh')
  const unknown = (['division', 'category', 'subcategory', 'enterprise'] as const).find(
    (name) => asked[name] !== undefined && query[name] === undefined,
  )
  if (unknown) return failure('invalid-parameter', unknown)
  const limit = parsed.data.limit ?? pageSize
  const text = parsed.data.q?.trim()
  const { rows, total } = text
    ? await searched(findGoods(reading, text, query, filters, limit))
    : await listRows(reading, query, filters, limit)
  return success({
    items: rows.items.map((row) => summaryOf(row, places, site)),
    next: rows.next,
    total: total.value,
    isTotalExact: total.isExact,
  })
}

async function searched(
  search: ReturnType<typeof findGoods>,
): Promise<{ rows: Page<CardRow>; total: Count }> {
  const { rows, next, total } = await search
  return { rows: { items: rows, next }, total }
}

/** Null when no such product is published. */
export async function answerProduct(
  reading: Reading,
  site: Site,
  slug: string,
): Promise<z.infer<typeof productDetail> | null> {
  const [row, places] = await Promise.all([findProductRow(reading.pool, slug), getPlaces(reading)])
  if (!row) return null
  return { ...summaryOf(summaryRow(row), places, site), ...detailOf(row, site) }
}

type SummaryRow = Pick<
  CardRow,
  | 'slug'
  | 'title'
  | 'titleEn'
  | 'divisionCode'
  | 'categoryCode'
  | 'subcategoryCode'
  | 'minPriceFen'
  | 'minUnitPriceFen'
  | 'isInStock'
  | 'storage'
  | 'certificates'
  | 'salesCount'
  | 'ratingSum'
  | 'ratingCount'
  | 'pictureKey'
>

function summaryRow(row: ProductRow): SummaryRow {
  return { ...row, pictureKey: row.pictures[0]?.key ?? null }
}

function summaryOf(row: SummaryRow, places: Places, { origin }: Site): ProductSummary {
  return {
    slug: row.slug,
    title: row.title,
    titleEn: row.titleEn,
    division: places.divisionByCode.get(row.divisionCode)?.slug ?? '',
    category: row.categoryCode,
    subcategory: row.subcategoryCode,
    currency: 'CNY',
    priceFen: row.minPriceFen,
    unitPriceFen: row.minUnitPriceFen,
    isInStock: row.isInStock,
    storage: readStorage(row.storage),
    certificates: readCertificates(row.certificates),
    salesCount: row.salesCount,
    rating: meanRating(row.ratingSum, row.ratingCount),
    ratingCount: row.ratingCount,
    picture: row.pictureKey && `${origin}/pictures/${row.pictureKey}-800.webp`,
    url: `${origin}/products/${row.slug}`,
  }
}

function detailOf(row: ProductRow, { origin }: Site) {
  return {
    subtitle: row.subtitle,
    subtitleEn: row.subtitleEn,
    description: row.description,
    descriptionEn: row.descriptionEn,
    enterprise: { slug: row.seller.slug, name: row.seller.name, nameEn: row.seller.nameEn },
    shelfLifeDays: row.shelfLifeDays,
    seasonMonths: row.seasonMonths,
    returnRule: readReturnRule(row.returnRule),
    isAlcohol: row.isAlcohol,
    label: labelFields.safeParse(row.label).data ?? {},
    giName: row.giName,
    isGiAuthorised: row.giName !== null && row.giAuthorisation !== null,
    variants: row.variants.map(({ free, ...variant }) => ({
      ...variant,
      stock: stockState(free, variant.minQuantity).kind,
    })),
    pictures: row.pictures.map(({ key, alt, altEn }) => ({
      url: `${origin}/pictures/${key}-1200.webp`,
      alt,
      altEn,
    })),
    batches: row.batches.map((batch) => ({ ...batch, papers: readBatchPapers(batch.papers) })),
    isDemonstration: row.isDemonstration,
  }
}
