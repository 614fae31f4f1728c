import { findEndingPapers } from '#app/domain/listings/ending-papers.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { after, day, shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { warningDays } from './document.ts'
import { mostTodos, type Todos } from './todos.ts'

/** Each count ends at `mostTodos`, however much there is. */
export async function countTodos(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
): Promise<Todos> {
  const [counts, ending] = await Promise.all([countRows(services, scope), findEndingPapers(services, scope)])
  return { ...counts, papers: ending.length }
}

async function countRows(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { enterpriseId }: EnterpriseScope,
): Promise<Omit<Todos, 'papers'>> {
  const soon = shanghaiDay(after(clock.now(), warningDays[0] * day))
  const [counts] = await sqlOn(pool).$queryRaw<Array<Omit<Todos, 'papers'>>>`
    SELECT
      (SELECT count(*)::int FROM (
        SELECT FROM shop_order WHERE enterprise_id = ${enterpriseId} AND status IN ('to-ship', 'partly-shipped') LIMIT ${mostTodos}
      ) AS found) AS "toShip",
      (SELECT count(*)::int FROM (
        SELECT FROM after_sale
        WHERE enterprise_id = ${enterpriseId} AND status = 'requested' AND closed_at IS NULL LIMIT ${mostTodos}
      ) AS found) AS "afterSales",
      (SELECT count(*)::int FROM (
        SELECT FROM product p JOIN review r ON r.product_id = p.id
        WHERE p.enterprise_id = ${enterpriseId} AND r.status = 'published' AND r.reply IS NULL LIMIT ${mostTodos}
      ) AS found) AS reviews,
      (SELECT count(*)::int FROM (
        SELECT FROM listing WHERE enterprise_id = ${enterpriseId} AND status = 'returned' LIMIT ${mostTodos}
      ) AS found) AS returned,
      (SELECT count(*)::int FROM (
        SELECT FROM product p JOIN variant v ON v.product_id = p.id AND v.is_active
          JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
        WHERE p.enterprise_id = ${enterpriseId} AND p.status = 'published' AND s.free <= v.low_stock_at LIMIT ${mostTodos}
      ) AS found) AS "lowStock",
      (SELECT count(*)::int FROM enterprise_document
       WHERE enterprise_id = ${enterpriseId} AND replaced_at IS NULL AND expires_on <= ${soon}::date) AS documents,
      (SELECT count(*)::int FROM (
        SELECT FROM invoice i
        WHERE i.enterprise_id = ${enterpriseId} AND i.status = 'requested' AND kept_of(i.order_id) > 0 LIMIT ${mostTodos}
      ) AS found) AS invoices,
      (SELECT count(*)::int FROM (
        SELECT FROM invoice i JOIN invoice_reversal v ON v.invoice_id = i.id AND v.number IS NULL
        WHERE i.enterprise_id = ${enterpriseId} AND i.status = 'issued' LIMIT ${mostTodos}
      ) AS found) AS reversals`
  if (!counts) throw new Error('a SELECT without FROM gives one row')
  return counts
}
