import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { isIntegerId, isUuid } from '#app/kernel/ids.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

export type InvoicePaper = { fileKey: string; number: string }
type Finding = Pick<Services, 'pool'>

/** Of the enterprise's own invoice; with a version, as it was before it was replaced. */
export async function findOwnPaper(
  { pool }: Finding,
  { enterpriseId }: EnterpriseScope,
  id: string,
  version: number | null = null,
): Promise<InvoicePaper | null> {
  if (!isUuid(id) || (version !== null && !isIntegerId(version))) return null
  const [paper] = await sqlOn(pool).$queryRaw<Array<InvoicePaper>>`
    SELECT COALESCE(r.file_key, i.file_key) AS "fileKey", COALESCE(r.number, i.number) AS number
    FROM invoice i LEFT JOIN invoice_replacement r ON r.invoice_id = i.id AND r.version = ${version}::int
    WHERE i.id = ${id}::uuid AND i.enterprise_id = ${enterpriseId} AND i.status = 'issued'
      AND (${version}::int IS NULL OR r.version IS NOT NULL)`
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
