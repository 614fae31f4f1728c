import { findEndingPapers } from '#app/domain/listings/ending-papers.server.ts'
import { lapsedSince } from '#app/domain/listings/lifecycle.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { after, day, shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { warningDays } from './document.ts'
import { mostTodos, type TodoKind, type Todos } from './todos.ts'

/** Each count ends at `mostTodos`, however much there is. */
export async function countTodos(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
): Promise<Todos> {
  const [counts, ending] = await Promise.all([countRows(services, scope), findEndingPapers(services, scope)])
  const { lateToShip, lateAfterSales, ...todos } = counts
  return { ...todos, papers: ending.length, late: { toShip: lateToShip, afterSales: lateAfterSales } }
}

type Counts = Record<Exclude<TodoKind, 'papers'> | 'lateToShip' | 'lateAfterSales', number>

async function countRows(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { enterpriseId }: EnterpriseScope,
): Promise<Counts> {
  const now = clock.now()
  const soon = shanghaiDay(after(now, warningDays[0] * day))
  const [counts] = await sqlOn(pool).$queryRaw<Array<Counts>>`
    SELECT o.*, a.*,
      (SELECT count(*)::int FROM (
        SELECT FROM product p JOIN review r ON r.product_id = p.id
        WHERE p.enterprise_id = ${enterpriseId} AND r.status = 'published' AND r.reply IS NULL LIMIT ${mostTodos}
      ) AS found) AS reviews,
      (SELECT count(*)::int FROM (
        SELECT FROM listing WHERE enterprise_id = ${enterpriseId} AND status = 'returned' LIMIT ${mostTodos}
      ) AS found) AS returned,
      (SELECT count(*)::int FROM (
        SELECT FROM listing WHERE enterprise_id = ${enterpriseId} AND lapsed_at > ${lapsedSince(clock.now())}
          AND status <> 'submitted' AND publish_at IS NULL LIMIT ${mostTodos}
      ) AS found) AS lapsed,
      (SELECT count(*)::int FROM (
        SELECT FROM product p JOIN variant v ON v.product_id = p.id AND v.is_active
          JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
        WHERE p.enterprise_id = ${enterpriseId} AND p.status = 'published' AND s.free <= v.low_stock_at LIMIT ${mostTodos}
      ) AS found) AS "lowStock",
      (SELECT count(*)::int FROM standing_document
       WHERE enterprise_id = ${enterpriseId} AND expires_on <= ${soon}::date) AS documents,
      (SELECT count(*)::int FROM (
        SELECT FROM invoice i
        WHERE i.enterprise_id = ${enterpriseId} AND i.status = 'requested' AND kept_of(i.order_id) > 0 LIMIT ${mostTodos}
      ) AS found) AS invoices,
      (SELECT count(*)::int FROM (
        SELECT FROM invoice i JOIN invoice_reversal v ON v.invoice_id = i.id AND v.number IS NULL
        WHERE i.enterprise_id = ${enterpriseId} AND i.status = 'issued' LIMIT ${mostTodos}
      ) AS found) AS reversals
    FROM (
      SELECT count(*)::int AS "toShip", (count(*) FILTER (WHERE due_at < ${now}))::int AS "lateToShip"
      FROM (SELECT due_at FROM waiting_order WHERE enterprise_id = ${enterpriseId} ORDER BY paid_at LIMIT ${mostTodos}) found
    ) o, (
      SELECT count(*)::int AS "afterSales", (count(*) FILTER (WHERE deadline_at <= ${now}))::int AS "lateAfterSales"
      FROM (SELECT deadline_at FROM request_to_answer WHERE enterprise_id = ${enterpriseId} LIMIT ${mostTodos}) found
    ) a`
  if (!counts) throw new Error('a SELECT of sums gives one row')
  return counts
}
