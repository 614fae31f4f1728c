import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { safeName } from '#app/platform/file-name.ts'
import { bestMapping } from '#app/platform/sheets/map-headings.ts'
import { readSheet, type SheetRefusal } from '#app/platform/sheets/read-sheet.server.ts'
import type { ZipRefusal } from '#app/platform/sheets/unzip.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import type { ImportServices } from './check-import.server.ts'
import { keepPhotos, keepSheet, removeFiles } from './import-files.server.ts'
import { findMappingProblem, mapHeadings } from './mapping.ts'
import { headingsOf } from './read-rows.ts'
import { importChannel } from './run-imports.server.ts'
import { listMappings } from './saved-mappings.server.ts'

export type UploadRefusal = Failure<'no-file'> | SheetRefusal | ZipRefusal

/** Takes a sheet, and photos where there are any, and has it checked as soon as its columns are known. */
export async function startImport(
  services: ImportServices,
  scope: EnterpriseScope,
  { sheet, photos }: { sheet: File | null; photos: File | null },
): Promise<Result<{ id: string }, UploadRefusal>> {
  if (!sheet) return failure('no-file')
  const { pool, clock, env } = services
  const now = clock.now()
  const name = safeName(sheet.name)
  const id = timeOrderedId(now)
  const bytes = new Uint8Array(await sheet.arrayBuffer())
  const rows = await readSheet(bytes)
  if (!rows.ok) return rows
  const kept = photos ? await keepPhotos(env.DATA_DIR, id, new Uint8Array(await photos.arrayBuffer())) : null
  if (kept && !kept.ok) {
    await removeFiles(env.DATA_DIR, id)
    return kept
  }
  await keepSheet(env.DATA_DIR, id, bytes)
  const headings = headingsOf(rows.value)
  const saved = bestMapping(headings, await listMappings(pool, scope))
  const mapping = mapHeadings(headings, saved?.columns)
  const problem = findMappingProblem(mapping)
  await withTransaction(pool, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO import_job (id, enterprise_id, staff_id, file_name, file_key, pictures_key, columns, status, failure, created_at)
      VALUES (${id}::uuid, ${scope.enterpriseId}, ${scope.staff.staffId}::uuid, ${name}, ${id},
        ${kept ? id : null}, ${JSON.stringify({ headings, mapping })}::jsonb, ${problem ? 'failed' : 'checking'},
        ${problem?.code ?? null}, ${now})`
    await writeAudit(tx, now, scope, {
      action: 'start-import',
      subject: ['import', id],
      after: { file: name },
    })
    await tx.$queryRaw`SELECT pg_notify(${importChannel}, '')`
  })
  return success({ id })
}
