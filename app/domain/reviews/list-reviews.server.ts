import type { Pool } from 'pg'
import { isInstant, shanghaiDay } from '#app/kernel/clock.ts'
import { isIntegerId, largestInteger } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import { meanRating, type RatingSummary, type ReviewView } from './review.ts'

const pageSize = 10

type ReviewRow = {
  id: number
  author: string
  rating: number
  body: string
  bodyEn: string | null
  photos: Array<string>
  reply: string | null
  replyEn: string | null
  createdAt: Date
  isDemonstration: boolean
}

/** Published reviews of a product, newest first. */
export async function listReviewsOf(
  pool: Pool,
  locale: Locale,
  productId: number,
  after: string | null,
): Promise<Page<ReviewView>> {
  const [createdAt, id] = readCursor(after, isInstant, isIntegerId) ?? ['infinity', largestInteger]
  const { rows } = await pool.query<ReviewRow>({
    name: 'product-reviews',
    text: reviewsSql,
    values: [productId, createdAt, id, pageSize + 1],
  })
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return {
    items: items.map((row) => reviewView(row, locale)),
    next: rows.length > pageSize && last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
  }
}

const reviewsSql = `
  SELECT id, author_name AS author, rating, body, body_en AS "bodyEn", photos, reply, reply_en AS "replyEn",
    created_at AS "createdAt", is_demonstration AS "isDemonstration"
  FROM review
  WHERE product_id = $1 AND status = 'published' AND (created_at, id) < ($2::timestamptz, $3::int)
  ORDER BY created_at DESC, id DESC
  LIMIT $4`

function reviewView(row: ReviewRow, locale: Locale): ReviewView {
  return {
    id: row.id,
    author: row.author,
    rating: row.rating,
    body: inLocale(locale, row.body, row.bodyEn),
    bodyLang: row.bodyEn ? undefined : 'zh-CN',
    photos: row.photos,
    reply: row.reply === null ? null : inLocale(locale, row.reply, row.replyEn),
    replyLang: row.replyEn ? undefined : 'zh-CN',
    day: shanghaiDay(row.createdAt),
    isDemonstration: row.isDemonstration,
  }
}

// The stars of the newest thousand say how a product does now, and cost the same however many there are.
const sampled = 1_000

/** Mean and count are the product's own figures; the split by stars is of its newest thousand reviews. */
export async function summariseRatings(
  pool: Pool,
  product: { id: number; ratingSum: number; ratingCount: number },
): Promise<RatingSummary> {
  const { rows } = await pool.query<{ rating: number; count: number }>({
    name: 'product-stars',
    text: `
      SELECT rating, count(*)::int AS count FROM (
        SELECT rating FROM review WHERE product_id = $1 AND status = 'published'
        ORDER BY created_at DESC, id DESC LIMIT ${sampled}) newest
      GROUP BY rating`,
    values: [product.id],
  })
  const of = (stars: number) => rows.find((row) => row.rating === stars)?.count ?? 0
  return {
    mean: meanRating(product.ratingSum, product.ratingCount),
    count: product.ratingCount,
    stars: [of(1), of(2), of(3), of(4), of(5)],
  }
}
