import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { type QrPath, qrPath } from './qr-path.server.ts'

export type SignQuery = { fair: string; products: ReadonlyArray<string> }

/** What stands on one booth sign; its code opens the product and counts the visit to the fair. */
export type BoothSign = {
  slug: string
  title: string
  subtitle: string
  pictureKey: string | null
  variants: Array<{ label: string; priceFen: Fen }>
  division: string
  code: QrPath
}

export type SignDesk = {
  /** The fairs that are on or come, the next first. */
  fairs: Array<{ slug: string; name: string }>
  goods: Array<{ slug: string; title: string }>
  signs: Array<BoothSign>
}

/** As many as one prints at once, and as one chooses from without a search. */
const mostSigns = 24
const mostGoods = 200

export async function openSignDesk(
  services: Pick<Services, 'pool' | 'clock'> & { env: Pick<Services['env'], 'PUBLIC_URL'> },
  scope: EnterpriseScope,
  locale: Locale,
  query: SignQuery,
): Promise<SignDesk> {
  const sql = sqlOn(services.pool)
  const [fairs, goods, rows] = await Promise.all([
    listFairs(sql, services.clock.now()),
    listGoods(sql, scope),
    readSigns(sql, scope, query.products.slice(0, mostSigns)),
  ])
  const fair = fairs.find(({ slug }) => slug === query.fair) ?? fairs[0]
  return {
    fairs: fairs.map(({ slug, name, nameEn }) => ({ slug, name: inLocale(locale, name, nameEn) })),
    goods: goods.map(({ slug, title, titleEn }) => ({ slug, title: inLocale(locale, title, titleEn) })),
    signs: rows.map((row) => signOf(row, locale, addressOf(services.env.PUBLIC_URL, row.slug, fair?.slug))),
  }
}

/** The link that a fair's QR codes lead to: see app/domain/sales/fair-visit.ts */
export function addressOf(origin: string, slug: string, fair: string | undefined): string {
  const address = new URL(`/products/${slug}`, origin)
  if (fair) address.search = new URLSearchParams({ fair, via: 'qr-code' }).toString()
  return address.href
}

type Named = { slug: string; name: string; nameEn: string }
type Titled = { slug: string; title: string; titleEn: string }

async function listFairs(sql: Sql, now: Date): Promise<Array<Named>> {
  return await sql.$queryRaw<Array<Named>>`
    SELECT slug, name, name_en AS "nameEn" FROM exhibition
    WHERE is_published AND ends_at > ${now} AND NOT is_month_only ORDER BY starts_at, id LIMIT 5`
}

async function listGoods(sql: Sql, { enterpriseId }: EnterpriseScope): Promise<Array<Titled>> {
  return await sql.$queryRaw<Array<Titled>>`
    SELECT slug, title, title_en AS "titleEn" FROM product
    WHERE enterprise_id = ${enterpriseId} AND status = 'published' ORDER BY score DESC, id DESC LIMIT ${mostGoods}`
}

type SignRow = Titled & {
  subtitle: string
  subtitleEn: string
  pictureKey: string | null
  division: string
  divisionEn: string
  variants: Array<{ label: string; labelEn: string; priceFen: Fen }>
}

async function readSigns(
  sql: Sql,
  { enterpriseId }: EnterpriseScope,
  slugs: ReadonlyArray<string>,
): Promise<Array<SignRow>> {
  return await sql.$queryRaw<Array<SignRow>>`
    SELECT p.slug, p.title, p.title_en AS "titleEn", p.subtitle, p.subtitle_en AS "subtitleEn", p.picture_key AS "pictureKey",
      d.name AS division, d.name_en AS "divisionEn",
      (SELECT coalesce(json_agg(json_build_object('label', label, 'labelEn', label_en, 'priceFen', price_fen)
         ORDER BY position, id), '[]') FROM variant WHERE product_id = p.id AND is_active) AS variants
    FROM product p JOIN division d ON d.code = p.division_code
    WHERE p.enterprise_id = ${enterpriseId} AND p.status = 'published' AND p.slug = ANY(${slugs}::text[])
    ORDER BY p.score DESC, p.id DESC`
}

function signOf(row: SignRow, locale: Locale, address: string): BoothSign {
  const { slug, pictureKey } = row
  return {
    slug,
    pictureKey,
    title: inLocale(locale, row.title, row.titleEn),
    subtitle: inLocale(locale, row.subtitle, row.subtitleEn),
    division: inLocale(locale, row.division, row.divisionEn),
    variants: row.variants.map(({ label, labelEn, priceFen }) => ({
      label: inLocale(locale, label, labelEn),
      priceFen,
    })),
    code: qrPath(address),
  }
}
