import { getProductCounts } from '#app/domain/catalog/places.server.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { pageOf } from '#app/domain/search/candidate-page.ts'
import { collectCandidates } from '#app/domain/search/collect-candidates.server.ts'
import { parseQuery } from '#app/domain/search/parse-query.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

export type VariantChoice = {
  sku: string
  articleNumber: string
  title: string
  label: string
  enterprise: string
  priceFen: Fen
}

const mostProducts = 8

/** Variants that a title of the platform may mean, the likeliest product first, and of it the same 规格. */
export async function suggestVariants(
  reading: Pick<Reading, 'pool' | 'memo'>,
  locale: Locale,
  { text, spec }: { text: string; spec: string },
): Promise<Array<VariantChoice>> {
  const isChinese = locale === 'zh'
  const typed = plainTitle(text)
  if (typed === '') return []
  const { total } = await getProductCounts(reading)
  const wish = { enough: mostProducts, isRanked: true, catalogueSize: total.value, size: mostProducts }
  const { candidates } = await collectCandidates(reading.pool, parseQuery(typed), {}, wish)
  const { ids } = pageOf(candidates, 'score', undefined, mostProducts)
  return await sqlOn(reading.pool).$queryRaw<Array<VariantChoice>>`
    SELECT v.sku, v.article_number AS "articleNumber",
      CASE WHEN ${isChinese} OR p.title_en = '' THEN p.title ELSE p.title_en END AS title,
      CASE WHEN ${isChinese} OR v.label_en = '' THEN v.label ELSE v.label_en END AS label,
      CASE WHEN ${isChinese} OR e.name_en = '' THEN e.name ELSE e.name_en END AS enterprise, v.price_fen AS "priceFen"
    FROM variant v JOIN product p ON p.id = v.product_id JOIN enterprise e ON e.id = p.enterprise_id
    WHERE p.id = ANY(${ids}::int[])
    ORDER BY array_position(${ids}::int[], p.id), (v.label = ${spec}) DESC, v.position LIMIT 30`
}

/** Without what shops write around a title: 【赤峰好物】, brackets, weights. */
function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/【[^】]*】/g, '')
    .replace(/[()[\]*×]/g, ' ')
    .trim()
    .slice(0, 60)
}
