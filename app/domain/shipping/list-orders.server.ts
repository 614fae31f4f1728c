import type { OrderStatus } from '#app/domain/orders/lifecycle.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { OrderFilter } from './order-filter.ts'
import { aroundPage, cursorAfter, type OrderCursor, pageOfOrders } from './order-pages.ts'
import type { Storage } from './parcels.ts'

export type ShopOrderItem = {
  number: string
  status: OrderStatus
  paidAt: Date
  recipient: string
  region: string
  hasNote: boolean
  hasOpenRequest: boolean
  lines: Array<{ title: string; label: string; quantity: number }>
  /** What is still to be sent, one entry a parcel. */
  unsent: Array<Storage>
  /** Something of it waits for longer than its own page says. */
  isLate: boolean
}

type Row = Omit<ShopOrderItem, 'lines' | 'isLate'> & {
  id: string
  /** By when the first of what is unsent should have left; null where nothing is. */
  dueAt: Date | null
  lines: Array<{ title: string; titleEn: string; label: string; labelEn: string; quantity: number }>
}

const pageSize = 20

/** What has waited longest comes first; of what was sent, the newest. */
export async function listShopOrders(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { enterpriseId }: EnterpriseScope,
  locale: Locale,
  filter: OrderFilter,
  after: string | null,
): Promise<Page<ShopOrderItem>> {
  const { rows } = await pool.query<Row>(
    orderStatement(enterpriseId, filter, readCursor(after, isInstant, isUuid)),
  )
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return {
    items: items.map((row) => toItem(row, locale, clock.now())),
    next: rows.length > pageSize && last ? cursorAfter(last) : null,
  }
}

/** Only the orders of the page are looked at. */
function orderStatement(enterpriseId: number, filter: OrderFilter, after: OrderCursor | null) {
  const page = pageOfOrders(enterpriseId, filter, after, pageSize + 1)
  return aroundPage(
    filter,
    `SELECT o.id, o.number, o.status, o.paid_at AS "paidAt", g.recipient, g.region, COALESCE(g.note, '') <> '' AS "hasNote",
      l.lines, u.unsent, (SELECT due_at FROM waiting_order WHERE id = o.id) AS "dueAt",
      EXISTS (SELECT FROM after_sale a JOIN order_line l ON l.id = a.order_line_id
        WHERE l.order_id = o.id AND a.status IN ('requested', 'awaiting-return')) AS "hasOpenRequest"
    FROM (${page.text}) o JOIN order_group g ON g.id = o.group_id
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('title', l.title, 'titleEn', l.title_en, 'label', l.variant_label,
        'labelEn', l.variant_label_en, 'quantity', l.quantity) ORDER BY l.storage, l.id) AS lines
      FROM order_line l WHERE l.order_id = o.id
    ) l
    CROSS JOIN LATERAL (
      SELECT COALESCE(array_agg(DISTINCT p.storage), '{}') AS unsent
      FROM unsent_line c JOIN parcel p ON p.id = c.parcel_id WHERE c.order_id = o.id AND g.status = 'paid'
    ) u
    ORDER BY ${page.order}`,
    page.values,
  )
}

function toItem({ id: _id, lines, dueAt, ...item }: Row, locale: Locale, now: Date): ShopOrderItem {
  return {
    ...item,
    isLate: dueAt !== null && dueAt < now,
    lines: lines.map(({ title, titleEn, label, labelEn, quantity }) => ({
      title: inLocale(locale, title, titleEn),
      label: inLocale(locale, label, labelEn),
      quantity,
    })),
  }
}
