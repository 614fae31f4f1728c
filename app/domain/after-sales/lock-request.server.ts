import type { AfterSaleStatus } from '#app/domain/orders/lifecycle.ts'
import { lockGroup } from '#app/domain/payments/payment-rows.server.ts'
import type { EnterpriseScope, OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** An enterprise answers its own requests, the organizers those that were escalated to them. */
export type Answering = EnterpriseScope | OrganizerScope

export type LockedRequest = {
  id: string
  lineId: string
  orderId: string
  orderNumber: string
  groupId: string
  enterpriseId: number
  kind: 'refund-only' | 'return-and-refund'
  status: AfterSaleStatus
  quantity: number
  answer: string | null
  isClosed: boolean
}

/** Null for the organizers: see Answering. */
export function enterpriseIdOf(scope: Answering): number | null {
  return 'enterpriseId' in scope ? scope.enterpriseId : null
}

/** The request of somebody's reach, read under the lock of its group: refunds and shipping wait, too. */
export async function lockRequest(tx: Sql, scope: Answering, id: string): Promise<LockedRequest | null> {
  const found = await findRequest(tx, scope, id)
  if (!found || !(await lockGroup(tx, found.groupId))) return null
  return (await findRequest(tx, scope, id)) ?? null
}

async function findRequest(tx: Sql, scope: Answering, id: string): Promise<LockedRequest | undefined> {
  const enterpriseId = enterpriseIdOf(scope)
  const [request] = await tx.$queryRaw<Array<LockedRequest>>`
    SELECT a.id, a.order_line_id AS "lineId", o.id AS "orderId", o.number AS "orderNumber", o.group_id AS "groupId",
      a.enterprise_id AS "enterpriseId", a.kind, a.status, a.quantity, a.answer, a.closed_at IS NOT NULL AS "isClosed"
    FROM after_sale a JOIN order_line l ON l.id = a.order_line_id JOIN shop_order o ON o.id = l.order_id
    WHERE a.id = ${id}::uuid AND (a.enterprise_id = ${enterpriseId}::int
      OR ${enterpriseId}::int IS NULL AND a.escalated_at IS NOT NULL)`
  return request
}
