import type { Sql } from '#app/platform/sql.server.ts'
import type { BoothKey } from './booth-lock.server.ts'
import { noSums, type Tender, type TenderSums } from './tender.ts'
import { readTenderSums } from './tender-sums.ts'

/** What a close of the day would count; `lastEntryId` says which ledger the figures were read from. */
export type BoothDay = {
  /** Corrections among them, and what earlier closes have counted. */
  entries: number
  sums: TenderSums
  lastEntryId: string
  /** What no close covers yet. */
  late: Array<bigint>
  /** The first first. */
  closes: Array<CloseView>
}

/** All that a close counted is of the whole day. */
export type CloseView = {
  id: string
  number: number
  entries: number
  expected: TenderSums
  amountFen: number
  expectedCashFen: number
  countedCashFen: number
  note: string | null
  by: string
  at: Date
  lastEntryId: string
}

type Row = {
  tender: Tender | null
  entries: number
  amountFen: number
  lastEntryId: string
  late: Array<string> | null
}

/** The booth's entries of the Shanghai day, and how they were closed so far. */
export async function readBoothDay(sql: Sql, booth: BoothKey, day: string): Promise<BoothDay> {
  const { exhibitionId, enterpriseId } = booth
  const closes = await listCloses(sql, booth, day)
  const covered = closes.at(-1)?.lastEntryId ?? '0'
  const rows = await sql.$queryRaw<Array<Row>>`
    SELECT tender, count(*)::int AS entries, sum(amount_fen)::float8 AS "amountFen",
      (max(max(id)) OVER ())::text AS "lastEntryId", array_agg(id::text) FILTER (WHERE id > ${covered}::bigint) AS late
    FROM sale_entry
    WHERE exhibition_id = ${exhibitionId} AND enterprise_id = ${enterpriseId} AND channel = 'onsite' AND source = 'device'
      AND occurred_at >= (${day}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND occurred_at < (${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    GROUP BY tender`
  const sums = noSums()
  for (const { tender, amountFen } of rows) if (tender) sums[tender] += amountFen
  return {
    entries: rows.reduce((all, { entries }) => all + entries, 0),
    sums,
    lastEntryId: rows[0]?.lastEntryId ?? '0',
    late: rows.flatMap(({ late }) => late?.map(BigInt) ?? []),
    closes,
  }
}

/** Who closed it by name. */
async function listCloses(
  sql: Sql,
  { exhibitionId, enterpriseId }: BoothKey,
  day: string,
): Promise<Array<CloseView>> {
  const rows = await sql.$queryRaw<Array<CloseView & { expected: unknown }>>`
    SELECT c.id, c.number, c.entries, c.expected, c.amount_fen::float8 AS "amountFen",
      c.expected_cash_fen::float8 AS "expectedCashFen", c.counted_cash_fen::float8 AS "countedCashFen", c.note,
      COALESCE(s.name, c.closed_by) AS by, c.closed_at AS at, c.last_entry_id::text AS "lastEntryId"
    FROM booth_close c LEFT JOIN staff s ON s.id::text = c.closed_by
    WHERE c.exhibition_id = ${exhibitionId} AND c.enterprise_id = ${enterpriseId} AND c.day = ${day}::date
    ORDER BY c.number DESC LIMIT 100`
  return rows.map((row) => ({ ...row, expected: readTenderSums(row.expected) })).reverse()
}
