import type { Channel } from '#app/domain/sales/sale-entry.ts'
import { after, isInstant, day as oneDay, hour as oneHour, startOfDay } from '#app/kernel/clock.ts'
import { isBigId } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { prepared } from '#app/platform/sql.server.ts'
import { otherGoods, unstated } from './breakdown.ts'
import type { EntryFilter } from './entry-filter.ts'

export type EntryItem = {
  id: string
  occurredAt: Date
  channel: Channel
  kind: 'sale' | 'refund' | 'correction'
  enterprise: string
  /** Of goods without a listing what was typed at the booth. */
  product: string | null
  quantity: number
  grams: number | null
  amountFen: Fen
  /** What an order asks for bringing it: no goods. */
  isShipping: boolean
  district: string | null
  isVerified: boolean
  /** Answered by a correction. */
  isCorrected: boolean
  /** A name, or the process that did it: analysis.list.recorders of the staff's words. */
  recordedBy: string
  note: string | null
  /** Where it comes from, unique in the ledger: `order:line:…`, `import:douyin:…`, `entry:contract:…` */
  reference: string
  correctsId: string | null
  orderNumber: string | null
  contract: { id: string; number: string } | null
  importId: string | null
}
type Row = EntryItem & { enterpriseEn: string; productEn: string | null; districtEn: string | null }
type EntryCursor = readonly [occurredAt: string, id: string]

const pageSize = 50

/** The entries behind a figure, the latest first. */
export async function listEntries(
  { pool }: Pick<Services, 'pool'>,
  exhibitionId: number,
  locale: Locale,
  filter: EntryFilter & { after: string | null },
): Promise<Page<EntryItem>> {
  const rows = await readEntries(
    pool,
    exhibitionId,
    filter,
    readCursor(filter.after, isInstant, isBigId),
    pageSize + 1,
  )
  const items = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? items.at(-1) : undefined
  return {
    items: items.map((row) => inWords(row, locale)),
    next: last ? encodeCursor([last.occurredAt.toISOString(), last.id]) : null,
  }
}

/** All of them in parts, for a file. */
export async function* readAllEntries(
  { pool }: Pick<Services, 'pool'>,
  exhibitionId: number,
  locale: Locale,
  filter: EntryFilter,
): AsyncGenerator<Array<EntryItem>> {
  const atOnce = 2_000
  for (let cursor: EntryCursor | null = null; ; ) {
    const rows: Array<Row> = await readEntries(pool, exhibitionId, filter, cursor, atOnce)
    yield rows.map((row) => inWords(row, locale))
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    cursor = [last.occurredAt.toISOString(), last.id]
  }
}

function inWords({ enterpriseEn, productEn, districtEn, ...row }: Row, locale: Locale): EntryItem {
  return {
    ...row,
    enterprise: inLocale(locale, row.enterprise, enterpriseEn),
    product: row.product === null ? null : inLocale(locale, row.product, productEn ?? row.product),
    district: row.district === null ? null : inLocale(locale, row.district, districtEn ?? row.district),
  }
}

/** Only what is asked for stands in the statement, so that each kind of question has the plan of its index. */
async function readEntries(
  pool: Services['pool'],
  exhibitionId: number,
  filter: EntryFilter,
  cursor: EntryCursor | null,
  limit: number,
): Promise<Array<Row>> {
  const values: Array<unknown> = [exhibitionId, limit]
  const put = (value: unknown) => `$${values.push(value)}`
  const conditions = ['e.exhibition_id = $1']
  if (cursor)
    conditions.push(`(e.occurred_at, e.id) < (${put(cursor[0])}::timestamptz, ${put(cursor[1])}::bigint)`)
  if (filter.day) {
    const start = after(startOfDay(filter.day), Number.parseInt(filter.hour || '0', 10) * oneHour)
    const end = after(start, filter.hour ? oneHour : oneDay)
    conditions.push(`e.occurred_at >= ${put(start)} AND e.occurred_at < ${put(end)}`)
  }
  if (filter.channel) conditions.push(`e.channel = ${put(filter.channel)}`)
  if (filter.division) conditions.push(`e.division_code = ${put(filter.division)}`)
  if (filter.line) {
    const line = `${put(filter.line)}::bigint`
    conditions.push(`(e.id = ${line} OR e.corrects_id = ${line})`)
  }
  conditions.push(...unstatedOnes(filter))
  if (isStated(filter.category)) conditions.push(`e.category_code = ${put(filter.category)}`)
  if (isStated(filter.district)) conditions.push(`e.beijing_district_code = ${put(filter.district)}`)
  if (filter.enterprise)
    conditions.push(`e.enterprise_id = (SELECT id FROM enterprise WHERE slug = ${put(filter.enterprise)})`)
  if (filter.product === otherGoods) conditions.push(`e.product_id IS NULL AND e.channel = 'onsite'`)
  else if (isStated(filter.product))
    conditions.push(`e.product_id = (SELECT id FROM product WHERE slug = ${put(filter.product)})`)
  if (isStated(filter.livestream))
    conditions.push(`e.livestream_id = (SELECT id FROM livestream WHERE slug = ${put(filter.livestream)})`)
  if (filter.state) conditions.push(`v.entry_id IS ${filter.state === 'verified' ? 'NOT ' : ''}NULL`)
  const { rows } = await pool.query<Row>(prepared(statementOf(conditions), values))
  return rows
}

function isStated(filter: string): boolean {
  return filter !== '' && filter !== unstated
}

function unstatedOnes(filter: EntryFilter): Array<string> {
  const columns = {
    category: 'e.category_code IS NULL',
    district: 'e.beijing_district_code IS NULL',
    livestream: 'e.livestream_id IS NULL',
    product: `e.product_id IS NULL AND e.channel <> 'onsite'`,
  } as const
  return Object.entries(columns).flatMap(([name, condition]) =>
    filter[name as keyof typeof columns] === unstated ? [condition] : [],
  )
}

/** Whether it is corrected is asked of each entry on the page: an EXISTS would be planned as a look at all corrections. */
function statementOf(conditions: ReadonlyArray<string>): string {
  return `
    SELECT e.id::text, e.occurred_at AS "occurredAt", e.channel, e.kind, s.name AS enterprise, s.name_en AS "enterpriseEn",
      COALESCE(p.title, e.goods_name) AS product, p.title_en AS "productEn", e.quantity, e.grams, e.amount_fen::float8 AS "amountFen",
      d.name AS district, d.name_en AS "districtEn", v.entry_id IS NOT NULL AS "isVerified",
      c.id IS NOT NULL AS "isCorrected", COALESCE(m.name, e.recorded_by) AS "recordedBy", e.note,
      is_shipping(e) AS "isShipping", e.source || ':' || e.external_ref AS reference, e.corrects_id::text AS "correctsId",
      o.number AS "orderNumber", f.import_id AS "importId",
      CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'number', k.number) END AS contract
    FROM sale_entry e LEFT JOIN sale_verification v ON v.entry_id = e.id
    JOIN enterprise s ON s.id = e.enterprise_id LEFT JOIN product p ON p.id = e.product_id
    LEFT JOIN district d ON d.code = e.beijing_district_code
    LEFT JOIN LATERAL (SELECT c.id FROM sale_entry c WHERE c.corrects_id = e.id LIMIT 1) c ON true
    LEFT JOIN staff m ON m.id::text = e.recorded_by
    LEFT JOIN contract k ON k.id = e.contract_id
    LEFT JOIN order_line l ON e.source = 'order' AND l.id = substring(e.external_ref FROM '^(?:line|refund:[^:]+):([0-9a-f-]{36})')::uuid
    LEFT JOIN shop_order o ON e.source = 'order'
      AND o.id = COALESCE(l.order_id, substring(e.external_ref FROM '(?:^|:)shipping:([0-9a-f-]{36})')::uuid)
    LEFT JOIN platform_order f ON e.source = 'import' AND f.platform = split_part(e.external_ref, ':', 1)
      AND f.sub_order = split_part(e.external_ref, ':', 2)
    WHERE ${conditions.join(' AND ')}
    ORDER BY e.occurred_at DESC, e.id DESC LIMIT $2`
}
