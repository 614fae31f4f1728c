import type { Storage } from '#app/domain/shipping/parcels.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type {
  AfterSaleView,
  OrderGroupView,
  OrderLineView,
  OrderView,
  ParcelView,
  RefundView,
} from './order-view.ts'

type LineRow = Omit<OrderLineView, 'afterSales'> & {
  afterSales: Array<Omit<AfterSaleView, 'deadlineAt'> & { deadlineAt: string }>
  orderId: string
  storage: Storage
  titleEn: string
  variantLabelEn: string
}
type OrderRow = Omit<OrderView, 'parcels' | 'enterprise' | 'isCancellable'> & {
  id: string
  slug: string
  name: string
  nameEn: string
}

type ParcelRow = ParcelView & { orderId: string; packed: Array<{ lineId: string; quantity: number }> }

/** The orders of a group with their parcels and lines: three reads, however many there are. */
export async function loadOrders(
  sql: Sql,
  groupId: string,
  locale: Locale,
): Promise<Array<Omit<OrderView, 'isCancellable'>>> {
  const [orders, parcels, lines] = await Promise.all([
    readOrders(sql, groupId),
    readParcels(sql, groupId),
    readLines(sql, groupId),
  ])
  return orders.map(({ id, slug, name, nameEn, ...order }) => {
    const own = lines.filter((line) => line.orderId === id)
    return {
      ...order,
      enterprise: { slug, name: inLocale(locale, name, nameEn) },
      parcels: parcels
        .filter((parcel) => parcel.orderId === id)
        .map(({ orderId: _, packed, ...parcel }) => ({
          ...parcel,
          contents: packed.flatMap(({ lineId, quantity }) => {
            const line = own.find((known) => known.id === lineId)
            return line ? [{ line: toLine(line, locale), quantity }] : []
          }),
        })),
    }
  })
}

function readOrders(sql: Sql, groupId: string) {
  return sql.$queryRaw<Array<OrderRow>>`
    SELECT o.id, o.number, o.status, o.items_fen AS "itemsFen", o.shipping_fen AS "shippingFen",
      o.total_fen AS "totalFen", o.refunded_fen AS "refundedFen", e.slug, e.name, e.name_en AS "nameEn",
      CASE WHEN i.id IS NOT NULL THEN json_build_object('status', i.status, 'number', i.number) END AS invoice
    FROM shop_order o JOIN enterprise e ON e.id = o.enterprise_id LEFT JOIN invoice i ON i.order_id = o.id
    WHERE o.group_id = ${groupId}::uuid ORDER BY o.number`
}

function readParcels(sql: Sql, groupId: string) {
  return sql.$queryRaw<Array<ParcelRow>>`
    SELECT p.id, p.order_id AS "orderId", p.storage, p.shipping_fen AS "shippingFen", p.courier,
      p.tracking_number AS "trackingNumber", p.shipped_at AS "shippedAt", p.delivered_at AS "deliveredAt",
      p.shipped_at IS NULL AND NOT EXISTS (SELECT FROM unsent_line u WHERE u.parcel_id = p.id) AS "isDropped",
      (SELECT COALESCE(json_agg(json_build_object('lineId', c.order_line_id, 'quantity', c.quantity)
        ORDER BY c.order_line_id), '[]') FROM parcel_content c WHERE c.parcel_id = p.id) AS packed
    FROM parcel p JOIN shop_order o ON o.id = p.order_id WHERE o.group_id = ${groupId}::uuid
    ORDER BY p.shipped_at NULLS LAST, p.storage, p.id`
}

function readLines(sql: Sql, groupId: string) {
  return sql.$queryRaw<Array<LineRow>>`
    SELECT l.id, l.order_id AS "orderId", l.storage, l.title, l.title_en AS "titleEn",
      l.variant_label AS "variantLabel", l.variant_label_en AS "variantLabelEn", l.product_slug AS "productSlug",
      l.picture_key AS "pictureKey", l.division_code AS "divisionCode", l.price_fen AS "priceFen", l.quantity,
      l.amount_fen AS "amountFen", l.refunded_quantity AS "refundedQuantity", l.refunded_fen AS "refundedFen",
      l.return_rule AS "returnRule", EXISTS (SELECT 1 FROM review r WHERE r.order_line_id = l.id) AS "hasReview",
      (SELECT COALESCE(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'reason', a.reason, 'status', a.status,
        'quantity', a.quantity, 'photos', a.photos, 'answer', a.answer, 'reply', a.reply,
        'isEscalated', a.escalated_at IS NOT NULL, 'deadlineAt', a.deadline_at) ORDER BY a.created_at), '[]')
        FROM after_sale a WHERE a.order_line_id = l.id) AS "afterSales"
    FROM order_line l JOIN shop_order o ON o.id = l.order_id WHERE o.group_id = ${groupId}::uuid ORDER BY l.id`
}

function toLine(row: LineRow, locale: Locale): OrderLineView {
  const { orderId: _order, storage: _storage, titleEn, variantLabelEn, afterSales, ...line } = row
  return {
    ...line,
    title: inLocale(locale, line.title, titleEn),
    variantLabel: inLocale(locale, line.variantLabel, variantLabelEn),
    afterSales: afterSales.map((request) => ({ ...request, deadlineAt: new Date(request.deadlineAt) })),
  }
}

export function loadRefunds(sql: Sql, groupId: string) {
  return sql.$queryRaw<Array<RefundView>>`
    SELECT id, status, reason, amount_fen AS "amountFen", shipping_fen AS "shippingFen", reference IS NOT NULL AS "isByHand",
      created_at AS "createdAt", settled_at AS "settledAt"
    FROM refund WHERE group_id = ${groupId}::uuid ORDER BY created_at, id`
}

/** The timeline, oldest first; an entry about one order names its enterprise. */
export async function loadEvents(
  sql: Sql,
  groupId: string,
  locale: Locale,
): Promise<OrderGroupView['events']> {
  type Row = OrderGroupView['events'][number] & { nameEn: string | null }
  const rows = await sql.$queryRaw<Array<Row>>`
    SELECT v.id::text AS id, v.kind, v.at, v.detail ->> 'reason' AS reason, e.name AS "enterpriseName", e.name_en AS "nameEn"
    FROM order_event v LEFT JOIN shop_order o ON o.id = v.order_id LEFT JOIN enterprise e ON e.id = o.enterprise_id
    WHERE v.group_id = ${groupId}::uuid ORDER BY v.at, v.id`
  return rows.map(({ nameEn, enterpriseName, ...event }) => ({
    ...event,
    enterpriseName: enterpriseName && inLocale(locale, enterpriseName, nameEn),
  }))
}
