import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { changePrice } from '../change-price.server.ts'
import { contentOf, readListing } from '../listing-record.server.ts'
import { saveListing } from '../save-listing.server.ts'
import { publishAgain, takeDown } from '../take-down.server.ts'
import { type BulkEntries, type BulkKind, bulkEntries, priceAfter } from './bulk-act.ts'
import { type ChosenListing, listChosen } from './list-chosen.server.ts'

export type BulkOrder = {
  /** Made with the form: the same form twice is one act. */
  key: string
  kind: BulkKind
  ids: ReadonlyArray<string>
  percent: number | null
  /** What each variant cost when the preview was drawn; who changed it meanwhile is not overruled (T10). */
  seen: ReadonlyMap<string, number>
  category: { categoryCode: string; subcategoryCode: string }
}

type Acting = Pick<Services, 'pool' | 'clock'>

/**
 * One act on many listings, each by its own command with its own audit row; what cannot be done of it is left out. What
 * was done is kept for the undo.
 */
export async function applyBulk(services: Acting, scope: EnterpriseScope, order: BulkOrder): Promise<void> {
  const { pool, clock } = services
  const isFirst = await sqlOn(pool).$executeRaw`
    INSERT INTO bulk_change (id, enterprise_id, staff_id, kind, before, created_at)
    VALUES (${order.key}::uuid, ${scope.enterpriseId}, ${scope.staff.staffId}::uuid, ${order.kind}, '{}', ${clock.now()})
    ON CONFLICT (id) DO NOTHING`
  if (isFirst === 0) return
  const entries = bulkEntries.parse({})
  for (const listing of await listChosen(services, scope, order.ids)) {
    await acts[order.kind](services, scope, order, listing, entries)
    await sqlOn(pool).$executeRaw`
      UPDATE bulk_change SET before = ${JSON.stringify(entries)}::jsonb WHERE id = ${order.key}::uuid`
  }
}

type Act = (
  services: Acting,
  scope: EnterpriseScope,
  order: BulkOrder,
  listing: ChosenListing,
  entries: BulkEntries,
) => Promise<void>

const acts: Readonly<Record<BulkKind, Act>> = {
  price: changePrices,
  publish: async (services, scope, _, { id }, { listings }) => {
    if ((await publishAgain(services, scope, id)).ok) listings.push(id)
  },
  'take-down': async (services, scope, _, { id }, { listings }) => {
    if ((await takeDown(services, scope, id)).ok) listings.push(id)
  },
  'move-category': moveCategory,
}

async function changePrices(
  services: Acting,
  scope: EnterpriseScope,
  { percent, seen }: BulkOrder,
  { variants }: ChosenListing,
  { prices }: BulkEntries,
): Promise<void> {
  for (const { sku, wasPriceFen } of variants) {
    const fromFen = seen.get(sku)
    if (percent === null || fromFen === undefined) continue
    const toFen = priceAfter(fen(fromFen), percent)
    const edit = { sku, priceFen: toFen, seenFen: fromFen, showsReduction: true }
    if (toFen !== fromFen && (await changePrice(services, scope, edit)).ok)
      prices.push({ sku, fromFen, toFen, wasPriceFen })
  }
}

/** A category is looked at by reviewers: the move waits in each draft, to be submitted with it. */
async function moveCategory(
  services: Acting,
  scope: EnterpriseScope,
  { category }: BulkOrder,
  { id }: ChosenListing,
  { moved }: BulkEntries,
): Promise<void> {
  const listing = await readListing(sqlOn(services.pool), scope, id)
  if (!listing) return
  const before = contentOf(listing)
  const { version } = listing
  const saved = await saveListing(services, scope, id, { version, draft: { ...before, ...category } })
  if (!saved.ok || saved.value.version === version) return
  const { categoryCode, subcategoryCode } = before
  const hadDraft = listing.draft !== null
  moved.push({ id, version: saved.value.version, categoryCode, subcategoryCode, hadDraft })
}
