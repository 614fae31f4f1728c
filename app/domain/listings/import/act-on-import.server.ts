import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { ZipRefusal } from '#app/platform/sheets/unzip.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import type { ImportServices } from './check-import.server.ts'
import { keepPhotos } from './import-files.server.ts'
import { type ImportJob, readImportJob } from './import-job.server.ts'
import { findMappingProblem, type MappingProblem, readMapping } from './mapping.ts'
import { importChannel } from './run-imports.server.ts'
import { saveMapping } from './saved-mappings.server.ts'

export type ImportRefusal =
  | Failure<'not-found' | 'not-ready' | 'no-file' | 'nothing-to-import' | MappingProblem['code']>
  | ZipRefusal

/** The acts of an import's page: other columns, more photos, go. Whoever sends one twice has done it once. */
export async function actOnImport(
  services: ImportServices,
  scope: EnterpriseScope,
  id: string,
  form: FormData,
): Promise<Result<null, ImportRefusal>> {
  const job = await readImportJob(sqlOn(services.pool), scope.enterpriseId, id)
  if (!job) return failure('not-found')
  switch (form.get('intent')) {
    case 'map':
      return await mapAgain(services, scope, job, form)
    case 'photos':
      return await addPhotos(services, job, form)
    default:
      return await commit(services, scope, job)
  }
}

async function mapAgain(
  { pool, clock }: ImportServices,
  scope: EnterpriseScope,
  job: ImportJob,
  form: FormData,
): Promise<Result<null, ImportRefusal>> {
  const mapping = readMapping(form, job.columns.headings)
  const problem = findMappingProblem(mapping)
  if (problem) return failure(problem.code)
  const name = String(form.get('name') ?? '')
    .replaceAll('\0', '')
    .trim()
    .slice(0, 60)
  return await withTransaction(pool, async (tx) => {
    if (name) await saveMapping(tx, clock.now(), scope, { name, columns: mapping })
    return await checkAgain(tx, { ...job, columns: { headings: job.columns.headings, mapping } })
  })
}

async function addPhotos(
  { pool, env }: ImportServices,
  job: ImportJob,
  form: FormData,
): Promise<Result<null, ImportRefusal>> {
  const zip = form.get('photos')
  if (!(zip instanceof File) || zip.size === 0) return failure('no-file')
  const kept = await keepPhotos(env.DATA_DIR, job.id, new Uint8Array(await zip.arrayBuffer()))
  return kept.ok ? await withTransaction(pool, (tx) => checkAgain(tx, job)) : kept
}

async function checkAgain(tx: Sql, { id, columns }: ImportJob): Promise<Result<null, ImportRefusal>> {
  const changed = await tx.$executeRaw`
    UPDATE import_job SET status = 'checking', failure = NULL, columns = ${JSON.stringify(columns)}::jsonb
    WHERE id = ${id}::uuid AND (status = 'checked' OR (status = 'failed' AND done_rows = 0))`
  await tx.$queryRaw`SELECT pg_notify(${importChannel}, '')`
  return changed === 1 ? success(null) : failure('not-ready')
}

/** Also what failed on the way: rows that are done are left alone. */
async function commit(
  { pool, clock }: ImportServices,
  scope: EnterpriseScope,
  { id, status, totalRows, faultyRows }: ImportJob,
): Promise<Result<null, ImportRefusal>> {
  if (status === 'committing' || status === 'done') return success(null)
  if (totalRows === faultyRows) return failure('nothing-to-import')
  return await withTransaction(pool, async (tx) => {
    const begun = await tx.$executeRaw`
      UPDATE import_job SET status = 'committing', failure = NULL
      WHERE id = ${id}::uuid AND status IN ('checked', 'failed') AND total_rows > 0`
    if (begun === 0) return failure('not-ready')
    await writeAudit(tx, clock.now(), scope, {
      action: 'commit-import',
      subject: ['import', id],
      after: { rows: totalRows - faultyRows },
    })
    await tx.$queryRaw`SELECT pg_notify(${importChannel}, '')`
    return success(null)
  })
}
