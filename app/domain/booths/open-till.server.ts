import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { BoothKey } from './booth-lock.server.ts'

/** What lies on the booth's table; the till of a phone keeps it, so it holds nothing about a person. */
export type TillGoods = {
  sku: string
  articleNumber: string
  title: string
  label: string
  pictureKey: string | null
  priceFen: Fen
  netGrams: number | null
  barcode: string | null
}
export type District = { code: string; name: string }
export type TillStock = { goods: Array<TillGoods>; districts: Array<District> }

/** As many as a thumb scrolls through. */
const mostGoods = 200

/** What the exhibitor shows at the fair; all that it has on sale, if it said nothing. */
export async function openTill(
  { pool }: Pick<Services, 'pool'>,
  locale: Locale,
  { exhibitionId, enterpriseId }: BoothKey,
): Promise<TillStock> {
  const sql = sqlOn(pool)
  const goods = await sql.$queryRaw<Array<TillGoods & { titleEn: string; labelEn: string }>>`
    WITH shown AS (
      SELECT p.id, x.position FROM exhibition_product x JOIN product p ON p.id = x.product_id
      WHERE x.exhibition_id = ${exhibitionId} AND p.enterprise_id = ${enterpriseId}
    )
    SELECT v.sku, v.article_number AS "articleNumber", p.title, p.title_en AS "titleEn", v.label, v.label_en AS "labelEn",
      p.picture_key AS "pictureKey", v.price_fen AS "priceFen", v.net_grams AS "netGrams", v.barcode
    FROM product p JOIN variant v ON v.product_id = p.id AND v.is_active LEFT JOIN shown s ON s.id = p.id
    WHERE p.enterprise_id = ${enterpriseId} AND p.status = 'published' AND (s.id IS NOT NULL OR NOT EXISTS (SELECT FROM shown))
    ORDER BY s.position, p.score DESC, p.id, v.position, v.id LIMIT ${mostGoods}`
  const districts = await sql.$queryRaw<Array<District & { nameEn: string }>>`
    SELECT code, name, name_en AS "nameEn" FROM district ORDER BY sort, code`
  return {
    goods: goods.map(({ titleEn, labelEn, ...row }) => ({
      ...row,
      title: inLocale(locale, row.title, titleEn),
      label: inLocale(locale, row.label, labelEn),
    })),
    districts: districts.map(({ code, name, nameEn }) => ({ code, name: inLocale(locale, name, nameEn) })),
  }
}
