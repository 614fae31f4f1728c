import { isUuid } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Page } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { listDifferences } from './figure-differences.server.ts'
import type { PressLines, PressSums } from './press-figure.ts'
import { type PressLine, sumLines, sumsOf } from './press-lines.server.ts'

type Reading = Pick<Services, 'pool'>

export type FigureItem = PressSums & {
  id: string
  label: string
  cutOff: Date
  sha256: string
  frozenBy: string
  frozenAt: Date
  restates: string | null
}
type Row = FigureItem & { lastEntryId: string; lastVerificationId: string; exhibitionId: number }

/** The latest first; a fair has a handful. */
export async function listFigures({ pool }: Reading, exhibitionId: number): Promise<Array<FigureItem>> {
  return await sqlOn(pool).$queryRaw<Array<FigureItem>>`
    SELECT f.id, f.label, f.cut_off AS "cutOff", f.lines, f.sales_fen::float8 AS "salesFen",
      f.signed_fen::float8 AS "signedFen", f.channels, f.sha256, f.frozen_by AS "frozenBy", f.frozen_at AS "frozenAt",
      r.label AS restates
    FROM press_figure f LEFT JOIN press_figure r ON r.id = f.restates_id
    WHERE f.exhibition_id = ${exhibitionId} ORDER BY f.frozen_at DESC, f.id DESC LIMIT 200`
}

export type FigureView = FigureItem & {
  /** Of the same cut-off, as the ledger has it today. */
  today: PressSums
  /** What came, was verified or was corrected since: together the difference. */
  differences: Page<PressLine>
}

/** Null for what is no figure of this fair. */
export async function findFigure(
  { pool }: Reading,
  exhibitionId: number,
  id: string,
  { after, locale }: { after: string | null; locale: Locale },
): Promise<FigureView | null> {
  const sql = sqlOn(pool)
  const figure = await readFigure(sql, exhibitionId, id)
  if (!figure) return null
  const [today, differences] = await Promise.all([
    sumToday(sql, figure),
    listDifferences(sql, figure, locale, after),
  ])
  const { lastEntryId: _entry, lastVerificationId: _verification, exhibitionId: _fair, ...item } = figure
  return { ...item, today, differences }
}

/** Whether the lines, read once more, still give the hash that was frozen; null for no figure. */
export async function recheckFigure(
  { pool }: Reading,
  exhibitionId: number,
  id: string,
): Promise<boolean | null> {
  const sql = sqlOn(pool)
  const figure = await readFigure(sql, exhibitionId, id)
  if (!figure) return null
  const again = await sumLines(sql, figure)
  return (
    again.sha256 === figure.sha256 &&
    again.salesFen === figure.salesFen &&
    again.signedFen === figure.signedFen
  )
}

/** Which lines of the ledger a figure stands on; undefined for no figure. */
export async function readFigureLines(
  sql: Sql,
  exhibitionId: number,
  id: string,
): Promise<PressLines | undefined> {
  return await readFigure(sql, exhibitionId, id)
}

async function readFigure(sql: Sql, exhibitionId: number, id: string): Promise<Row | undefined> {
  if (!isUuid(id)) return undefined
  const [figure] = await sql.$queryRaw<Array<Row>>`
    SELECT f.id, f.label, f.cut_off AS "cutOff", f.lines, f.sales_fen::float8 AS "salesFen",
      f.signed_fen::float8 AS "signedFen", f.channels, f.sha256, f.frozen_by AS "frozenBy", f.frozen_at AS "frozenAt",
      r.label AS restates, f.exhibition_id AS "exhibitionId", f.last_entry_id::text AS "lastEntryId",
      f.last_verification_id::text AS "lastVerificationId"
    FROM press_figure f LEFT JOIN press_figure r ON r.id = f.restates_id
    WHERE f.id = ${id}::uuid AND f.exhibition_id = ${exhibitionId}`
  return figure
}

/** The frozen sums and what has been added since: only the new rows are read, however long the ledger is. */
async function sumToday(sql: Sql, figure: Row): Promise<PressSums> {
  const rows = await sql.$queryRaw<Array<{ channel: keyof PressSums['channels']; lines: number; fen: Fen }>>`
    SELECT e.channel, count(*)::int AS lines, sum(e.amount_fen)::float8 AS fen
    FROM sale_entry e JOIN sale_verification v ON v.entry_id = e.id LEFT JOIN sale_entry c ON c.id = e.corrects_id
    WHERE e.exhibition_id = ${figure.exhibitionId} AND v.id > ${figure.lastVerificationId}::bigint
      AND COALESCE(c.occurred_at, e.occurred_at) <= ${figure.cutOff}
    GROUP BY e.channel`
  const channels = { ...figure.channels }
  let lines = figure.lines
  for (const row of rows) {
    channels[row.channel] = ((channels[row.channel] ?? 0) + row.fen) as Fen
    lines += row.lines
  }
  return sumsOf(lines, channels)
}
