import { maskPhone } from '#app/domain/people/phone.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { ShopOrder, ShopOrderLine, ShopParcel } from './shop-order.ts'

type OrderRow = Omit<ShopOrder, 'parcels' | 'requests' | 'maskedPhone'> & { id: string; phone: string }
type ContentRow = Omit<ShopParcel, 'contents'> &
  Omit<ShopOrderLine, 'id'> & {
    orderId: string
    lineId: string
    titleEn: string
    labelEn: string
    packed: number
  }
type RequestRow = ShopOrder['requests'][number] & { orderId: string; titleEn: string; labelEn: string }

/** Null when this enterprise has no such order: those of others do not exist for it (T43). */
export async function findShopOrder(
  services: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  locale: Locale,
  number: string,
): Promise<ShopOrder | null> {
  const [order] = await findShopOrders(services, scope, locale, [number])
  return order ?? null
}

/** Three reads, however many orders. */
export async function findShopOrders(
  { pool }: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  locale: Locale,
  numbers: ReadonlyArray<string>,
): Promise<Array<ShopOrder>> {
  const sql = sqlOn(pool)
  const orders = await readOrders(sql, scope, numbers)
  const ids = orders.map((order) => order.id)
  const [contents, requests] = await Promise.all([readContents(sql, ids), readRequests(sql, ids)])
  return orders.map(({ id, phone, ...order }) => ({
    ...order,
    maskedPhone: maskPhone(phone),
    parcels: toParcels(
      contents.filter((row) => row.orderId === id),
      locale,
    ),
    requests: requests.filter((row) => row.orderId === id).map((row) => toRequest(row, locale)),
  }))
}

function readOrders(sql: Sql, scope: EnterpriseScope, numbers: ReadonlyArray<string>) {
  return sql.$queryRaw<Array<OrderRow>>`
    SELECT o.id, o.number, o.status, g.status AS "groupStatus", g.paid_at AS "paidAt", o.items_fen AS "itemsFen",
      o.shipping_fen AS "shippingFen", o.total_fen AS "totalFen", o.refunded_fen AS "refundedFen", g.recipient, g.phone,
      concat_ws(' ', g.region, g.street, g.detail) AS address, NULLIF(g.note, '') AS note,
      g.invoice IS NOT NULL AS "wantsInvoice"
    FROM shop_order o JOIN order_group g ON g.id = o.group_id
    WHERE o.enterprise_id = ${scope.enterpriseId} AND o.number = ANY(${[...numbers]}::text[]) AND g.paid_at IS NOT NULL
    ORDER BY g.paid_at, o.number`
}

/** Of a parcel that was sent what it holds, of the others what is left to send. */
function readContents(sql: Sql, ids: ReadonlyArray<string>) {
  return sql.$queryRaw<Array<ContentRow>>`
    SELECT p.id, p.order_id AS "orderId", p.storage, p.courier, p.tracking_number AS "trackingNumber",
      p.shipped_at AS "shippedAt", p.delivered_at AS "deliveredAt", l.id AS "lineId", l.title, l.title_en AS "titleEn",
      l.variant_label AS label, l.variant_label_en AS "labelEn", l.picture_key AS "pictureKey",
      l.price_fen AS "priceFen", l.quantity, l.amount_fen AS "amountFen", l.refunded_fen AS "refundedFen",
      c.quantity AS packed
    FROM parcel p JOIN (
      SELECT parcel_id, order_line_id, quantity FROM unsent_line WHERE order_id = ANY(${[...ids]}::uuid[])
      UNION ALL
      SELECT c.parcel_id, c.order_line_id, c.quantity FROM parcel_content c
      JOIN parcel s ON s.id = c.parcel_id AND s.shipped_at IS NOT NULL WHERE c.order_id = ANY(${[...ids]}::uuid[])
    ) c ON c.parcel_id = p.id
    JOIN order_line l ON l.id = c.order_line_id
    WHERE p.order_id = ANY(${[...ids]}::uuid[])
    ORDER BY p.shipped_at NULLS LAST, p.storage, p.id, l.id`
}

function readRequests(sql: Sql, ids: ReadonlyArray<string>) {
  return sql.$queryRaw<Array<RequestRow>>`
    SELECT a.id, a.kind, a.status, a.quantity, a.deadline_at AS "deadlineAt", a.closed_at IS NOT NULL AS "isClosed",
      a.replied_at IS NOT NULL AS "hasReply",
      l.order_id AS "orderId", l.title, l.title_en AS "titleEn", l.variant_label AS label, l.variant_label_en AS "labelEn"
    FROM after_sale a JOIN order_line l ON l.id = a.order_line_id
    WHERE l.order_id = ANY(${[...ids]}::uuid[]) ORDER BY a.created_at DESC, a.id`
}

function toRequest({ orderId: _, titleEn, labelEn, ...request }: RequestRow, locale: Locale) {
  return {
    ...request,
    title: inLocale(locale, request.title, titleEn),
    label: inLocale(locale, request.label, labelEn),
  }
}

function toParcels(rows: ReadonlyArray<ContentRow>, locale: Locale): Array<ShopParcel> {
  const parcels = new Map<string, ShopParcel>()
  for (const row of rows) {
    const { id, storage, courier, trackingNumber, shippedAt, deliveredAt } = row
    const known = parcels.get(id) ?? {
      id,
      storage,
      courier,
      trackingNumber,
      shippedAt,
      deliveredAt,
      contents: [],
    }
    known.contents.push({ line: toLine(row, locale), quantity: row.packed })
    parcels.set(id, known)
  }
  return [...parcels.values()]
}

function toLine(row: ContentRow, locale: Locale): ShopOrderLine {
  const { lineId: id, pictureKey, priceFen, quantity, amountFen, refundedFen } = row
  const title = inLocale(locale, row.title, row.titleEn)
  const label = inLocale(locale, row.label, row.labelEn)
  return { id, title, label, pictureKey, priceFen, quantity, amountFen, refundedFen }
}
