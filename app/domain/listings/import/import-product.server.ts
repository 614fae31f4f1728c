import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { setPrice } from '../change-price.server.ts'
import { insertListing } from '../create-listing.server.ts'
import type { ListingDraft } from '../draft.ts'
import type { DraftProblem } from '../draft-problems.ts'
import { type ListingRecord, readListing } from '../listing-record.server.ts'
import { writeDraft } from '../save-listing.server.ts'
import { submitDraft } from '../submit-listing.server.ts'
import { lockStock, lockVariants } from '../write-variants.server.ts'
import type { ImportContext } from './import-context.server.ts'
import { findKnownGoods } from './known-goods.server.ts'
import { isChange, type Plan, type PlanContext, planProduct } from './plan-product.ts'
import { columnOf } from './problem-columns.ts'
import { articleNumberOf, type RowGroup, type RowProblem, readRow } from './read-rows.ts'
import { setUnits } from './set-units.server.ts'

export type GroupOutcome = 'created' | 'changed' | 'unchanged'
type Faulty = Failure<'faulty'> & { detail: Array<RowProblem> }

/** Imports the rows of one product as what they differ in from what there is now: the second time that is nothing. */
export async function importProduct(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  jobId: string,
  group: RowGroup,
  context: ImportContext & Pick<PlanContext, 'findPhoto'>,
): Promise<Result<GroupOutcome, Faulty>> {
  const numbers = group.rows.map(articleNumberOf)
  const found = await findKnownGoods(tx, scope, numbers)
  const id = numbers.map((number) => found.listings.get(number)).find(Boolean) ?? group.listing
  const listing = id ? await lockListing(tx, scope, id) : null
  // Of what is on sale units are sold until its stock is locked.
  const known = listing?.productId ? await findKnownGoods(tx, scope, numbers) : found
  const read = group.rows.map((row) => readRow(row, context.choicesOf))
  const current = listing ? { ...listing, free: known.free } : null
  const plan = planProduct(read, current, context)
  if (plan.problems.length > 0) return failure('faulty', plan.problems)
  if (!listing) return await create(tx, now, scope, group, plan.draft)
  if (!isChange(plan)) return success('unchanged')
  return await change(tx, now, scope, jobId, group, listing, plan)
}

/** Stock before product and variants, as everywhere. */
async function lockListing(tx: Sql, scope: EnterpriseScope, id: string): Promise<ListingRecord | null> {
  await tx.$queryRaw`SELECT FROM listing WHERE id = ${id}::uuid FOR UPDATE`
  const listing = await readListing(tx, scope, id)
  if (listing?.productId) {
    await lockStock(tx, listing.productId)
    await lockVariants(tx, listing.productId)
  }
  return listing
}

async function create(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  group: RowGroup,
  draft: ListingDraft,
): Promise<Result<GroupOutcome, Faulty>> {
  const { id } = await insertListing(tx, now, scope, draft)
  const refused = await submit(tx, now, scope, group, id)
  return refused ?? success('created')
}

async function change(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  jobId: string,
  group: RowGroup,
  listing: ListingRecord,
  { draft, isDraftChanged, prices, stocks }: Plan,
): Promise<Result<GroupOutcome, Faulty>> {
  for (const stock of stocks) await setUnits(tx, now, scope, jobId, stock)
  for (const price of prices) await setPrice(tx, now, scope, { ...price, showsReduction: false })
  if (isDraftChanged) {
    await writeDraft(tx, now, scope, listing, draft)
    // What somebody is still writing is not handed in over their head.
    const isBegun = listing.draft !== null && listing.status !== 'accepted'
    const refused = isBegun ? null : await submit(tx, now, scope, group, listing.id)
    if (refused) return refused
  }
  return success('changed')
}

async function submit(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  { rows }: RowGroup,
  id: string,
): Promise<Faulty | null> {
  const listing = await readListing(tx, scope, id)
  if (!listing) throw new Error('a listing that was written has no row')
  const submitted = await submitDraft(tx, now, scope, listing, listing.version)
  // A variant that was taken away by hand and comes back is no change to review.
  if (submitted.ok || submitted.code === 'nothing-changed') return null
  const row = rows[0]?.row ?? 0
  const problems: Array<DraftProblem | { field: string; code: string }> =
    submitted.code === 'has-problems' ? submitted.detail : [{ field: 'title', code: submitted.code }]
  return failure(
    'faulty',
    problems.map(({ field, code }) => ({ row, column: columnOf(field), code, value: '' })),
  )
}
