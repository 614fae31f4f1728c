import type { Readable } from 'node:stream'
import type { OrderStatus } from '#app/domain/orders/lifecycle.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sheet, type SheetCell, streamText, yuanCell } from '#app/platform/sheets/write-sheet.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { OrderFilter } from './order-filter.ts'
import { aroundPage, type OrderCursor, pageOfOrders } from './order-pages.ts'
import type { Storage } from './parcels.ts'

type Line = {
  title: string
  titleEn: string
  label: string
  labelEn: string
  quantity: number
  storage: Storage
  amountFen: Fen
  refundedFen: Fen
}
type Row = {
  id: string
  number: string
  status: OrderStatus
  paidAt: Date
  recipient: string
  region: string
  tracking: string | null
  lines: Array<Line>
}
export type ExportWords = {
  headings: ReadonlyArray<string>
  status: Readonly<Record<OrderStatus, string>>
  storage: Readonly<Record<Storage, string>>
}

const ordersAtOnce = 500

/**
 * What the list shows of an enterprise's orders, a row a line of an order; no number and no street of a buyer. Names
 * leave the shop with it, so it is noted who took them (T97).
 */
export async function exportOrders(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  locale: Locale,
  words: ExportWords,
  filter: OrderFilter,
): Promise<Readable> {
  const { enterpriseId, slug } = scope
  await writeAudit(sqlOn(pool), clock.now(), scope, {
    action: 'export-orders',
    subject: ['enterprise', slug],
    after: filter,
  })
  async function* parts() {
    for (let after: OrderCursor | null = null; ; ) {
      const statement = exportStatement(enterpriseId, filter, after)
      const { rows }: { rows: Array<Row> } = await pool.query<Row>(statement)
      yield rows.flatMap((row) => rowsOf(row, locale, words))
      const last = rows.at(-1)
      if (!last || rows.length < ordersAtOnce) return
      after = [last.paidAt.toISOString(), last.id]
    }
  }
  return streamText(
    words.headings.map((heading) => ({ heading, width: 16 })),
    parts(),
  )
}

function exportStatement(enterpriseId: number, filter: OrderFilter, after: OrderCursor | null) {
  const page = pageOfOrders(enterpriseId, filter, after, ordersAtOnce)
  return aroundPage(
    filter,
    `SELECT o.id, o.number, o.status, o.paid_at AS "paidAt", g.recipient, g.region,
      (SELECT string_agg(p.tracking_number, ' ' ORDER BY p.shipped_at) FROM parcel p WHERE p.order_id = o.id) AS tracking,
      (SELECT json_agg(json_build_object('title', l.title, 'titleEn', l.title_en, 'label', l.variant_label,
        'labelEn', l.variant_label_en, 'quantity', l.quantity, 'storage', l.storage, 'amountFen', l.amount_fen,
        'refundedFen', l.refunded_fen) ORDER BY l.storage, l.id) FROM order_line l WHERE l.order_id = o.id) AS lines
    FROM (${page.text}) o JOIN order_group g ON g.id = o.group_id ORDER BY ${page.order}`,
    page.values,
  )
}

/** In the order of `headings`. */
function rowsOf(order: Row, locale: Locale, words: ExportWords): Sheet['rows'] {
  return order.lines.map(
    (line): Array<SheetCell> => [
      order.number,
      shanghaiMinute(order.paidAt),
      words.status[order.status],
      order.recipient,
      order.region,
      inLocale(locale, line.title, line.titleEn),
      inLocale(locale, line.label, line.labelEn),
      line.quantity,
      words.storage[line.storage],
      yuanCell(line.amountFen),
      yuanCell(line.refundedFen),
      order.tracking,
    ],
  )
}
