import type { OrderStatus } from '#app/domain/orders/lifecycle.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { decodeCursor, encodeCursor, type Page } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { OrderFilter, OrderStand } from './order-filter.ts'
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
}

type Row = Omit<ShopOrderItem, 'lines'> & {
  id: string
  rank: number
  lines: Array<{ title: string; titleEn: string; label: string; labelEn: string; quantity: number }>
}

const pageSize = 20
const stands: Record<OrderStand, ReadonlyArray<OrderStatus>> = {
  'to-ship': ['to-ship', 'partly-shipped'],
  shipped: ['shipped', 'completed'],
  all: ['to-ship', 'partly-shipped', 'shipped', 'completed', 'cancelled', 'refunded'],
}

/** What has waited longest comes first; of what was sent, the newest. */
export async function listShopOrders(
  { pool }: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  locale: Locale,
  { stand, storage, number }: OrderFilter,
  after: string | null,
): Promise<Page<ShopOrderItem>> {
  const [rank, id] = cursorOf(after)
  const direction = stand === 'to-ship' ? 1 : -1
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT o.id, o.number, o.status, g.paid_at AS "paidAt", g.recipient, g.region, COALESCE(g.note, '') <> '' AS "hasNote",
      r.rank, l.lines, u.unsent,
      EXISTS (SELECT FROM after_sale a JOIN order_line l ON l.id = a.order_line_id
        WHERE l.order_id = o.id AND a.status IN ('requested', 'awaiting-return')) AS "hasOpenRequest"
    FROM shop_order o JOIN order_group g ON g.id = o.group_id
    CROSS JOIN LATERAL (SELECT (${direction}::int * extract(epoch FROM g.paid_at))::float8 AS rank) r
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('title', l.title, 'titleEn', l.title_en, 'label', l.variant_label,
        'labelEn', l.variant_label_en, 'quantity', l.quantity) ORDER BY l.storage, l.id) AS lines
      FROM order_line l WHERE l.order_id = o.id
    ) l
    CROSS JOIN LATERAL (
      SELECT COALESCE(array_agg(DISTINCT p.storage), '{}') AS unsent
      FROM unsent_line c JOIN parcel p ON p.id = c.parcel_id WHERE c.order_id = o.id AND g.status = 'paid'
    ) u
    WHERE o.enterprise_id = ${scope.enterpriseId} AND o.status = ANY(${[...stands[stand]]}::text[])
      AND g.paid_at IS NOT NULL AND (${stand !== 'to-ship'}::boolean OR g.status = 'paid')
      AND (${storage}::text IS NULL OR EXISTS (SELECT FROM parcel p WHERE p.order_id = o.id AND p.storage = ${storage}
        AND (${stand !== 'to-ship'}::boolean OR p.shipped_at IS NULL)))
      AND (${number} = '' OR starts_with(o.number, ${number}))
      AND (r.rank, o.id) > (${rank}::float8, ${id}::uuid)
    ORDER BY r.rank, o.id LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return {
    items: items.map((row) => toItem(row, locale)),
    next: rows.length > pageSize && last ? encodeCursor([last.rank, last.id]) : null,
  }
}

function toItem({ id: _id, rank: _rank, lines, ...item }: Row, locale: Locale): ShopOrderItem {
  return {
    ...item,
    lines: lines.map(({ title, titleEn, label, labelEn, quantity }) => ({
      title: inLocale(locale, title, titleEn),
      label: inLocale(locale, label, labelEn),
      quantity,
    })),
  }
}

const firstId = '00000000-0000-0000-0000-000000000000'

function cursorOf(after: string | null): [rank: number, id: string] {
  const [rank, id] = decodeCursor(after) ?? []
  const isOurs = typeof rank === 'number' && typeof id === 'string' && isUuid(id)
  return isOurs ? [rank, id] : [Number.NEGATIVE_INFINITY, firstId]
}
