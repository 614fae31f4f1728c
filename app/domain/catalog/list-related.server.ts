import type { Pool } from 'pg'
import type { Locale } from '#app/kernel/locale.ts'
import { type CardRow, cardColumns, cardSelect, toCard } from './card-rows.server.ts'
import type { Places } from './places.server.ts'
import type { ProductCard } from './product-card.ts'

const shown = 8

type Subject = { id: number; enterpriseId: number; specialityCode: string | null }

/** The same speciality by other sellers first, then the seller's other goods. */
export async function listRelated(
  pool: Pool,
  places: Places,
  locale: Locale,
  of: Subject,
): Promise<Array<ProductCard>> {
  const { rows } = await pool.query<CardRow>({
    name: 'related-products',
    text: relatedSql,
    values: [of.id, of.specialityCode, of.enterpriseId],
  })
  return rows.map((row) => toCard(row, places.divisionByCode, locale))
}

// A speciality may have thousands of sellers in a large catalogue: the best among the first few hundred are as related.
const relatedSql = cardSelect(
  `SELECT DISTINCT ON (id) * FROM (
     (SELECT 0 AS nearness, * FROM (
        SELECT ${cardColumns} FROM product
        WHERE status = 'published' AND speciality_code = $2 AND id <> $1 AND enterprise_id <> $3 LIMIT 300) same
      ORDER BY score DESC, id DESC LIMIT 6)
     UNION ALL
     (SELECT 1 AS nearness, ${cardColumns} FROM product
      WHERE status = 'published' AND enterprise_id = $3 AND id <> $1 ORDER BY score DESC, id DESC LIMIT ${shown})
   ) related ORDER BY id, nearness`,
  `p.score::text`,
  `p.nearness, p.score DESC, p.id DESC LIMIT ${shown}`,
)
