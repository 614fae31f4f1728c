import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { readListings } from '../listing-record.server.ts'
import type { ImportContext } from './import-context.server.ts'
import type { KnownGoods } from './known-goods.server.ts'
import { isChange, type Plan, type PlanContext, planProduct } from './plan-product.ts'
import { type RowGroup, readRow } from './read-rows.ts'

export type PlannedGroup = { group: RowGroup; plan: Plan; expected: 'created' | 'changed' | 'unchanged' }

/** What the rows of many products would change of what there is now, which is read at once. */
export async function planGroups(
  sql: Sql,
  scope: EnterpriseScope,
  groups: ReadonlyArray<RowGroup>,
  known: KnownGoods,
  context: ImportContext & Pick<PlanContext, 'findPhoto'>,
): Promise<Array<PlannedGroup>> {
  const ids = groups.flatMap(({ listing }) => listing ?? [])
  const listings = new Map((await readListings(sql, scope, ids)).map((listing) => [listing.id, listing]))
  return groups.map((group) => {
    const listing = group.listing ? listings.get(group.listing) : undefined
    const current = listing ? { ...listing, free: known.free } : null
    const read = group.rows.map((row) => readRow(row, context.choicesOf))
    const plan = planProduct(read, current, context)
    return { group, plan, expected: current === null ? 'created' : isChange(plan) ? 'changed' : 'unchanged' }
  })
}
