import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { createListing } from './create-listing.server.ts'
import type { ListingDraft } from './draft.ts'
import { contentOf, readListing } from './listing-record.server.ts'

/** Similar goods begin from what is written already. */
export async function copyListing(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  id: string,
): Promise<Result<{ id: string }, Failure<'not-found'>>> {
  const listing = await readListing(sqlOn(services.pool), scope, id)
  if (!listing) return failure('not-found')
  return success(await createListing(services, scope, copyOf(contentOf(listing))))
}

/** Codes, stock and papers belong to the goods that it was copied from. */
function copyOf(draft: ListingDraft): ListingDraft {
  const variants = draft.variants.map((variant) => ({ ...variant, sku: '', barcode: '', initialStock: null }))
  return { ...draft, variants, batches: [] }
}
