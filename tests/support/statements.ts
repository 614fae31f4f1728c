import { findStatement } from '#app/domain/settlements/find-statement.server.ts'
import { listLines } from '#app/domain/settlements/list-lines.server.ts'
import { listStatements } from '#app/domain/settlements/list-statements.server.ts'
import type { StatementItem, StatementSums } from '#app/domain/settlements/statement.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { TestDatabase } from './database.ts'

type Reading = Pick<Services, 'pool' | 'clock'>
const columns = ['itemsFen', 'shippingFen', 'refundsFen', 'feeFen', 'netFen'] as const
type Sums = Record<(typeof columns)[number], number>

const nothing: Sums = { itemsFen: 0, shippingFen: 0, refundsFen: 0, feeFen: 0, netFen: 0 }

export function addUp(items: ReadonlyArray<StatementSums>): Sums {
  const sums = { ...nothing }
  for (const item of items) for (const column of columns) sums[column] += item[column]
  return sums
}

/** All months of an enterprise as its owner sees them. */
export async function readMonths(services: Reading, owner: EnterpriseScope): Promise<Array<StatementItem>> {
  const months: Array<StatementItem> = []
  let after: string | null = null
  do {
    const page = await listStatements(services, owner, after)
    months.push(...page.items)
    after = page.next
  } while (after)
  return months
}

/** A month as its own page has it, with the sums of its lines, page by page. */
export async function readMonth(services: Reading, owner: EnterpriseScope, period: string) {
  const found = await findStatement(services, owner, period)
  if (!found) throw new Error(`no statement of ${period}`)
  const lines = []
  let after: string | null = null
  do {
    const page = await listLines(services, found, after, 3)
    lines.push(...page.items)
    after = page.next
  } while (after)
  return { statement: found.statement, lines }
}

/** What an enterprise's orders say that it must be in its statements together, by none of the ledger. */
export async function expectedOf(
  { db }: Pick<TestDatabase, 'db'>,
  enterpriseId: number,
): Promise<Sums & { fullyRefunded: number }> {
  const orders = await db.order.findMany({
    where: { enterpriseId, group: { status: { in: ['paid', 'refunding', 'refunded'] } } },
    include: { lines: true },
  })
  const sums = { ...nothing, fullyRefunded: 0 }
  for (const { itemsFen, shippingFen, refundedFen, totalFen, feeBasisPoints, lines } of orders) {
    const kept = lines.reduce((sum, line) => sum + line.amountFen - line.refundedFen, 0)
    const feeFen = Math.floor((kept * feeBasisPoints) / 10_000 + 0.5)
    sums.itemsFen += itemsFen
    sums.shippingFen += shippingFen
    sums.refundsFen += refundedFen
    sums.feeFen += feeFen
    sums.netFen += totalFen - refundedFen - feeFen
    if (refundedFen === totalFen) sums.fullyRefunded += 1
  }
  return sums
}
