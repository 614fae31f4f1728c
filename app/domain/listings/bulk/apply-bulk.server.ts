import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { fen } from '#app/kernel/money.ts'
import { failure, type Result } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { setPrice } from '../change-price.server.ts'
import { isEditable } from '../lifecycle.ts'
import { contentOf, type ListingRecord, readListing } from '../listing-record.server.ts'
import { writeDraft } from '../save-listing.server.ts'
import { publishListingAgain, takeListingDown } from '../take-down.server.ts'
import { lockVariants } from '../write-variants.server.ts'
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

/**
 * One act on many listings, each in a transaction with its own audit row and with what the undo needs: a process that
 * dies in between leaves nothing done that cannot be undone. What cannot be done is left out, and said.
 */
export async function applyBulk(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  order: BulkOrder,
): Promise<void> {
  const { pool, clock } = services
  const isFirst = await sqlOn(pool).$executeRaw`
    INSERT INTO bulk_change (id, enterprise_id, staff_id, kind, before, created_at)
    VALUES (${order.key}::uuid, ${scope.enterpriseId}, ${scope.staff.staffId}::uuid, ${order.kind}, '{}', ${clock.now()})
    ON CONFLICT (id) DO NOTHING`
  if (isFirst === 0) return
  const entries = bulkEntries.parse({})
  for (const chosen of await listChosen(services, scope, order.ids))
    await withTransaction(pool, async (tx) => {
      await applyTo({ tx, now: clock.now(), scope, order, chosen, entries })
      await tx.$executeRaw`
        UPDATE bulk_change SET before = ${JSON.stringify(entries)}::jsonb WHERE id = ${order.key}::uuid`
    })
}

type Acting = {
  tx: Sql
  now: Date
  scope: EnterpriseScope
  order: BulkOrder
  chosen: ChosenListing
  entries: BulkEntries
}
type Act = (acting: Acting, listing: ListingRecord) => Promise<void>

async function applyTo(acting: Acting): Promise<void> {
  const { tx, scope, order, chosen } = acting
  await tx.$queryRaw`SELECT FROM listing WHERE id = ${chosen.id}::uuid FOR UPDATE`
  const listing = await readListing(tx, scope, chosen.id)
  if (listing) await acts[order.kind](acting, listing)
  else leaveOut(acting, failure('not-found'))
}

const acts: Readonly<Record<BulkKind, Act>> = {
  price: changePrices,
  publish: async (acting, listing) =>
    markDone(acting, await publishListingAgain(acting.tx, acting.now, acting.scope, listing)),
  'take-down': async (acting, listing) =>
    markDone(acting, await takeListingDown(acting.tx, acting.now, acting.scope, listing)),
  'move-category': moveCategory,
}

function markDone(acting: Acting, result: Result<null>): void {
  if (result.ok) acting.entries.listings.push(acting.chosen.id)
  else leaveOut(acting, result)
}

/** Under its variant's name, where it is about one of them. */
function leaveOut(
  { chosen: { title, titleEn }, entries }: Acting,
  { code }: { code: string },
  variant?: ChosenListing['variants'][number],
): void {
  const named = (name: string, label: string | undefined) => [name, label].filter(Boolean).join(' · ')
  entries.left.push({
    title: named(title, variant?.label),
    titleEn: named(titleEn, variant?.labelEn),
    code,
  })
}

async function changePrices(acting: Acting, { productId }: ListingRecord): Promise<void> {
  const { tx, now, scope, order, chosen, entries } = acting
  const { percent, seen } = order
  if (productId !== null) await lockVariants(tx, productId)
  if (chosen.variants.length === 0) leaveOut(acting, failure('not-published'))
  for (const variant of chosen.variants) {
    const { articleNumber, wasPriceFen } = variant
    const fromFen = seen.get(articleNumber)
    if (percent === null || fromFen === undefined) continue
    const toFen = priceAfter(fen(fromFen), percent)
    if (toFen === fromFen) continue
    const edit = { articleNumber, priceFen: toFen, seenFen: fromFen, showsReduction: true }
    const changed = await setPrice(tx, now, scope, edit)
    if (changed.ok) entries.prices.push({ sku: articleNumber, fromFen, toFen, wasPriceFen })
    else leaveOut(acting, changed, variant)
  }
}

/** A category is looked at by reviewers: the move waits in each draft, to be submitted with it. */
async function moveCategory(acting: Acting, listing: ListingRecord): Promise<void> {
  const { tx, now, scope, order, entries } = acting
  if (!isEditable(listing)) return leaveOut(acting, failure('not-editable'))
  const before = contentOf(listing)
  const version = await writeDraft(tx, now, scope, listing, { ...before, ...order.category })
  if (version === listing.version) return leaveOut(acting, failure('same-category'))
  const { categoryCode, subcategoryCode } = before
  entries.moved.push({
    id: listing.id,
    version,
    categoryCode,
    subcategoryCode,
    hadDraft: listing.draft !== null,
  })
}
