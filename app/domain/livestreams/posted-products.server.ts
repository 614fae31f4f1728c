import { isIntegerId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { encodeCursor, isText, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { ProductKey, WaitingProduct } from './matching-queue.server.ts'

type Reading = Pick<Services, 'pool'>

/** A product of a platform, what it stands in the ledger as, and with how much. */
export type PostedProduct = WaitingProduct & {
  sku: string
  articleNumber: string
  postedAs: string
  enterprise: string
}
type Row = PostedProduct & { variantId: number }
type Place = readonly [externalId: string, spec: string, variantId: number]

const pageSize = 20

export async function listPostedProducts(
  reading: Reading,
  locale: Locale,
  after: string | null,
): Promise<Page<PostedProduct>> {
  const rows = await readFrom(reading, locale, readCursor(after, isText, isText, isIntegerId) ?? ['', '', 0])
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return {
    items,
    next: rows.length > pageSize && last ? encodeCursor([last.externalId, last.spec, last.variantId]) : null,
  }
}

/** Null when nothing stands as that any more. */
export async function findPostedProduct(
  reading: Reading,
  locale: Locale,
  { externalId, spec }: ProductKey,
  sku: string,
): Promise<PostedProduct | null> {
  const rows = await readFrom(reading, locale, [externalId, spec, 0])
  return rows.find((row) => row.externalId === externalId && row.spec === spec && row.sku === sku) ?? null
}

async function readFrom({ pool }: Reading, locale: Locale, [id, spec, variant]: Place): Promise<Array<Row>> {
  const isChinese = locale === 'zh'
  return await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT o.*, v.sku, v.article_number AS "articleNumber",
      CASE WHEN ${isChinese} OR p.title_en = '' THEN p.title ELSE p.title_en END || ' · ' ||
        CASE WHEN ${isChinese} OR v.label_en = '' THEN v.label ELSE v.label_en END AS "postedAs",
      CASE WHEN ${isChinese} OR e.name_en = '' THEN e.name ELSE e.name_en END AS enterprise
    FROM (
      SELECT external_id AS "externalId", spec, variant_id AS "variantId", max(title) AS title, max(merchant_code) AS "merchantCode",
        count(*)::int AS orders, sum(quantity)::int AS quantity, sum(posted_fen)::float8 AS "netFen"
      FROM platform_order
      WHERE status = 'posted' AND platform = 'douyin' AND (external_id, spec, variant_id) > (${id}, ${spec}, ${variant}::int)
      GROUP BY external_id, spec, variant_id ORDER BY external_id, spec, variant_id LIMIT ${pageSize + 1}
    ) o JOIN variant v ON v.id = o."variantId" JOIN product p ON p.id = v.product_id JOIN enterprise e ON e.id = p.enterprise_id
    ORDER BY o."externalId", o.spec, o."variantId"`
}
