import type { RefundStatus } from '#app/domain/orders/lifecycle.ts'
import type { AfterSaleView } from '#app/domain/orders/order-view.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { binder, prepared, sqlOn } from '#app/platform/sql.server.ts'
import { type Answering, enterpriseIdOf } from './lock-request.server.ts'

export type RequestStand = 'open' | 'closed'

export type RequestItem = Pick<
  AfterSaleView,
  'id' | 'kind' | 'reason' | 'status' | 'quantity' | 'deadlineAt' | 'isEscalated'
> & {
  createdAt: Date
  /** Of the buyer to the answer: the number of the return, or why it is wrong. */
  hasReply: boolean
  isOverdue: boolean
  orderNumber: string
  enterpriseName: string
  title: string
  label: string
}
export type RequestPage = RequestItem & {
  body: string
  photos: Array<string>
  answer: string | null
  reply: string | null
  isClosed: boolean
  bought: number
  lineFen: Fen
  lineRefundedFen: Fen
  orderFen: Fen
  orderRefundedFen: Fen
  refund: { status: RefundStatus; amountFen: Fen } | null
}

type Named = { titleEn: string; labelEn: string; enterpriseNameEn: string }
const pageSize = 20

/** The most urgent first; of those that are over, the newest. */
export async function listRequests(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: Answering,
  locale: Locale,
  stand: RequestStand,
  after: string | null,
): Promise<Page<RequestItem>> {
  const { rows } = await pool.query<Omit<RequestItem, 'isOverdue'> & Named>(
    pageStatement(scope, stand, readCursor(after, isInstant, isUuid)),
  )
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return {
    items: items.map((row) => ({
      ...named(row, locale),
      isOverdue: stand === 'open' && row.deadlineAt <= clock.now(),
    })),
    next: rows.length > pageSize && last ? encodeCursor([last[placeOf[stand]].toISOString(), last.id]) : null,
  }
}

/** What a list is in the order of. */
const placeOf = { open: 'deadlineAt', closed: 'createdAt' } as const

/** Each kind of list is a statement by itself, in the order of an index (T89). */
function pageStatement(scope: Answering, stand: RequestStand, cursor: RequestCursor | null) {
  const enterpriseId = enterpriseIdOf(scope)
  const [column, direction] = stand === 'open' ? ['a.deadline_at', 'ASC'] : ['a.created_at', 'DESC']
  const { values, add } = binder([pageSize + 1])
  const conditions = [
    enterpriseId === null ? 'a.escalated_at IS NOT NULL' : `a.enterprise_id = ${add(enterpriseId)}`,
    `a.closed_at IS ${stand === 'open' ? '' : 'NOT '}NULL`,
  ]
  if (cursor)
    conditions.push(
      `(${column}, a.id) ${stand === 'open' ? '>' : '<'} (${add(cursor[0])}::timestamptz, ${add(cursor[1])}::uuid)`,
    )
  return prepared(
    `SELECT a.id, a.kind, a.reason, a.status, a.quantity, a.deadline_at AS "deadlineAt", a.created_at AS "createdAt",
      a.escalated_at IS NOT NULL AS "isEscalated", a.replied_at IS NOT NULL AS "hasReply", o.number AS "orderNumber", e.name AS "enterpriseName",
      e.name_en AS "enterpriseNameEn", l.title, l.title_en AS "titleEn", l.variant_label AS label,
      l.variant_label_en AS "labelEn"
    FROM after_sale a JOIN order_line l ON l.id = a.order_line_id JOIN shop_order o ON o.id = l.order_id
    JOIN enterprise e ON e.id = a.enterprise_id
    WHERE ${conditions.join(' AND ')} ORDER BY ${column} ${direction}, a.id ${direction} LIMIT $1`,
    values,
  )
}

/** Null when it is out of this person's reach. */
export async function findRequest(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: Answering,
  locale: Locale,
  id: string,
): Promise<RequestPage | null> {
  if (!isUuid(id)) return null
  const enterpriseId = enterpriseIdOf(scope)
  const [row] = await sqlOn(pool).$queryRaw<Array<RequestPage & Named>>`
    SELECT a.id, a.kind, a.reason, a.status, a.quantity, a.deadline_at AS "deadlineAt", a.created_at AS "createdAt",
      a.escalated_at IS NOT NULL AS "isEscalated", a.replied_at IS NOT NULL AS "hasReply", a.body, a.photos, a.answer, a.reply,
      a.closed_at IS NOT NULL AS "isClosed", a.closed_at IS NULL AND a.deadline_at <= ${clock.now()} AS "isOverdue",
      o.number AS "orderNumber", o.total_fen AS "orderFen", o.refunded_fen AS "orderRefundedFen",
      e.name AS "enterpriseName", e.name_en AS "enterpriseNameEn", l.title, l.title_en AS "titleEn",
      l.variant_label AS label, l.variant_label_en AS "labelEn", l.quantity AS bought, l.amount_fen AS "lineFen",
      l.refunded_fen AS "lineRefundedFen",
      CASE WHEN r.id IS NOT NULL THEN json_build_object('status', r.status, 'amountFen', r.amount_fen) END AS refund
    FROM after_sale a JOIN order_line l ON l.id = a.order_line_id JOIN shop_order o ON o.id = l.order_id
    JOIN enterprise e ON e.id = a.enterprise_id LEFT JOIN refund r ON r.id = a.refund_id
    WHERE a.id = ${id}::uuid
      AND (a.enterprise_id = ${enterpriseId}::int OR ${enterpriseId}::int IS NULL AND a.escalated_at IS NOT NULL)`
  return row ? named(row, locale) : null
}

function named<Row extends Omit<RequestItem, 'isOverdue'>>(row: Row & Named, locale: Locale): Row {
  const { titleEn, labelEn, enterpriseNameEn } = row
  return {
    ...row,
    title: inLocale(locale, row.title, titleEn),
    label: inLocale(locale, row.label, labelEn),
    enterpriseName: inLocale(locale, row.enterpriseName, enterpriseNameEn),
  }
}

type RequestCursor = readonly [at: string, id: string]
