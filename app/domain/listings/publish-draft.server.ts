import { cardTag, catalogTag, enterpriseTag, productTag } from '#app/domain/catalog/tags.ts'
import { type Actor, writeAudit } from '#app/domain/staff/audit.server.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { ListingDraft } from './draft.ts'
import type { ListingRecord } from './listing-record.server.ts'
import { changedFields } from './merge-drafts.ts'
import { refreshProduct } from './refresh-product.server.ts'
import { writeBatches, writePictures } from './write-attachments.server.ts'
import { writeProduct } from './write-product.server.ts'
import { lockStock, writeVariants } from './write-variants.server.ts'

export type Publishable = Omit<ListingRecord, 'draft'> & { draft: ListingDraft }

/**
 * The draft becomes the product, whole, and the listing has nothing that waits any more. The caller holds the lock of
 * the listing's row; then stock, product and variants are locked, in this order as everywhere.
 */
export async function publishDraft(tx: Sql, now: Date, actor: Actor, listing: Publishable): Promise<void> {
  const { id, draft, published, enterprise, productId } = listing
  if (productId !== null) await lockStock(tx, productId)
  const product = await writeProduct(tx, now, listing)
  await writeVariants(tx, now, actor, product.id, draft.variants)
  await writePictures(tx, product.id, draft.pictures)
  await writeBatches(tx, product.id, draft.batches)
  await refreshProduct(tx, product.id)
  await tx.$executeRaw`
    UPDATE listing SET product_id = ${product.id}, draft = NULL, status = 'accepted', publish_at = NULL,
      barred_at = NULL, bar_reason = NULL, lapsed_at = NULL, updated_at = ${now}
    WHERE id = ${id}::uuid`
  await writeAudit(tx, now, actor, {
    action: 'publish-listing',
    subject: ['listing', id],
    after: { product: product.slug, fields: published ? changedFields(published, draft) : 'all' },
    enterpriseId: enterprise.id,
  })
  await dropPages(tx, product.slug, enterprise.slug)
}

/** Every page that shows the product, and every list, where it may stand elsewhere now. */
export async function dropPages(tx: Sql, slug: string, enterpriseSlug: string): Promise<void> {
  await publishTags(tx, [catalogTag, productTag(slug), cardTag(slug), enterpriseTag(enterpriseSlug)])
}
