import { type InvoiceRequest, readInvoiceRequest } from '#app/domain/orders/invoice.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isIntegerId, isUuid } from '#app/kernel/ids.ts'
import type { Fen } from '#app/kernel/money.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { binder, prepared } from '#app/platform/sql.server.ts'
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
  version: number
  /** What it was before, newest first. */
  replacements: Array<InvoiceReplacement>
}
export type InvoiceReplacement = {
  version: number
  number: string
  replacedAt: Date
  replacedBy: string
  reason: string
}
type Row = Omit<InvoiceItem, 'request' | 'replacements'> & {
  request: unknown
  replacements: Array<Omit<InvoiceReplacement, 'replacedAt'> & { replacedAt: string }>
}

const pageSize = 20

/** What is in a list, and in the order of which index. */
const lists: Record<InvoiceStand, { condition: string; place: string; isNewestFirst: boolean }> = {
  waiting: {
    condition: `i.status = 'requested' AND kept_of(o.id) > 0`,
    place: 'i.requested_at',
    isNewestFirst: false,
  },
  reversal: {
    condition: `i.status = 'issued'
      AND EXISTS (SELECT FROM invoice_reversal v WHERE v.invoice_id = i.id AND v.number IS NULL)`,
    place: 'i.sequence',
    isNewestFirst: true,
  },
  issued: { condition: `i.status = 'issued'`, place: 'i.sequence', isNewestFirst: true },
}

/** Those that wait first come first; of those that are issued, the newest. `text`: an order's number, or of a title. */
export async function listInvoices(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
  stand: InvoiceStand,
  after: string | null,
  text = '',
): Promise<Page<InvoiceItem>> {
  const cursor =
    stand === 'waiting' ? readCursor(after, isInstant, isUuid) : readCursor(after, isIntegerId, isUuid)
  const { rows } = await pool.query<Row>(pageStatement(enterpriseId, stand, cursor, text))
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    items: rows.slice(0, pageSize).map(({ request, replacements, ...row }) => ({
      ...row,
      request: readInvoiceRequest(request),
      replacements: replacements.map((each) => ({ ...each, replacedAt: new Date(each.replacedAt) })),
    })),
    next: last ? encodeCursor([last.sequence ?? last.requestedAt.toISOString(), last.id]) : null,
  }
}

function pageStatement(
  enterpriseId: number,
  stand: InvoiceStand,
  cursor: readonly [string | number, string] | null,
  text: string,
) {
  const { condition, place, isNewestFirst } = lists[stand]
  const { values, add } = binder([enterpriseId, pageSize + 1])
  const direction = isNewestFirst ? 'DESC' : 'ASC'
  const type = stand === 'waiting' ? 'timestamptz' : 'int'
  const beyond = cursor
    ? `AND (${place}, i.id) ${isNewestFirst ? '<' : '>'} (${add(cursor[0])}::${type}, ${add(cursor[1])}::uuid)`
    : ''
  const wanted = text ? add(text) : ''
  const found = text
    ? `AND (starts_with(o.number, upper(${wanted})) OR strpos(g.invoice ->> 'title', ${wanted}) > 0)`
    : ''
  return prepared(
    `SELECT i.id, o.number AS "orderNumber", g.invoice AS request, i.requested_at AS "requestedAt", i.issued_at AS "issuedAt",
      i.sequence, i.number, i.version,
      CASE WHEN i.version = 1 THEN '[]' ELSE (SELECT json_agg(json_build_object('version', r.version, 'number', r.number,
        'replacedAt', r.replaced_at, 'replacedBy', s.name, 'reason', r.reason) ORDER BY r.version DESC)
        FROM invoice_replacement r JOIN staff s ON s.id = r.replaced_by WHERE r.invoice_id = i.id) END AS replacements,
      CASE WHEN i.status = 'issued' THEN i.amount_fen ELSE kept_of(o.id) END AS "amountFen",
      (SELECT COALESCE(json_agg(json_build_object('id', v.id, 'amountFen', v.amount_fen, 'number', v.number)
        ORDER BY v.created_at, v.id), '[]') FROM invoice_reversal v WHERE v.invoice_id = i.id) AS reversals
    FROM invoice i JOIN shop_order o ON o.id = i.order_id JOIN order_group g ON g.id = o.group_id
    WHERE i.enterprise_id = $1 AND ${condition} ${beyond} ${found}
    ORDER BY ${place} ${direction}, i.id ${direction} LIMIT $2`,
    values,
  )
}
