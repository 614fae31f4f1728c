import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { BoothKey } from './booth-lock.server.ts'
import { noSums, type Tender, type TenderSums } from './tender.ts'
import { readTenderSums } from './tender-sums.ts'

/** What the next close of the day would cover; `lastEntryId` says which ledger the figures were read from. */
export type OpenDay = {
  entries: number
  sums: TenderSums
  lastEntryId: string
  ids: Array<bigint>
}

/** The booth's entries of the Shanghai day, corrections among them, that no close covers yet. */
export async function readOpenDay(
  sql: Sql,
  { exhibitionId, enterpriseId }: BoothKey,
  day: string,
): Promise<OpenDay> {
  const rows = await sql.$queryRaw<Array<{ id: string; tender: Tender | null; amountFen: number }>>`
    SELECT id::text, tender, amount_fen::float8 AS "amountFen" FROM sale_entry
    WHERE exhibition_id = ${exhibitionId} AND enterprise_id = ${enterpriseId} AND channel = 'onsite' AND source = 'device'
      AND occurred_at >= (${day}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND occurred_at < (${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND id > COALESCE((SELECT max(last_entry_id) FROM booth_close
        WHERE exhibition_id = ${exhibitionId} AND enterprise_id = ${enterpriseId} AND day = ${day}::date), 0)
    ORDER BY id`
  const sums = noSums()
  for (const { tender, amountFen } of rows) if (tender) sums[tender] += amountFen
  return {
    entries: rows.length,
    sums,
    lastEntryId: rows.at(-1)?.id ?? '0',
    ids: rows.map(({ id }) => BigInt(id)),
  }
}

export type CloseView = {
  id: string
  entries: number
  expected: TenderSums
  amountFen: number
  expectedCashFen: number
  countedCashFen: number
  note: string | null
  by: string
  at: Date
}

/** A day's closes, the first first; who closed it by name. */
export async function listCloses(
  { pool }: Pick<Services, 'pool'>,
  { exhibitionId, enterpriseId }: BoothKey,
  day: string,
): Promise<Array<CloseView>> {
  const rows = await sqlOn(pool).$queryRaw<Array<CloseView & { expected: unknown }>>`
    SELECT c.id, c.entries, c.expected, c.amount_fen::float8 AS "amountFen", c.expected_cash_fen::float8 AS "expectedCashFen",
      c.counted_cash_fen::float8 AS "countedCashFen", c.note, COALESCE(s.name, c.closed_by) AS by, c.closed_at AS at
    FROM booth_close c LEFT JOIN staff s ON s.id::text = c.closed_by
    WHERE c.exhibition_id = ${exhibitionId} AND c.enterprise_id = ${enterpriseId} AND c.day = ${day}::date
    ORDER BY c.last_entry_id LIMIT 100`
  return rows.map((row) => ({ ...row, expected: readTenderSums(row.expected) }))
}
