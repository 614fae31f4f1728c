import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { findOpenMonths, sumOpenMonths } from './open-months.server.ts'
import { isPeriod } from './period.ts'
import type { StatementItem } from './statement.ts'
import { type SumsRow, toSums } from './statement-rows.ts'

const pageSize = 24
type Row = SumsRow & Pick<StatementItem, 'period' | 'state'>

/** An enterprise's months, newest first: the open ones at the head of the first page. */
export async function listStatements(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { enterpriseId }: EnterpriseScope,
  after: string | null,
): Promise<Page<StatementItem>> {
  const sql = sqlOn(pool)
  const [before = null] = readCursor(after, isPeriod) ?? []
  const open = before ? [] : await sumOpenMonths(sql, await findOpenMonths(sql, clock.now(), enterpriseId))
  const rows = await sql.$queryRaw<Array<Row>>`
    SELECT period, CASE WHEN paid_at IS NULL THEN 'closed' ELSE 'paid' END AS state, items_fen AS "itemsFen",
      shipping_fen AS "shippingFen", refunds_fen AS "refundsFen", fee_fen AS "feeFen", net_fen AS "netFen"
    FROM statement WHERE enterprise_id = ${enterpriseId} AND (${before}::text IS NULL OR period < ${before})
    ORDER BY period DESC LIMIT ${pageSize + 1}`
  const closed = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? closed.at(-1) : undefined
  return {
    items: [...open, ...closed.map((row) => ({ period: row.period, state: row.state, ...toSums(row) }))],
    next: last ? encodeCursor([last.period]) : null,
  }
}
