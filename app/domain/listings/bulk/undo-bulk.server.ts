import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { after } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { changePrice } from '../change-price.server.ts'
import { contentOf, readListing } from '../listing-record.server.ts'
import { saveListing } from '../save-listing.server.ts'
import { publishAgain, takeDown } from '../take-down.server.ts'
import { discardDraft } from '../withdraw-listing.server.ts'
import {
  type BulkEntries,
  bulkEntries,
  countEntries,
  type LeftOut,
  readBulkKind,
  undoSeconds,
} from './bulk-act.ts'

type Acting = Pick<Services, 'pool' | 'clock'>
type Moved = BulkEntries['moved'][number]

export type DoneBulk = {
  id: string
  kind: string
  count: number
  left: Array<LeftOut>
  isUndone: boolean
  mayUndo: boolean
}

/** What one did a moment ago; null for somebody else's. */
export async function findBulk(
  { pool, clock }: Acting,
  scope: EnterpriseScope,
  id: string,
): Promise<DoneBulk | null> {
  if (!isUuid(id)) return null
  const [row] = await sqlOn(pool).$queryRaw<
    Array<{ kind: string; before: unknown; createdAt: Date; undoneAt: Date | null }>
  >`
    SELECT kind, before, created_at AS "createdAt", undone_at AS "undoneAt" FROM bulk_change
    WHERE id = ${id}::uuid AND enterprise_id = ${scope.enterpriseId} AND staff_id = ${scope.staff.staffId}::uuid`
  if (!row) return null
  const entries = bulkEntries.parse(row.before)
  const count = countEntries(entries)
  const isUndone = row.undoneAt !== null
  const isFresh = after(row.createdAt, undoSeconds * 1_000) > clock.now()
  return {
    id,
    kind: row.kind,
    count,
    left: entries.left,
    isUndone,
    mayUndo: !isUndone && isFresh && count > 0,
  }
}

/** Within a minute, once: everything that is still as the act left it becomes what it was. */
export async function undoBulk(
  services: Acting,
  scope: EnterpriseScope,
  id: string,
): Promise<Result<null, Failure<'too-late'>>> {
  if (!isUuid(id)) return failure('too-late')
  const now = services.clock.now()
  const [claimed] = await sqlOn(services.pool).$queryRaw<Array<{ kind: string; before: unknown }>>`
    UPDATE bulk_change SET undone_at = ${now}
    WHERE id = ${id}::uuid AND enterprise_id = ${scope.enterpriseId} AND staff_id = ${scope.staff.staffId}::uuid
      AND undone_at IS NULL AND created_at > ${after(now, -undoSeconds * 1_000)}
    RETURNING kind, before`
  if (!claimed) return failure('too-late')
  const { prices, listings, moved } = bulkEntries.parse(claimed.before)
  for (const { sku, fromFen, toFen, wasPriceFen } of prices)
    await changePrice(services, scope, {
      articleNumber: sku,
      priceFen: fromFen,
      seenFen: toFen,
      showsReduction: wasPriceFen !== null,
      restoredWasFen: wasPriceFen,
    })
  const turnBack = readBulkKind(claimed.kind) === 'publish' ? takeDown : publishAgain
  for (const listing of listings) await turnBack(services, scope, listing)
  for (const entry of moved) await moveBack(services, scope, entry)
  return success(null)
}

async function moveBack(services: Acting, scope: EnterpriseScope, entry: Moved): Promise<void> {
  const { id, version, categoryCode, subcategoryCode, hadDraft } = entry
  const listing = await readListing(sqlOn(services.pool), scope, id)
  if (listing?.version !== version) return
  const draft = { ...contentOf(listing), categoryCode, subcategoryCode }
  if (hadDraft) await saveListing(services, scope, id, { version, draft })
  else await discardDraft(services, scope, id, version)
}
