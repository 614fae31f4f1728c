import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type DraftField, draftFields } from './draft.ts'
import { contentOf, type ListingRecord, readListing } from './listing-record.server.ts'
import { changedFields } from './merge-drafts.ts'
import { type PaperState, paperState } from './paper-rules.ts'
import { wishAhead } from './wish.ts'

export type OpenedSubmission = Omit<ListingRecord, 'draft'> & {
  draft: ReturnType<typeof contentOf>
  /** What differs from what is published; all of a new listing. */
  changed: ReadonlyArray<DraftField>
  papers: PaperState
}

/** A listing as its reviewer sees it; null outside their division. */
export async function openSubmission(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  id: string,
): Promise<OpenedSubmission | null> {
  const listing = await readListing(sqlOn(pool), scope, id)
  if (!listing) return null
  const draft = contentOf(listing)
  const changed = listing.published ? changedFields(listing.published, draft) : draftFields
  const now = clock.now()
  const wishedAt = wishAhead(listing.wishedAt, now)
  return { ...listing, wishedAt, draft, changed, papers: paperState(draft, shanghaiDay(now)) }
}
