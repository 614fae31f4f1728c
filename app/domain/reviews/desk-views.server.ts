import type { EnterpriseScope, OrganizerScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isIntegerId, largestInteger } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'

/** A review as staff see it: the enterprise that answers it, the organizers who let it be shown. */
export type DeskReview = {
  id: number
  productTitle: string
  productSlug: string
  enterpriseName: string
  author: string
  rating: number
  body: string
  /** Keys, in the order in which they are shown. */
  photos: Array<string>
  /** Taken down alone: only organizers see them. */
  hiddenPhotos: Array<string>
  reply: string | null
  createdAt: Date
}

export type AnswerStand = 'unanswered' | 'all'
export const moderationStands = ['pending', 'published', 'hidden'] as const
export type ModerationStand = (typeof moderationStands)[number]

type Reading = Pick<Services, 'pool'>
type Row = DeskReview & { productTitleEn: string; enterpriseNameEn: string }
type Filter = {
  enterpriseId: number | null
  status: ModerationStand
  isUnanswered: boolean
  after: string | null
}

const pageSize = 20

/** What is shown of the enterprise's own goods, newest first. */
export async function listReviewsToAnswer(
  { pool }: Reading,
  { enterpriseId }: EnterpriseScope,
  locale: Locale,
  stand: AnswerStand,
  after: string | null,
): Promise<Page<DeskReview>> {
  const filter = { enterpriseId, status: 'published', isUnanswered: stand === 'unanswered', after } as const
  return toPage(await read(sqlOn(pool), filter), locale)
}

/** Of all enterprises: only who works for the whole city may ask. */
export async function listReviewsToModerate(
  { pool }: Reading,
  _scope: OrganizerScope,
  locale: Locale,
  status: ModerationStand,
  after: string | null,
): Promise<Page<DeskReview>> {
  return toPage(await read(sqlOn(pool), { enterpriseId: null, status, isUnanswered: false, after }), locale)
}

function read(sql: Sql, { enterpriseId, status, isUnanswered, after }: Filter) {
  const [createdAt, id] = readCursor(after, isInstant, isIntegerId) ?? ['infinity', largestInteger]
  return sql.$queryRaw<Array<Row>>`
    SELECT r.id, p.title AS "productTitle", p.title_en AS "productTitleEn", p.slug AS "productSlug",
      e.name AS "enterpriseName", e.name_en AS "enterpriseNameEn", r.author_name AS author, r.rating, r.body, r.photos,
      CASE WHEN ${enterpriseId}::int IS NULL THEN r.hidden_photos ELSE '{}' END AS "hiddenPhotos", r.reply, r.created_at AS "createdAt"
    FROM review r JOIN product p ON p.id = r.product_id JOIN enterprise e ON e.id = p.enterprise_id
    WHERE (${enterpriseId}::int IS NULL OR p.enterprise_id = ${enterpriseId}::int) AND r.status = ${status}
      AND (NOT ${isUnanswered}::boolean OR r.reply IS NULL)
      AND (r.created_at, r.id) < (${createdAt}::timestamptz, ${id}::int)
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${pageSize + 1}`
}

function toPage(rows: ReadonlyArray<Row>, locale: Locale): Page<DeskReview> {
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return {
    items: items.map(({ productTitleEn, enterpriseNameEn, ...row }) => ({
      ...row,
      productTitle: inLocale(locale, row.productTitle, productTitleEn),
      enterpriseName: inLocale(locale, row.enterpriseName, enterpriseNameEn),
    })),
    next: rows.length > pageSize && last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
  }
}
