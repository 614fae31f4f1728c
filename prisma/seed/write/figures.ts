import type pg from 'pg'

/**
 * The figures that products repeat, from the rows they repeat. 综合 weighs what sells, what is rated well by
 * several people and what is in season, and puts what is sold out last.
 */
export async function writeFigures(client: pg.ClientBase, month: number): Promise<void> {
  await client.query(`
    UPDATE product p SET sales_count = s.sold
    FROM (SELECT line.product_id, sum(line.quantity - line.refunded_quantity)::int AS sold
          FROM order_line line JOIN shop_order o ON o.id = line.order_id
          WHERE o.status <> 'cancelled' GROUP BY 1) s
    WHERE s.product_id = p.id`)
  await client.query(`
    UPDATE product p SET rating_sum = r.sum, rating_count = r.count
    FROM (SELECT product_id, sum(rating)::int AS sum, count(*)::int AS count
          FROM review WHERE status = 'published' GROUP BY 1) r
    WHERE r.product_id = p.id`)
  await client.query(
    `UPDATE product SET score =
       round(ln(1 + sales_count) * 1000)
       + round(((rating_sum + 4.3 * 5) / (rating_count + 5) - 4.3) * 2000)
       + CASE WHEN $1 = ANY (season_months) THEN 900 ELSE 0 END
       - CASE WHEN is_in_stock THEN 0 ELSE 20000 END`,
    [month],
  )
  await client.query(tiersByRank)
}

/** See searchTier in schema.prisma: the best 1,000, the next 9,000, the rest. */
const tiersByRank = `
  UPDATE product p SET search_tier = CASE WHEN ranked.place <= 1000 THEN 0 WHEN ranked.place <= 10000 THEN 1 ELSE 2 END
  FROM (SELECT id, row_number() OVER (ORDER BY score DESC, id DESC) AS place FROM product WHERE status = 'published') ranked
  WHERE ranked.id = p.id`
