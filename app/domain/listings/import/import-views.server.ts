import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isIntegerId, isUuid } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type ImportJob, readImportJob } from './import-job.server.ts'
import type { ImportedRow, RowProblem } from './read-rows.ts'

export type FaultyRow = { row: number; cells: ImportedRow['cells']; problems: Array<RowProblem> }
export type ImportView = { job: ImportJob; faults: Page<FaultyRow> }

const pageSize = 50

export async function findImport(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
  id: string,
  after: string | null,
): Promise<ImportView | null> {
  const sql = sqlOn(pool)
  const job = await readImportJob(sql, enterpriseId, id)
  if (!job) return null
  const [from] = readCursor(after, isIntegerId) ?? [0]
  const rows = await listFaultyRows(sql, id, from, pageSize + 1)
  const items = rows.slice(0, pageSize)
  const end = rows.length > pageSize ? items.at(-1) : undefined
  return { job, faults: { items, next: end ? encodeCursor([end.row]) : null } }
}

/** In the order of the file. */
export function listFaultyRows(
  sql: ReturnType<typeof sqlOn>,
  jobId: string,
  afterRow: number,
  limit: number,
): PromiseLike<Array<FaultyRow>> {
  return sql.$queryRaw<Array<FaultyRow>>`
    SELECT row, coalesce(value, '{}') AS cells, problems FROM import_row
    WHERE job_id = ${jobId}::uuid AND outcome = 'faulty' AND row > ${afterRow} ORDER BY row LIMIT ${limit}`
}

export type ImportItem = Pick<ImportJob, 'id' | 'fileName' | 'status' | 'totalRows' | 'faultyRows'> & {
  createdAt: Date
}

const importsOfPage = 20

/** An enterprise's own, the latest first. */
export async function listImports(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
  after: string | null,
): Promise<Page<ImportItem>> {
  const [at = null, beyond = null] = readCursor(after, isInstant, isUuid) ?? []
  const rows = await sqlOn(pool).$queryRaw<Array<ImportItem>>`
    SELECT id, file_name AS "fileName", status, total_rows AS "totalRows", faulty_rows AS "faultyRows", created_at AS "createdAt"
    FROM import_job WHERE enterprise_id = ${enterpriseId}
      AND (${at}::timestamptz IS NULL OR (created_at, id) < (${at}::timestamptz, ${beyond}::uuid))
    ORDER BY created_at DESC, id DESC LIMIT ${importsOfPage + 1}`
  const items = rows.slice(0, importsOfPage)
  const last = rows.length > importsOfPage ? items.at(-1) : undefined
  return { items, next: last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null }
}
