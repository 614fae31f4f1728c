import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Fen } from '#app/kernel/money.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

export type WaitingInvoice = {
  id: string
  orderNumber: string
  enterprise: { slug: string; name: string; nameEn: string }
  /** What is kept of the order so far. */
  amountFen: Fen
  requestedAt: Date
}
type Row = Omit<WaitingInvoice, 'enterprise'> & WaitingInvoice['enterprise']

const pageSize = 30

/** What buyers asked all enterprises for and none has issued yet, the oldest first. For whom, only the enterprise reads. */
export async function listWaitingInvoices(
  { pool }: Pick<Services, 'pool'>,
  _scope: OrganizerScope,
  after: string | null,
): Promise<Page<WaitingInvoice>> {
  const [requestedAt, id] = readCursor(after, isInstant, isUuid) ?? ['-infinity', null]
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT i.id, o.number AS "orderNumber", e.slug, e.name, e.name_en AS "nameEn",
      kept_of(o.id) AS "amountFen", i.requested_at AS "requestedAt"
    FROM invoice i JOIN shop_order o ON o.id = i.order_id JOIN enterprise e ON e.id = i.enterprise_id
    WHERE i.status = 'requested' AND kept_of(o.id) > 0
      AND (${id}::uuid IS NULL OR (i.requested_at, i.id) > (${requestedAt}::timestamptz, ${id}::uuid))
    ORDER BY i.requested_at, i.id LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? items.at(-1) : undefined
  return {
    items: items.map(({ slug, name, nameEn, ...row }) => ({ ...row, enterprise: { slug, name, nameEn } })),
    next: last ? encodeCursor([last.requestedAt.toISOString(), last.id]) : null,
  }
}
