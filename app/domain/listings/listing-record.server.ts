import type { EnterpriseScope, OrganizerScope } from '#app/domain/staff/scope.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { type Failure, failure } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { withCurrentPrices } from './current-prices.ts'
import { emptyDraft, type ListingDraft, listingDraft, loadedBatches } from './draft.ts'
import { type ListingStatus, readListingStatus, type Shelf, shelfOf } from './lifecycle.ts'

export type ListingComment = { field: string; body: string; author: string }

/** A listing with what shoppers see of it. */
export type ListingRecord = {
  id: string
  version: number
  status: ListingStatus
  /** What waits; null when nothing differs from what is published. */
  draft: ListingDraft | null
  published: ListingDraft | null
  productId: number | null
  productSlug: string | null
  shelf: Shelf
  submittedAt: Date | null
  submittedBy: string | null
  /** When the enterprise would like it on sale; null for as soon as it is accepted. */
  wishedAt: Date | null
  publishAt: Date | null
  /** Why the organizers took it down; null where they did not. */
  barReason: string | null
  updatedAt: Date
  enterprise: { id: number; slug: string; name: string; divisionCode: string; status: string }
  /** Of the reviewer who returned it last. */
  comments: Array<ListingComment>
}

/** What its editor shows: the draft, or the product where nothing differs. */
export function contentOf({ draft, published }: Pick<ListingRecord, 'draft' | 'published'>): ListingDraft {
  return draft ?? published ?? emptyDraft()
}

/** Names what was handed in: the same version may be returned, taken back, and handed in again. */
export function submissionOf({ id, version, submittedAt }: ListingRecord): string {
  return `${id}:${version}:${submittedAt?.toISOString()}`
}

/** Whoever works on listings: an enterprise on its own, organizers on those of their division. */
export type ListingScope = EnterpriseScope | OrganizerScope

export async function readListing(sql: Sql, scope: ListingScope, id: string): Promise<ListingRecord | null> {
  if (!isUuid(id)) return null
  const [listing] = await readListings(sql, scope, [id])
  return listing ?? null
}

/** Those of the scope, in any order. */
export async function readListings(
  sql: Sql,
  scope: ListingScope,
  ids: ReadonlyArray<string>,
): Promise<Array<ListingRecord>> {
  return (await queryListings(sql, ids, tenantOf(scope))).map(toRecord)
}

/** For jobs, which work for everybody. */
export async function readAnyListing(sql: Sql, id: string): Promise<ListingRecord | null> {
  const [row] = await queryListings(sql, [id], { enterpriseId: null, divisionCode: null })
  return row ? toRecord(row) : null
}

/** Work on one listing of the scope, which nobody else changes meanwhile. A refusal rolls it back. */
export async function withListing<T>(
  { pool }: Pick<Services, 'pool'>,
  scope: ListingScope,
  id: string,
  work: (tx: Sql, listing: ListingRecord) => Promise<T>,
): Promise<T | Failure<'not-found'>> {
  if (!isUuid(id)) return failure('not-found')
  return await withTransaction(pool, async (tx) => {
    await tx.$queryRaw`SELECT FROM listing WHERE id = ${id}::uuid FOR UPDATE`
    const listing = await readListing(tx, scope, id)
    return listing ? await work(tx, listing) : failure('not-found')
  })
}

type Tenant = { enterpriseId: number | null; divisionCode: string | null }

function tenantOf(scope: ListingScope): Tenant {
  if ('enterpriseId' in scope) return { enterpriseId: scope.enterpriseId, divisionCode: null }
  return { enterpriseId: null, divisionCode: scope.divisionCode }
}

type Row = Omit<ListingRecord, 'status' | 'draft' | 'published' | 'shelf'> & {
  status: string
  draft: unknown
  published: unknown
  productStatus: string | null
}

function toRecord({ status, draft, published, productStatus, ...row }: Row): ListingRecord {
  const seen = published === null ? null : listingDraft.parse(published)
  return {
    ...row,
    status: readListingStatus(status),
    draft: draft === null ? null : withCurrentPrices(listingDraft.parse(draft), seen),
    published: seen,
    shelf: shelfOf(productStatus),
  }
}

function queryListings(
  sql: Sql,
  ids: ReadonlyArray<string>,
  { enterpriseId, divisionCode }: Tenant,
): PromiseLike<Array<Row>> {
  return sql.$queryRaw<Array<Row>>`
    SELECT l.id, l.version, l.status, l.draft, l.product_id AS "productId", l.submitted_at AS "submittedAt",
      l.submitted_by AS "submittedBy", l.wished_at AS "wishedAt", l.publish_at AS "publishAt", l.bar_reason AS "barReason",
      l.updated_at AS "updatedAt",
      p.slug AS "productSlug", p.status AS "productStatus",
      json_build_object('id', e.id, 'slug', e.slug, 'name', e.name, 'divisionCode', e.division_code, 'status', e.status)
        AS enterprise,
      (SELECT coalesce(json_agg(json_build_object('field', c.field, 'body', c.body, 'author', s.name) ORDER BY c.id), '[]')
       FROM listing_comment c JOIN staff s ON s.id = c.staff_id
       WHERE c.listing_id = l.id AND c.created_at = (SELECT max(created_at) FROM listing_comment WHERE listing_id = l.id)) AS comments,
      CASE WHEN p.id IS NOT NULL THEN json_build_object(
        'title', p.title, 'titleEn', p.title_en, 'subtitle', p.subtitle, 'subtitleEn', p.subtitle_en,
        'description', p.description, 'descriptionEn', p.description_en, 'keywords', p.keywords,
        'categoryCode', p.category_code, 'subcategoryCode', p.subcategory_code, 'label', p.label, 'storage', p.storage,
        'shelfLifeDays', p.shelf_life_days, 'seasonMonths', p.season_months, 'dispatchHours', p.dispatch_hours,
        'returnRule', p.return_rule, 'isAlcohol', p.is_alcohol, 'certificates', p.certificates,
        'giName', coalesce(p.gi_name, ''), 'giAuthorisation', coalesce(p.gi_authorisation, ''),
        'pictures', (
          SELECT coalesce(json_agg(json_build_object('key', key, 'ground', ground, 'kind', kind, 'alt', alt, 'altEn', alt_en)
            ORDER BY position), '[]') FROM product_picture WHERE product_id = p.id),
        'variants', (
          SELECT coalesce(json_agg(json_build_object('sku', article_number, 'label', label, 'labelEn', label_en,
            'priceFen', price_fen, 'netGrams', net_grams, 'minQuantity', min_quantity, 'maxPerPerson', max_per_person,
            'barcode', coalesce(barcode, ''), 'isActive', is_active) ORDER BY position, id), '[]')
          FROM variant WHERE product_id = p.id),
        'batches', (
          SELECT coalesce(json_agg(json_build_object('code', code, 'ownCode', own_code, 'producedOn', produced_on,
            'expiresOn', expires_on, 'papers', papers)
            ORDER BY produced_on DESC, code), '[]')
          FROM (SELECT * FROM batch WHERE product_id = p.id ORDER BY produced_on DESC, id DESC LIMIT ${loadedBatches}) latest)
      ) END AS published
    FROM listing l JOIN enterprise e ON e.id = l.enterprise_id LEFT JOIN product p ON p.id = l.product_id
    WHERE l.id = ANY(${ids}::uuid[]) AND (${enterpriseId}::int IS NULL OR l.enterprise_id = ${enterpriseId})
      AND (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode})`
}
