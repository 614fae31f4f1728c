import { whyNotAskInvoice } from '#app/domain/invoices/asking.ts'
import { maskPhone } from '#app/domain/people/phone.ts'
import type { ShopperScope, SignedInScope } from '#app/domain/people/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isUuid, lastUuid } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { readInvoiceRequest } from './invoice.ts'
import { type OrderStatus, standingOf, whyNotCancellable, whyNotCancelOrder } from './lifecycle.ts'
import { loadEvents, loadOrders, loadRefunds } from './order-rows.server.ts'
import type { OrderGroupItem, OrderGroupView } from './order-view.ts'

type GroupRow = Omit<
  OrderGroupView,
  | 'delivery'
  | 'invoice'
  | 'askRefusal'
  | 'isGuest'
  | 'isBuyer'
  | 'cancelRefusal'
  | 'orders'
  | 'refunds'
  | 'events'
> & {
  shopperId: string | null
  recipient: string
  phone: string
  address: string
  invoice: unknown
}

/**
 * The order behind an unguessable link. The token is the right to see it; the phone is masked all the same,
 * because links are forwarded. Null when there is none.
 */
export async function findOrderGroup(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  token: string,
  locale: Locale,
  visitor: ShopperScope | null = null,
): Promise<OrderGroupView | null> {
  const sql = sqlOn(pool)
  const row = await findRow(sql, token)
  if (!row) return null
  const { shopperId, recipient, phone, address, invoice, ...group } = row
  const [orders, refunds, events] = await Promise.all([
    loadOrders(sql, row.id, locale),
    loadRefunds(sql, row.id),
    loadEvents(sql, row.id, locale),
  ])
  return {
    ...group,
    isGuest: shopperId === null,
    isBuyer: shopperId !== null && shopperId === visitor?.shopperId,
    delivery: { recipient, maskedPhone: maskPhone(phone), address },
    invoice: readInvoiceRequest(invoice),
    askRefusal: whyNotAskInvoice(
      { ...row, isIssued: orders.some((order) => order.invoice?.status === 'issued') },
      clock.now(),
    ),
    cancelRefusal: whyNotCancellable(
      row.status,
      orders.map((order) => order.status),
    ),
    orders: orders.map((order) => ({
      ...order,
      isCancellable: orders.length > 1 && whyNotCancelOrder(row.status, order.status) === null,
    })),
    refunds,
    events,
  }
}

/** For whoever only has to know that there is an order. */
export async function findGroupId({ pool }: Pick<Services, 'pool'>, token: string): Promise<string | null> {
  const [row] = await sqlOn(pool).$queryRaw<Array<{ id: string }>>`
    SELECT id FROM order_group WHERE token = ${token}`
  return row?.id ?? null
}

async function findRow(sql: Sql, token: string): Promise<GroupRow | undefined> {
  const [row] = await sql.$queryRaw<Array<GroupRow>>`
    SELECT g.id, g.number, g.token, g.status, g.shopper_id AS "shopperId", g.items_fen AS "itemsFen",
      g.shipping_fen AS "shippingFen", g.total_fen AS "totalFen", g.refunded_fen AS "refundedFen",
      g.recipient, g.phone, concat_ws(' ', g.region, g.street, g.detail) AS address, g.note, g.invoice,
      g.placed_at AS "placedAt", g.expires_at AS "expiresAt", g.paid_at AS "paidAt",
      (SELECT p.method FROM payment p WHERE p.group_id = g.id AND p.status = 'paid') AS method,
      EXISTS (SELECT FROM shopper s WHERE s.id = g.shopper_id AND s.deleted_at IS NOT NULL) AS "isAccountClosed"
    FROM order_group g WHERE g.token = ${token}`
  return row
}

const pageSize = 10
type ItemRow = Omit<OrderGroupItem, 'titles' | 'standing'> & {
  id: string
  titles: Array<string>
  titlesEn: Array<string>
  orderStatuses: Array<OrderStatus>
}

/** My orders, newest first, by keyset. */
export async function listOrderGroups(
  { pool }: Pick<Services, 'pool'>,
  scope: SignedInScope,
  after: string | null,
  locale: Locale,
): Promise<Page<OrderGroupItem>> {
  const [placedAt, id] = readCursor(after, isInstant, isUuid) ?? ['infinity', lastUuid]
  const rows = await sqlOn(pool).$queryRaw<Array<ItemRow>>`
    SELECT g.id, g.number, g.token, g.status, g.total_fen AS "totalFen", g.placed_at AS "placedAt",
      ARRAY(SELECT status FROM shop_order WHERE group_id = g.id) AS "orderStatuses", l.count AS "itemCount", l.titles, l.titles_en AS "titlesEn", l.keys AS "pictureKeys"
    FROM order_group g CROSS JOIN LATERAL (
      SELECT COALESCE(sum(l.quantity), 0)::int AS count,
        COALESCE((array_agg(l.title ORDER BY l.id))[1:3], '{}') AS titles,
        COALESCE((array_agg(l.title_en ORDER BY l.id))[1:3], '{}') AS titles_en,
        COALESCE((array_agg(l.picture_key ORDER BY l.id) FILTER (WHERE l.picture_key IS NOT NULL))[1:4], '{}') AS keys
      FROM shop_order o JOIN order_line l ON l.order_id = o.id WHERE o.group_id = g.id
    ) l
    WHERE g.shopper_id = ${scope.shopperId}::uuid AND (g.placed_at, g.id) < (${placedAt}::timestamptz, ${id}::uuid)
    ORDER BY g.placed_at DESC, g.id DESC LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return {
    items: items.map(({ id: _, titles, titlesEn, orderStatuses, ...item }) => ({
      ...item,
      standing: standingOf(item.status, orderStatuses),
      titles: titles.map((title, index) => inLocale(locale, title, titlesEn[index])),
    })),
    next: rows.length > pageSize && last ? encodeCursor([last.placedAt.toISOString(), last.id]) : null,
  }
}
