import { z } from 'zod'
import { isUuid } from '#app/kernel/ids.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { mapping } from './mapping.ts'

/**
 * checking → checked → committing → done. What a person waits for is done by a job; `failed` is begun again by a
 * person. What is imported stays so, whatever becomes of the job.
 */
const importStatuses = ['checking', 'checked', 'committing', 'done', 'failed'] as const
type ImportStatus = (typeof importStatuses)[number]

const columnsColumn = z.object({
  /** Of the file, in its order. */
  headings: z.array(z.string()),
  mapping,
  /** What the dry run expects, in rows. */
  preview: z.object({ created: z.number(), changed: z.number(), unchanged: z.number() }).optional(),
})
export type ImportColumns = z.infer<typeof columnsColumn>

export type ImportJob = {
  id: string
  enterpriseId: number
  staffId: string
  fileName: string
  hasPhotos: boolean
  columns: ImportColumns
  status: ImportStatus
  totalRows: number
  faultyRows: number
  doneRows: number
  createdRows: number
  changedRows: number
  failure: string | null
  createdAt: Date
  finishedAt: Date | null
}

type Row = Omit<ImportJob, 'columns' | 'status'> & { columns: unknown; status: string }

function toImportJob({ columns, status, ...row }: Row): ImportJob {
  return {
    ...row,
    columns: columnsColumn.parse(columns),
    status: importStatuses.find((known) => known === status) ?? 'failed',
  }
}

export async function readImportJob(sql: Sql, enterpriseId: number, id: string): Promise<ImportJob | null> {
  if (!isUuid(id)) return null
  const [row] = await sql.$queryRaw<Array<Row>>`
    SELECT id, enterprise_id AS "enterpriseId", staff_id AS "staffId", file_name AS "fileName",
      pictures_key IS NOT NULL AS "hasPhotos", columns, status, total_rows AS "totalRows", faulty_rows AS "faultyRows",
      done_rows AS "doneRows", created_rows AS "createdRows", changed_rows AS "changedRows", failure,
      created_at AS "createdAt", finished_at AS "finishedAt"
    FROM import_job WHERE id = ${id}::uuid AND enterprise_id = ${enterpriseId}`
  return row ? toImportJob(row) : null
}
