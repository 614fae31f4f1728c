import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

export type InvoicePaper = { fileKey: string; number: string }
type Finding = Pick<Services, 'pool'>

/** Of the enterprise's own invoice. */
export async function findOwnPaper(
  { pool }: Finding,
  { enterpriseId }: EnterpriseScope,
  id: string,
): Promise<InvoicePaper | null> {
  if (!isUuid(id)) return null
  const [paper] = await sqlOn(pool).$queryRaw<Array<InvoicePaper>>`
    SELECT file_key AS "fileKey", number FROM invoice
    WHERE id = ${id}::uuid AND enterprise_id = ${enterpriseId} AND status = 'issued'`
  return paper ?? null
}

/** Of one order of the group behind an unguessable link. */
export async function findBuyersPaper(
  { pool }: Finding,
  { token, orderNumber }: { token: string; orderNumber: string },
): Promise<InvoicePaper | null> {
  const [paper] = await sqlOn(pool).$queryRaw<Array<InvoicePaper>>`
    SELECT i.file_key AS "fileKey", i.number
    FROM order_group g JOIN shop_order o ON o.group_id = g.id JOIN invoice i ON i.order_id = o.id
    WHERE g.token = ${token} AND o.number = ${orderNumber} AND i.status = 'issued'`
  return paper ?? null
}
