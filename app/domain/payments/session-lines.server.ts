import { inLocale } from '#app/kernel/locale.ts'
import { addFen, type Fen, subtractFen } from '#app/kernel/money.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { LockedGroup } from './payment-rows.server.ts'
import type { SessionRequest } from './provider.ts'

type Row = { title: string; titleEn: string; amountFen: Fen; quantity: number }

const mostLines = 50

/**
 * What the payment page lists: the goods line by line, or one line an order where there are many (Stripe: "consolidate
 * if more than a few dozen"), and the shipping, which is what is missing to the total.
 */
export async function listSessionLines(
  sql: Sql,
  { id, locale, totalFen }: Pick<LockedGroup, 'id' | 'locale' | 'totalFen'>,
): Promise<SessionRequest['lines']> {
  const lines = await sql.$queryRaw<Array<Row>>`
    SELECT l.title || ' ' || l.variant_label AS title, l.title_en || ' ' || l.variant_label_en AS "titleEn",
      l.price_fen AS "amountFen", l.quantity
    FROM order_line l JOIN shop_order o ON o.id = l.order_id WHERE o.group_id = ${id}::uuid ORDER BY o.number, l.id`
  const orders = await sql.$queryRaw<Array<Row>>`
    SELECT e.name AS title, e.name_en AS "titleEn", o.items_fen AS "amountFen", 1 AS quantity
    FROM shop_order o JOIN enterprise e ON e.id = o.enterprise_id WHERE o.group_id = ${id}::uuid ORDER BY o.number`
  const shippingFen = subtractFen(totalFen, addFen(...orders.map((order) => order.amountFen)))
  const shipping: Row = { title: '运费', titleEn: 'Shipping', amountFen: shippingFen, quantity: 1 }
  const goods = lines.length <= mostLines ? lines : orders
  return [...goods, ...(shippingFen > 0 ? [shipping] : [])].map(({ title, titleEn, ...line }) => ({
    ...line,
    title: inLocale(locale, title, titleEn),
  }))
}
