import { withClient } from './databases.ts'

export type Goods = { variantId: number; sku: string }

/** Goods that anybody may order any number of, each of another enterprise; their stock is filled up, so that it lasts. */
export function findGoods(ownerUrl: string, count: number): Promise<Array<Goods>> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<Goods>(
      `WITH chosen AS (
         SELECT DISTINCT ON (p.enterprise_id) v.id, v.sku
         FROM variant v JOIN product p ON p.id = v.product_id JOIN stock s ON s.variant_id = v.id
         WHERE p.status = 'published' AND p.storage = 'ambient' AND p.return_rule = 'seven-days' AND NOT p.is_alcohol
           AND v.is_active AND v.min_quantity = 1 AND v.max_per_person IS NULL AND s.pool = 'online' AND s.free > 0
         ORDER BY p.enterprise_id, v.id LIMIT $1)
       UPDATE stock SET free = 100000000 FROM chosen WHERE variant_id = chosen.id AND pool = 'online'
       RETURNING variant_id AS "variantId", chosen.sku`,
      [count],
    )
    if (rows.length < count) throw new Error(`only ${rows.length} goods to sell`)
    return rows.sort((a, b) => a.variantId - b.variantId)
  })
}
