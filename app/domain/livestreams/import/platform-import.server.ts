import { z } from 'zod'
import { isUuid } from '#app/kernel/ids.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { type RowProblem, rowProblem } from './platform-row.ts'

/** mapping (a person says what the columns are) → running → done; `failed` is begun again by a person. */
const importStatuses = ['mapping', 'running', 'done', 'failed'] as const

const columnsColumn = z.object({
  /** Of the file, in its order. */
  headings: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
})
export type OrderColumns = z.infer<typeof columnsColumn>

export type PlatformImport = {
  id: string
  /** Who began it: the ledger names them. */
  staffId: string
  fair: string | null
  exhibitionId: number | null
  /** Whose shop it is the export of, where it is of one enterprise's. */
  enterpriseId: number | null
  fileName: string
  /** Of the rows that were read of it, while they wait. */
  fileKey: string
  columns: OrderColumns
  status: (typeof importStatuses)[number]
  totalRows: number
  doneRows: number
  newRows: number
  changedRows: number
  unmatchedRows: number
  /** Rows that could not be read, and were not imported. */
  faultyRows: number
  /** Of its orders those that wait for the next day's export to say where they were sold. */
  waitingRows: number
  problems: Array<RowProblem>
  createdAt: Date
  finishedAt: Date | null
}

type Row = Omit<PlatformImport, 'columns' | 'problems' | 'status'> &
  Record<'columns' | 'problems', unknown> & { status: string }

export async function readPlatformImport(sql: Sql, id: string): Promise<PlatformImport | null> {
  if (!isUuid(id)) return null
  const [row] = await sql.$queryRaw<Array<Row>>`
    SELECT i.id, COALESCE(i.staff_id::text, 'unknown') AS "staffId", x.slug AS fair, i.exhibition_id AS "exhibitionId",
      i.enterprise_id AS "enterpriseId",
      i.file_name AS "fileName", i.file_key AS "fileKey", i.columns, i.status, i.total_rows AS "totalRows", i.done_rows AS "doneRows",
      i.new_rows AS "newRows", i.changed_rows AS "changedRows", i.unmatched_rows AS "unmatchedRows",
      i.faulty_rows AS "faultyRows",
      (SELECT count(*)::int FROM platform_order o WHERE o.import_id = i.id AND o.status = 'waiting') AS "waitingRows", i.problems, i.created_at AS "createdAt", i.finished_at AS "finishedAt"
    FROM platform_import i LEFT JOIN exhibition x ON x.id = i.exhibition_id
    WHERE i.id = ${id}::uuid`
  if (!row) return null
  const { columns, problems, status, ...rest } = row
  return {
    ...rest,
    columns: columnsColumn.parse(columns),
    problems: z.array(rowProblem).parse(problems),
    status: importStatuses.find((known) => known === status) ?? 'failed',
  }
}
