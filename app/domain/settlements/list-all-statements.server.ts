import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isIntegerId } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { PaidStand } from './paid-stands.ts'
import { isPeriod, type Period } from './period.ts'
import type { StatementItem, StatementSums } from './statement.ts'
import { type SumsRow, toSums } from './statement-rows.ts'

export type StatementFilter = { period: Period | ''; paid: PaidStand | '' }
export type EnterpriseStatement = StatementItem & {
  id: string
  enterpriseName: string
  enterpriseNameEn: string
  /** The end of the number of the account that was confirmed for it. */
  accountEnding: string | null
}

const pageSize = 30
type Row = SumsRow & { enterpriseId: number } & Pick<
    EnterpriseStatement,
    'id' | 'period' | 'state' | 'enterpriseName' | 'enterpriseNameEn' | 'accountEnding'
  >

/** Closed months × enterprises, the newest month first. */
export async function listAllStatements(
  { pool }: Pick<Services, 'pool'>,
  _scope: OrganizerScope,
  { period, paid, after }: StatementFilter & { after: string | null },
): Promise<Page<EnterpriseStatement>> {
  const [atPeriod, atEnterprise] = readCursor(after, isPeriod, isIntegerId) ?? ['9999-12', 0]
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT s.id, s.enterprise_id AS "enterpriseId", s.period, CASE WHEN s.paid_at IS NULL THEN 'closed' ELSE 'paid' END AS state,
      s.items_fen AS "itemsFen", s.shipping_fen AS "shippingFen", s.refunds_fen AS "refundsFen",
      s.fee_fen AS "feeFen", s.net_fen AS "netFen", e.name AS "enterpriseName", e.name_en AS "enterpriseNameEn",
      right(a.number, 4) AS "accountEnding"
    FROM statement s JOIN enterprise e ON e.id = s.enterprise_id
      LEFT JOIN bank_account a ON a.enterprise_id = s.enterprise_id AND a.status = 'confirmed'
    WHERE (${period} = '' OR s.period = ${period}) AND (${paid} = '' OR ${paid} = CASE
        WHEN s.paid_at IS NOT NULL THEN 'paid' WHEN s.net_fen < 0 THEN 'owed' ELSE 'unpaid' END)
      AND (s.period < ${atPeriod} OR s.period = ${atPeriod} AND s.enterprise_id > ${atEnterprise})
    ORDER BY s.period DESC, s.enterprise_id LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? items.at(-1) : undefined
  return {
    items: items.map(({ id, period, state, enterpriseName, enterpriseNameEn, accountEnding, ...sums }) => ({
      ...{ id, period, state, enterpriseName, enterpriseNameEn, accountEnding },
      ...toSums(sums),
    })),
    next: last ? encodeCursor([last.period, last.enterpriseId]) : null,
  }
}

export type PeriodTotal = StatementSums & { period: Period; statements: number; unpaid: number }

/** The platform's months that were closed, newest first: two years of them. */
export async function sumPeriods(
  { pool }: Pick<Services, 'pool'>,
  _scope: OrganizerScope,
): Promise<Array<PeriodTotal>> {
  const rows = await sqlOn(pool).$queryRaw<
    Array<SumsRow & Pick<PeriodTotal, 'period' | 'statements' | 'unpaid'>>
  >`
    SELECT p.period, count(s.id)::int AS statements, (count(s.id) FILTER (WHERE s.paid_at IS NULL AND s.net_fen > 0))::int AS unpaid,
      COALESCE(sum(s.items_fen), 0) AS "itemsFen", COALESCE(sum(s.shipping_fen), 0) AS "shippingFen",
      COALESCE(sum(s.refunds_fen), 0) AS "refundsFen", COALESCE(sum(s.fee_fen), 0) AS "feeFen",
      COALESCE(sum(s.net_fen), 0) AS "netFen"
    FROM (SELECT period FROM statement_period WHERE closed_at IS NOT NULL ORDER BY period DESC LIMIT 24) p
    LEFT JOIN statement s ON s.period = p.period GROUP BY 1 ORDER BY 1 DESC`
  return rows.map(({ period, statements, unpaid, ...sums }) => ({
    period,
    statements,
    unpaid,
    ...toSums(sums),
  }))
}
