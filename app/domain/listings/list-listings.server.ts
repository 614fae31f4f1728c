import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { isInstant, shanghaiDay } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Fen } from '#app/kernel/money.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { batchDraft, loadedBatches } from './draft.ts'
import { findEndingPapers } from './ending-papers.server.ts'
import { type ListingStatus, lapsedSince, readListingStatus, type Shelf, shelfOf } from './lifecycle.ts'
import type { ListingQuery } from './list-query.ts'
import { type PaperState, paperState } from './paper-rules.ts'

export type ListingItem = {
  id: string
  title: string
  titleEn: string
  pictureKey: string | null
  shelf: Shelf
  status: ListingStatus
  publishAt: Date | null
  updatedAt: Date
  /** Of what is on sale; of the draft where nothing is. */
  minPriceFen: Fen | null
  variantCount: number
  /** Units that can be sold online; null where nothing is on sale yet. */
  free: number | null
  papers: PaperState
}

const pageSize = 20

/** An enterprise's listings, the last touched first. */
export async function listListings(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  query: ListingQuery,
  size = pageSize,
): Promise<Page<ListingItem>> {
  const ending = query.state === 'ending-papers' ? await findEndingPapers({ pool, clock }, scope) : null
  const now = clock.now()
  const rows = await queryListings(pool, scope, query, { among: ending, now, size })
  const shown = rows.slice(0, size)
  const last = rows.length > size ? shown.at(-1) : undefined
  const today = shanghaiDay(now)
  return {
    items: shown.map((row) => toItem(row, today)),
    next: last ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null,
  }
}

type Row = Omit<ListingItem, 'shelf' | 'status' | 'papers'> & {
  status: string
  productStatus: string | null
  subcategoryCode: string | null
  batches: unknown
}

function toItem(
  { status, productStatus, subcategoryCode, batches, ...row }: Row,
  today: string,
): ListingItem {
  const certified = {
    subcategoryCode: subcategoryCode ?? '',
    batches: batchDraft.array().parse(batches ?? []),
  }
  return {
    ...row,
    status: readListingStatus(status),
    shelf: shelfOf(productStatus),
    papers: paperState(certified, today),
  }
}

async function queryListings(
  pool: Services['pool'],
  { enterpriseId }: EnterpriseScope,
  { state, category, text, after }: ListingQuery,
  /** Nothing but those among these, where they were asked for. */
  { among, now, size }: { among: ReadonlyArray<string> | null; now: Date; size: number },
): Promise<Array<Row>> {
  const [lastAt, lastId] = readCursor(after, isInstant, isUuid) ?? [null, null]
  const pattern = text && `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT l.id, l.title, coalesce(l.draft ->> 'titleEn', p.title_en, '') AS "titleEn", l.picture_key AS "pictureKey", l.status, l.publish_at AS "publishAt",
      l.updated_at AS "updatedAt", p.status AS "productStatus", p.subcategory_code AS "subcategoryCode",
      CASE WHEN p.id IS NOT NULL THEN p.min_price_fen
        ELSE (SELECT min((v ->> 'priceFen')::int) FROM jsonb_array_elements(l.draft -> 'variants') v) END AS "minPriceFen",
      coalesce(p.variant_count, jsonb_array_length(l.draft -> 'variants')) AS "variantCount",
      (SELECT sum(s.free)::int FROM variant v JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
       WHERE v.product_id = p.id AND v.is_active) AS free,
      (SELECT json_agg(json_build_object('producedOn', produced_on, 'expiresOn', expires_on, 'papers', papers))
       FROM (SELECT * FROM batch WHERE product_id = p.id ORDER BY produced_on DESC, id DESC LIMIT ${loadedBatches}) latest) AS batches
    FROM listing l LEFT JOIN product p ON p.id = l.product_id
    WHERE l.enterprise_id = ${enterpriseId} AND (${among}::uuid[] IS NULL OR l.id = ANY(${among}))
      AND (${category || null}::text IS NULL OR l.category_code = ${category})
      AND (${pattern || null}::text IS NULL OR l.title ILIKE ${pattern})
      AND CASE ${state}::text WHEN 'on-sale' THEN p.status = 'published' WHEN 'taken-down' THEN p.status = 'taken-down'
        WHEN 'lapsed' THEN l.lapsed_at > ${lapsedSince(now)} AND l.status <> 'submitted' AND l.publish_at IS NULL
        WHEN 'scheduled' THEN l.publish_at IS NOT NULL WHEN 'draft' THEN l.status = 'draft'
        WHEN 'submitted' THEN l.status = 'submitted' WHEN 'returned' THEN l.status = 'returned' ELSE true END
      AND (${lastAt}::timestamptz IS NULL OR (l.updated_at, l.id) < (${lastAt}::timestamptz, ${lastId}::uuid))
    ORDER BY l.updated_at DESC, l.id DESC LIMIT ${size + 1}`
}
