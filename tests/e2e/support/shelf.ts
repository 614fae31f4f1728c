import type { Pool } from 'pg'
import type { Storage } from '#app/domain/shipping/parcels.ts'
import type { Fen } from '#app/kernel/money.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

/** One size of a product, as a shopper meets it. */
export type Goods = {
  variantId: number
  productId: number
  sku: string
  articleNumber: string
  slug: string
  title: string
  titleEn: string
  label: string
  labelEn: string
  priceFen: Fen
  storage: Storage
  enterprise: string
  enterpriseId: number
  minQuantity: number
  maxPerPerson: number | null
  /** Goods worth this much travel free in one parcel. */
  freeFromFen: Fen | null
}

type Wish = {
  storage?: Storage
  isAlcohol?: boolean
  isReturnExcluded?: boolean
  hasMinimum?: boolean
  hasLimit?: boolean
  hasFreeShipping?: boolean
}

/** Goods in stock, of an enterprise each, that no other test is given: it may do with them what it likes. */
export type Shelf = {
  take<Wishes extends ReadonlyArray<Wish>>(...wishes: Wishes): Promise<{ [Each in keyof Wishes]: Goods }>
}

/** Each worker has its own share of the products. */
export function createShelf(pool: Pool, worker: { index: number; count: number }): Shelf {
  const sql = sqlOn(pool)
  const taken: Array<number> = []

  async function takeOne(wish: Wish, others: ReadonlyArray<Goods>): Promise<Goods> {
    const { storage = 'ambient', isAlcohol = false, isReturnExcluded = storage !== 'ambient' } = wish
    const enterprises = others.map((goods) => goods.enterpriseId)
    const [goods] = await sql.$queryRaw<Array<Goods>>`
      SELECT v.id AS "variantId", p.id AS "productId", v.sku, v.article_number AS "articleNumber", p.slug,
        p.title, p.title_en AS "titleEn", v.label, v.label_en AS "labelEn", v.price_fen AS "priceFen",
        p.storage, e.name AS enterprise, e.id AS "enterpriseId", v.min_quantity AS "minQuantity",
        v.max_per_person AS "maxPerPerson", e.free_shipping_fen AS "freeFromFen"
      FROM variant v JOIN product p ON p.id = v.product_id JOIN enterprise e ON e.id = p.enterprise_id
      JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
      WHERE p.id % ${worker.count} = ${worker.index} AND p.id <> ALL(${taken}::int[])
        AND e.id <> ALL(${enterprises}::int[]) AND p.status = 'published' AND v.is_active AND s.free >= 50
        AND p.storage = ${storage} AND p.is_alcohol = ${isAlcohol}
        AND starts_with(p.return_rule, 'excluded-') = ${isReturnExcluded}
        AND (v.min_quantity > 1) = ${wish.hasMinimum ?? false}
        AND (v.max_per_person IS NOT NULL) = ${wish.hasLimit ?? false}
        AND (NOT ${wish.hasFreeShipping ?? false}::boolean OR e.free_shipping_fen > 2 * v.price_fen)
      ORDER BY p.id, v.id LIMIT 1`
    if (!goods) throw new Error(`nothing on the shelf is like ${JSON.stringify(wish)}`)
    taken.push(goods.productId)
    return goods
  }

  return {
    async take<Wishes extends ReadonlyArray<Wish>>(...wishes: Wishes) {
      const goods: Array<Goods> = []
      for (const wish of wishes) goods.push(await takeOne(wish, goods))
      return goods as { [Each in keyof Wishes]: Goods }
    },
  }
}
