import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { ListingDraft } from './draft.ts'
import { contentOf, type ListingRecord, readListing } from './listing-record.server.ts'
import { type PaperState, paperState } from './paper-rules.ts'
import { listPriceChanges, type PriceChange } from './price-changes.server.ts'
import { wishAhead } from './wish.ts'

export type OpenedDraft = Omit<ListingRecord, 'draft'> & {
  /** What waits; of a listing where nothing does, the product as a draft. Nothing is written by looking. */
  draft: ListingDraft
  hasDraft: boolean
  papers: PaperState
  priceChanges: Array<PriceChange>
}

/** A listing to edit it: change `draft`, and save it with `version`. */
export async function openDraft(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  id: string,
): Promise<OpenedDraft | null> {
  const sql = sqlOn(pool)
  const listing = await readListing(sql, scope, id)
  if (!listing) return null
  const draft = contentOf(listing)
  const now = clock.now()
  const wishedAt = wishAhead(listing.wishedAt, now)
  const papers = paperState(draft, shanghaiDay(now))
  const priceChanges = await listPriceChanges(sql, listing.productId)
  return { ...listing, wishedAt, draft, hasDraft: listing.draft !== null, papers, priceChanges }
}
