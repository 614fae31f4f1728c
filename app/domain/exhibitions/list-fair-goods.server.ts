import { type CardRow, cardColumns, cardSelect, toCard } from '#app/domain/catalog/card-rows.server.ts'
import { getPlaces } from '#app/domain/catalog/places.server.ts'
import type { ProductCard } from '#app/domain/catalog/product-card.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { isIntegerId, largestInteger } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'

const pageSize = 24

/** What a fair shows: what each exhibitor chose or, where one chose nothing, all that it has on sale. */
export async function listFairGoods(
  reading: Reading,
  { slug, locale, after }: { slug: string; locale: Locale; after: string | null },
): Promise<Page<ProductCard>> {
  const [score, id] = readCursor(after, isIntegerId, isIntegerId) ?? [largestInteger, largestInteger]
  const [places, { rows }] = await Promise.all([
    getPlaces(reading),
    reading.pool.query<CardRow>({ name: 'fair-goods', text: goodsSql, values: [slug, score, id] }),
  ])
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return {
    items: items.map((row) => toCard(row, places.divisionByCode, locale)),
    next: rows.length > pageSize && last ? encodeCursor([Number(last.sortValue), last.id]) : null,
  }
}

// The lists of a fair are read once each, as arrays; goods are then read in their own order until the page is full.
const fair = 'SELECT id FROM exhibition WHERE slug = $1'
const goodsSql = cardSelect(
  `SELECT ${cardColumns} FROM product
   WHERE status = 'published' AND (score, id) < ($2, $3)
     AND enterprise_id = ANY (ARRAY(SELECT enterprise_id FROM exhibition_booth WHERE exhibition_id = (${fair})))
     AND (id = ANY (ARRAY(SELECT product_id FROM exhibition_product WHERE exhibition_id = (${fair})))
       OR enterprise_id <> ALL (ARRAY(
         SELECT DISTINCT o.enterprise_id FROM exhibition_product s JOIN product o ON o.id = s.product_id
         WHERE s.exhibition_id = (${fair}))))
   ORDER BY score DESC, id DESC LIMIT ${pageSize + 1}`,
  'p.score::text',
  'p.score DESC, p.id DESC',
)
