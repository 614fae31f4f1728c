import { isInstant } from '#app/kernel/clock.ts'
import { encodeCursor, isText, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { FoundStatement } from './find-statement.server.ts'
import type { OpenMonths } from './open-months.server.ts'
import { endOfPeriod, startOfPeriod } from './period.ts'
import type { StatementLine } from './statement.ts'
import { type LineRow, toLine } from './statement-rows.ts'

type KeyedRow = LineRow & { reference: string }
type From = { occurredAt: string; reference: string; limit: number }

/** In the order in which they happened. Whoever found the statement may read its lines. */
export async function listLines(
  { pool }: Pick<Services, 'pool'>,
  { source, statement: { period } }: FoundStatement,
  after: string | null,
  size = 50,
): Promise<Page<StatementLine>> {
  const [occurredAt, reference] = readCursor(after, isInstant, isText) ?? ['-infinity', '']
  const from = { occurredAt, reference, limit: size + 1 }
  const sql = sqlOn(pool)
  const rows =
    'open' in source
      ? await readOpen(sql, source.open, period, from)
      : await readClosed(sql, source.statementId, from)
  const last = rows.length > size ? rows[size - 1] : undefined
  return {
    items: rows.slice(0, size).map(({ reference: _, ...row }) => toLine(row)),
    next: last ? encodeCursor([last.occurredAt.toISOString(), last.reference]) : null,
  }
}

function readClosed(sql: Sql, statementId: string, { occurredAt, reference, limit }: From) {
  return sql.$queryRaw<Array<KeyedRow>>`
    SELECT kind, reference, order_number AS "orderNumber", occurred_at AS "occurredAt", items_fen AS "itemsFen",
      shipping_fen AS "shippingFen", fee_fen AS "feeFen", net_fen AS "netFen"
    FROM statement_line
    WHERE statement_id = ${statementId}::uuid AND (occurred_at, reference) > (${occurredAt}::timestamptz, ${reference})
    ORDER BY occurred_at, reference LIMIT ${limit}`
}

function readOpen(sql: Sql, months: OpenMonths, period: string, { occurredAt, reference, limit }: From) {
  const { enterpriseId, first } = months
  const since = period === first ? '-infinity' : startOfPeriod(period).toISOString()
  return sql.$queryRaw<Array<KeyedRow>>`
    SELECT kind, reference, order_number AS "orderNumber", occurred_at AS "occurredAt", items_fen AS "itemsFen",
      shipping_fen AS "shippingFen", fee_fen AS "feeFen", net_fen AS "netFen"
    FROM unsettled_line
    WHERE enterprise_id = ${enterpriseId} AND occurred_at >= ${since}::timestamptz AND occurred_at < ${endOfPeriod(period)}
      AND (occurred_at, reference) > (${occurredAt}::timestamptz, ${reference})
    ORDER BY occurred_at, reference LIMIT ${limit}`
}
