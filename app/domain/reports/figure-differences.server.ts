import { isBigId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { PressLines } from './press-figure.ts'
import type { PressLine } from './press-lines.server.ts'

type Difference = PressLine & { verificationId: string }

const pageSize = 50
const atOnce = 2_000

/** What came, was verified or was corrected since the figure was frozen, with names as people read them. */
export async function listDifferences(
  sql: Sql,
  figure: PressLines,
  locale: Locale,
  after: string | null,
): Promise<Page<PressLine>> {
  const [from] = readCursor(after, isBigId) ?? [null]
  const rows = await readDifferences(sql, figure, locale, from, pageSize + 1)
  const items = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? items.at(-1) : undefined
  return {
    items: items.map(({ verificationId: _, ...line }) => line),
    next: last ? encodeCursor([last.verificationId]) : null,
  }
}

/** All of them in parts, for a file. */
export async function* readAllDifferences(
  sql: Sql,
  figure: PressLines,
  locale: Locale,
): AsyncGenerator<Array<PressLine>> {
  for (let from: string | null = null; ; ) {
    const rows: Array<Difference> = await readDifferences(sql, figure, locale, from, atOnce)
    yield rows
    if (rows.length < atOnce) return
    from = rows.at(-1)?.verificationId ?? from
  }
}

async function readDifferences(
  sql: Sql,
  { exhibitionId, cutOff, lastVerificationId }: PressLines,
  locale: Locale,
  from: string | null,
  limit: number,
): Promise<Array<Difference>> {
  const isChinese = locale === 'zh'
  return await sql.$queryRaw<Array<Difference>>`
    SELECT v.id::text AS "verificationId", e.id::text, e.occurred_at AS "occurredAt", e.channel, e.kind,
      CASE WHEN ${isChinese} OR s.name_en = '' THEN s.name ELSE s.name_en END AS enterprise,
      COALESCE(CASE WHEN ${isChinese} OR p.title_en = '' THEN p.title ELSE p.title_en END, e.goods_name) AS product,
      e.quantity, e.amount_fen::float8 AS "amountFen",
      CASE WHEN ${isChinese} OR d.name_en = '' THEN d.name ELSE d.name_en END AS district,
      e.source || ':' || e.external_ref AS reference
    FROM sale_verification v JOIN sale_entry e ON e.id = v.entry_id
    JOIN enterprise s ON s.id = e.enterprise_id LEFT JOIN product p ON p.id = e.product_id
    LEFT JOIN district d ON d.code = e.beijing_district_code LEFT JOIN sale_entry c ON c.id = e.corrects_id
    WHERE e.exhibition_id = ${exhibitionId} AND v.id > ${String(lastVerificationId)}::bigint
      AND (${from}::bigint IS NULL OR v.id > ${from}::bigint) AND COALESCE(c.occurred_at, e.occurred_at) <= ${cutOff}
    ORDER BY v.id LIMIT ${limit}`
}
