import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { withCurrentPrices } from './current-prices.ts'
import type { DraftField, ListingDraft } from './draft.ts'
import { isEditable, type ListingStatus } from './lifecycle.ts'
import { contentOf, type ListingRecord, withListing } from './listing-record.server.ts'
import { changedFields, type Merge, mergeDrafts } from './merge-drafts.ts'

export type Edit = {
  /** The version that the editor was opened at. */
  version: number
  draft: ListingDraft
  /** What the editor held at that version: lets two people change different fields at once. */
  base?: ListingDraft
  /** Absent where it is not asked for, or makes no sense yet: then the one of before stays. */
  wishedAt?: Date | null
}

export type Saved = {
  version: number
  savedAt: Date
  /** Fields that somebody else changed meanwhile; theirs are kept. */
  alsoChanged: Array<DraftField>
}

/** Somebody else changed the same fields: nothing is saved, and both texts are there to choose from (T10). */
export type Conflict = {
  version: number
  theirs: ListingDraft
  fields: Array<DraftField>
  by: string
}
export type SaveRefusal = Failure<'not-found' | 'not-editable'> | (Failure<'changed'> & { detail: Conflict })

/** Saves several fields at once: all of them, or none and the reason. The same save twice changes nothing. */
export async function saveListing(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  id: string,
  edit: Edit,
): Promise<Result<Saved, SaveRefusal>> {
  const now = clock.now()
  return await withListing({ pool }, scope, id, async (tx, listing) => {
    if (!isEditable(listing)) return failure('not-editable')
    const { merged, alsoChanged, conflicts } = merge(listing, edit)
    if (conflicts.length > 0) return failure('changed', await conflictOf(tx, listing, conflicts))
    const version = await writeDraft(tx, now, scope, listing, merged)
    if (edit.wishedAt !== undefined) await writeWish(tx, now, scope, listing, edit.wishedAt)
    return success({ version, savedAt: now, alsoChanged })
  })
}

/** Of somebody who was not late all is taken; without a base every difference is a conflict. */
function merge(listing: ListingRecord, { version, draft, base }: Edit): Merge {
  const theirs = contentOf(listing)
  const mine = withCurrentPrices(draft, listing.published)
  if (version === listing.version) return { merged: mine, alsoChanged: [], conflicts: [] }
  if (!base) return { merged: mine, alsoChanged: [], conflicts: changedFields(mine, theirs) }
  return mergeDrafts(withCurrentPrices(base, listing.published), mine, theirs)
}

async function conflictOf(tx: Sql, listing: ListingRecord, fields: Array<DraftField>): Promise<Conflict> {
  const [last] = await tx.$queryRaw<Array<{ actor: string }>>`
    SELECT actor FROM audit_entry WHERE subject_kind = 'listing' AND subject_id = ${listing.id} ORDER BY id DESC LIMIT 1`
  return { version: listing.version, theirs: contentOf(listing), fields, by: last?.actor ?? '' }
}

/** The version that is saved; the old one when there was nothing to save. */
export async function writeDraft(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  listing: ListingRecord,
  draft: ListingDraft,
): Promise<number> {
  const before = contentOf(listing)
  const fields = changedFields(before, draft)
  if (fields.length === 0) return listing.version
  // What was returned stays so, with its comments, until it is submitted again.
  const status: ListingStatus = listing.status === 'returned' ? 'returned' : 'draft'
  await tx.$executeRaw`
    UPDATE listing SET draft = ${JSON.stringify(draft)}::jsonb, title = ${draft.title},
      category_code = ${draft.categoryCode || null}, picture_key = ${draft.pictures[0]?.key ?? null},
      status = ${status}, version = version + 1, updated_at = ${now}
    WHERE id = ${listing.id}::uuid AND version = ${listing.version}`
  await writeAudit(tx, now, scope, {
    action: 'save-listing',
    subject: ['listing', listing.id],
    before: pick(before, fields),
    after: pick(draft, fields),
  })
  return listing.version + 1
}

/** No part of what is sold, and of no version. */
async function writeWish(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  { id, wishedAt: before }: ListingRecord,
  wishedAt: Date | null,
): Promise<void> {
  if (before?.getTime() === wishedAt?.getTime()) return
  await tx.$executeRaw`
    UPDATE listing SET wished_at = ${wishedAt}::timestamptz, updated_at = ${now} WHERE id = ${id}::uuid`
  await writeAudit(tx, now, scope, {
    action: 'save-listing',
    subject: ['listing', id],
    before: { wishedAt: before },
    after: { wishedAt },
  })
}

function pick(draft: ListingDraft, fields: ReadonlyArray<DraftField>): Partial<ListingDraft> {
  return Object.fromEntries(fields.map((field) => [field, draft[field]]))
}
