import type { EnterpriseScope, OrganizerScope } from '#app/domain/staff/scope.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { findOpenMonths, type OpenMonths, sumOpenMonths } from './open-months.server.ts'
import { isPeriod } from './period.ts'
import type { Statement } from './statement.ts'
import { type SumsRow, toSums } from './statement-rows.ts'

/** With what finds its lines: those of a closed statement by its id, those of an open one in the ledger. */
export type FoundStatement = {
  statement: Statement
  enterprise: { name: string; nameEn: string }
  source: { statementId: string } | { open: OpenMonths }
}
type Finding = Pick<Services, 'pool' | 'clock'>

/** Of one of the enterprise's own months; null for a month before its first or after the running one. */
export async function findStatement(
  { pool, clock }: Finding,
  { enterpriseId, name }: EnterpriseScope,
  period: string,
): Promise<FoundStatement | null> {
  if (!isPeriod(period)) return null
  const sql = sqlOn(pool)
  const closed = await findClosed(sql, { enterpriseId, period, id: null })
  if (closed) return closed
  const months = await findOpenMonths(sql, clock.now(), enterpriseId)
  const open = (await sumOpenMonths(sql, months)).find((month) => month.period === period)
  if (!open) return null
  const dates = { closedAt: null, paidAt: null, paidReference: null, paidTo: null }
  return { statement: { ...open, ...dates }, enterprise: { name, nameEn: name }, source: { open: months } }
}

/** A closed one, for those who settle with all. */
export async function findClosedStatement(
  { pool }: Finding,
  _scope: OrganizerScope,
  id: string,
): Promise<FoundStatement | null> {
  return isUuid(id) ? await findClosed(sqlOn(pool), { enterpriseId: null, period: null, id }) : null
}

type Key = { enterpriseId: number | null; period: string | null; id: string | null }
type Row = SumsRow &
  Pick<Statement, 'period' | 'closedAt' | 'paidAt' | 'paidReference' | 'paidTo'> & {
    id: string
    name: string
    nameEn: string
  }

async function findClosed(sql: Sql, { enterpriseId, period, id }: Key): Promise<FoundStatement | null> {
  const [row] = await sql.$queryRaw<Array<Row>>`
    SELECT s.id, s.period, s.items_fen AS "itemsFen", s.shipping_fen AS "shippingFen", s.refunds_fen AS "refundsFen",
      s.fee_fen AS "feeFen", s.net_fen AS "netFen", s.closed_at AS "closedAt", s.paid_at AS "paidAt",
      s.paid_reference AS "paidReference", s.paid_to AS "paidTo", e.name, e.name_en AS "nameEn"
    FROM statement s JOIN enterprise e ON e.id = s.enterprise_id
    WHERE s.id = ${id}::uuid OR s.enterprise_id = ${enterpriseId}::int AND s.period = ${period}`
  if (!row) return null
  const { period: month, closedAt, paidAt, paidReference, paidTo, name, nameEn } = row
  const state = paidAt ? 'paid' : 'closed'
  return {
    statement: { ...toSums(row), period: month, state, closedAt, paidAt, paidReference, paidTo },
    enterprise: { name, nameEn },
    source: { statementId: row.id },
  }
}
