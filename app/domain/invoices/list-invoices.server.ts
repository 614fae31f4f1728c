import { type InvoiceRequest, readInvoiceRequest } from '#app/domain/orders/invoice.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { firstUuid, isUuid } from '#app/kernel/ids.ts'
import type { Fen } from '#app/kernel/money.ts'
import { encodeCursor, isNumber, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { InvoiceStand } from './stands.ts'

export type InvoiceItem = {
  id: string
  orderNumber: string
  /** Null when the buyer's account was deleted since. */
  request: InvoiceRequest | null
  /** To be invoiced, or what it was issued for. */
  amountFen: Fen
  requestedAt: Date
  issuedAt: Date | null
  sequence: number | null
  number: string | null
  reversals: Array<{ id: string; amountFen: Fen; number: string | null }>
}
type Row = Omit<InvoiceItem, 'request'> & { request: unknown }

const pageSize = 20

/** Those that wait first come first; of those that are issued, the newest. */
export async function listInvoices(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
  stand: InvoiceStand,
  after: string | null,
): Promise<Page<InvoiceItem>> {
  const [at, id] = readCursor(after, isNumber, isUuid) ?? [Number.NEGATIVE_INFINITY, firstUuid]
  const rows = await sqlOn(pool).$queryRaw<Array<Row & { rank: number }>>`
    SELECT i.id, o.number AS "orderNumber", g.invoice AS request, i.requested_at AS "requestedAt", i.issued_at AS "issuedAt",
      i.sequence, i.number, r.rank,
      CASE WHEN i.status = 'issued' THEN i.amount_fen ELSE o.total_fen - o.refunded_fen END AS "amountFen",
      (SELECT COALESCE(json_agg(json_build_object('id', v.id, 'amountFen', v.amount_fen, 'number', v.number)
        ORDER BY v.created_at, v.id), '[]') FROM invoice_reversal v WHERE v.invoice_id = i.id) AS reversals
    FROM invoice i JOIN shop_order o ON o.id = i.order_id JOIN order_group g ON g.id = o.group_id
    CROSS JOIN LATERAL (SELECT CASE WHEN ${stand} = 'waiting' THEN extract(epoch FROM i.requested_at)
      ELSE -i.sequence END::float8 AS rank) r
    WHERE i.enterprise_id = ${enterpriseId} AND (r.rank, i.id) > (${at}::float8, ${id}::uuid)
      AND CASE ${stand}
        WHEN 'waiting' THEN i.status = 'requested' AND o.refunded_fen < o.total_fen
        WHEN 'issued' THEN i.status = 'issued'
        ELSE EXISTS (SELECT FROM invoice_reversal v WHERE v.invoice_id = i.id AND v.number IS NULL) END
    ORDER BY r.rank, i.id LIMIT ${pageSize + 1}`
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    items: rows
      .slice(0, pageSize)
      .map(({ rank: _, request, ...row }) => ({ ...row, request: readInvoiceRequest(request) })),
    next: last ? encodeCursor([last.rank, last.id]) : null,
  }
}
