import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { after, minute } from '#app/kernel/clock.ts'
import { type Failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { insertListing } from './create-listing.server.ts'
import type { ListingDraft } from './draft.ts'
import { contentOf, type ListingRecord, withListing } from './listing-record.server.ts'

/** Similar goods begin from what is written already. A double tap makes one copy. */
export async function copyListing(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  id: string,
): Promise<Result<{ id: string }, Failure<'not-found'>>> {
  const now = clock.now()
  return await withListing({ pool }, scope, id, async (tx, listing) => {
    const copy = copyOf(contentOf(listing))
    const made = await findJustMade(tx, now, listing, copy)
    return success(made ?? (await insertListing(tx, now, scope, copy)))
  })
}

/** Codes, stock and papers belong to the goods that it was copied from. */
function copyOf(draft: ListingDraft): ListingDraft {
  const variants = draft.variants.map((variant) => ({ ...variant, sku: '', barcode: '', initialStock: null }))
  return { ...draft, variants, batches: [] }
}

/** The same copy, of the last minute and not yet written on. */
async function findJustMade(
  tx: Sql,
  now: Date,
  { id, enterprise }: ListingRecord,
  copy: ListingDraft,
): Promise<{ id: string } | undefined> {
  const [made] = await tx.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM listing
    WHERE enterprise_id = ${enterprise.id} AND id <> ${id}::uuid AND status = 'draft' AND version = 1
      AND updated_at > ${after(now, -minute)} AND draft = ${JSON.stringify(copy)}::jsonb
    ORDER BY id DESC LIMIT 1`
  return made
}
