import { z } from 'zod'
import { certificates } from '../certificates.ts'
import { labelFields, paperKinds } from '../label.ts'
import { longestPage, sorts } from '../list-query.ts'
import { returnRules } from '../return-rules.ts'
import { storages } from '../storage.ts'

// The one source of the public API: answers are typed by these, and the OpenAPI document is made of them.

const fen = z.int().nonnegative().describe('Integer fen (0.01 CNY)')
const day = z.iso.date().describe('Day in Asia/Shanghai')

export const problem = z.object({
  type: z.string().describe('Stable name of the problem'),
  title: z.string().describe('In Chinese'),
  titleEn: z.string(),
  status: z.int(),
  parameter: z.string().optional().describe('The query parameter that was not understood'),
})
export type Problem = z.infer<typeof problem>

const pair = z.object({ code: z.string(), name: z.string(), nameEn: z.string() })

const division = z.object({
  code: z
    .string()
    .regex(/^\d{6}$/)
    .describe('GB/T 2260'),
  slug: z.string(),
  name: z.string(),
  nameEn: z.string(),
  shortName: z.string(),
  pinyin: z.string(),
  kind: z.enum(['district', 'banner', 'county']),
  seatTown: z.string().nullable(),
  areaKm2: z.int(),
  tagline: z.string(),
  taglineEn: z.string(),
  pair: pair.nullable().describe('The Beijing district it is paired with; four divisions have none'),
  products: z.int().nonnegative(),
  url: z.url(),
})
export const divisionList = z.object({ items: z.array(division) })

const subcategory = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  products: z.int().nonnegative(),
})
const category = subcategory.extend({ children: z.array(subcategory), url: z.url() })
export const categoryList = z.object({ items: z.array(category) })

const productSummary = z.object({
  slug: z.string(),
  title: z.string(),
  titleEn: z.string(),
  division: z.string().describe('Slug of its division'),
  category: z.string(),
  subcategory: z.string(),
  currency: z.literal('CNY'),
  priceFen: fen.describe('Lowest price of its variants, in fen'),
  unitPriceFen: fen
    .nullable()
    .describe(
      'Price of 500 g of the variant that has the lowest price, in fen; null when not sold by weight',
    ),
  isInStock: z.boolean(),
  storage: z.enum(storages),
  certificates: z.array(z.enum(certificates)),
  salesCount: z.int().nonnegative(),
  rating: z.number().min(1).max(5).nullable(),
  ratingCount: z.int().nonnegative(),
  picture: z.url().nullable(),
  url: z.url(),
})
export type ProductSummary = z.infer<typeof productSummary>

export const productList = z.object({
  items: z.array(productSummary),
  next: z.string().nullable().describe('Value of `after` for the next page; null at the end'),
  total: z.int().nonnegative(),
  isTotalExact: z.boolean().describe('False when the total is an estimate'),
})

const variant = z.object({
  sku: z.string(),
  label: z.string(),
  labelEn: z.string(),
  priceFen: fen,
  wasPriceFen: fen.nullable(),
  netGrams: z.int().positive().nullable(),
  minQuantity: z.int().positive(),
  maxPerPerson: z.int().positive().nullable(),
  stock: z.enum(['in', 'low', 'out']),
})

const batch = z.object({
  code: z.string(),
  producedOn: day,
  expiresOn: day.nullable(),
  papers: z.array(
    z.object({
      kind: z.enum(paperKinds),
      number: z.string(),
      issuer: z.string(),
      issuedOn: day,
      expiresOn: day.nullable(),
    }),
  ),
})

export const productDetail = productSummary.extend({
  subtitle: z.string(),
  subtitleEn: z.string(),
  description: z.string(),
  descriptionEn: z.string(),
  enterprise: z.object({ slug: z.string(), name: z.string(), nameEn: z.string() }),
  shelfLifeDays: z.int().positive().nullable(),
  seasonMonths: z.array(z.int().min(1).max(12)),
  returnRule: z.enum(returnRules),
  isAlcohol: z.boolean(),
  label: labelFields.describe('As on the package (GB 7718), in Chinese'),
  giName: z.string().nullable().describe('Geographical indication that the goods fall under'),
  isGiAuthorised: z.boolean().describe('Whether the seller may use the mark'),
  variants: z.array(variant),
  pictures: z.array(z.object({ url: z.url(), alt: z.string(), altEn: z.string() })),
  batches: z.array(batch),
  isDemonstration: z.boolean(),
})

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120)
const wholeYuan = z.string().regex(/^\d{1,6}(?:\.\d{1,2})?$/)

/** Query of the list. Unlike the shop's pages, the API says when it does not understand. */
export const listParameters = z.object({
  division: slug.optional().describe('Slug of a division'),
  category: slug.optional().describe('Code of a category of the first level'),
  subcategory: slug.optional().describe('Code of a category of the second level'),
  enterprise: slug.optional().describe('Slug of an enterprise'),
  certificate: z.enum(certificates).optional(),
  storage: z.enum(storages).optional(),
  min: wholeYuan.optional().describe('Lowest price in yuan'),
  max: wholeYuan.optional().describe('Highest price in yuan'),
  stock: z.literal('1').optional().describe('Only goods in stock'),
  season: z
    .string()
    .regex(/^(?:[1-9]|1[0-2])$/)
    .optional()
    .describe('Month 1-12'),
  q: z.string().max(200).optional().describe('Search: Chinese, pinyin, first letters or English'),
  sort: z.enum(sorts).optional(),
  after: z
    .string()
    .regex(/^[\w-]{1,300}$/)
    .optional()
    .describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(longestPage).optional().describe('Goods a page; 24 unless told'),
})
