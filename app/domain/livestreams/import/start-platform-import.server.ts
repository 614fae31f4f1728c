import { hash } from 'node:crypto'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { safeName } from '#app/platform/file-name.ts'
import { bestMapping, type HeadingMap } from '#app/platform/sheets/map-headings.ts'
import { readSheet, type SheetRefusal, type SheetRow } from '#app/platform/sheets/read-sheet.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { type Importing, mostProblems } from './commit-orders.server.ts'
import { keepRows, removeRows } from './kept-rows.server.ts'
import { mapOrderHeadings, missingFields, readOrderMapping } from './order-fields.ts'
import { listOrderMappings, saveOrderMapping } from './order-mappings.server.ts'
import {
  findSource,
  needsFair,
  type OrderSource,
  type SaidSource,
  type SourceRefusal,
} from './order-source.server.ts'
import { readPlatformImport } from './platform-import.server.ts'
import { headingsOf, readOrders } from './read-orders.ts'
import { platformImportChannel } from './run-platform-imports.server.ts'

export type UploadRefusal = Failure<'no-file' | 'no-orders'> | SheetRefusal | SourceRefusal
export type MappingRefusal =
  | UploadRefusal
  | Failure<'not-found' | 'not-ready' | 'column-needed' | 'column-twice'>
type Upload = { name: string; sha256: string; rows: Array<SheetRow> }

/** As an export of one weekend has them; more than that does not fit into an upload. */
const mostRows = 50_000

/**
 * Takes an order export. Of one whose columns are known the rows are read, and imported in the background; of another
 * only the headings are kept, until a person has said what they are. The file itself is never kept (T76).
 */
export async function startPlatformImport(
  services: Importing,
  scope: OrganizerScope,
  { file, ...said }: { file: File | undefined } & SaidSource,
): Promise<Result<{ id: string; isRepeated: boolean }, UploadRefusal>> {
  const upload = await readUpload(file)
  if (!upload.ok) return upload
  const sql = sqlOn(services.pool)
  const headings = headingsOf(upload.value.rows)
  const saved = bestMapping(headings, await listOrderMappings(sql))
  const mapping = mapOrderHeadings(headings, saved?.columns)
  const id = timeOrderedId(services.clock.now())
  const source = await findSource(sql, said)
  if (!source.ok) return source
  const repeated = await findRepeated(sql, upload.value, source.value)
  if (repeated) return success({ id: repeated, isRepeated: true })
  const isKnown = missingFields(mapping).length === 0
  const draft = {
    id,
    key: timeOrderedId(services.clock.now()),
    source: source.value,
    headings,
    mapping,
    upload: upload.value,
  }
  const taken = isKnown ? await takeRows(services, draft) : success(noRows)
  if (!taken.ok) return taken
  const status = isKnown ? 'running' : 'mapping'
  await orRemoveRows(services, draft.key, writeImport(services, scope, { ...draft, ...taken.value, status }))
  return success({ id, isRepeated: false })
}

/** The same file once more, now that a person has said what its columns are; the next one like it needs no person. */
export async function mapPlatformImport(
  services: Importing,
  scope: OrganizerScope,
  id: string,
  { form, file }: { form: FormData; file: File | undefined },
): Promise<Result<null, MappingRefusal>> {
  const { pool, clock } = services
  const job = await readPlatformImport(sqlOn(pool), id)
  if (!job) return failure('not-found')
  if (job.status !== 'mapping') return failure('not-ready')
  const mapping = readOrderMapping(form, job.columns.headings)
  if (!mapping) return failure('column-twice')
  if (missingFields(mapping).length > 0) return failure('column-needed')
  const upload = await readUpload(file)
  if (!upload.ok) return upload
  const { headings } = job.columns
  const key = timeOrderedId(clock.now())
  const source = await sourceOf(sqlOn(pool), job, String(form.get('fair') ?? '').replaceAll('\0', ''))
  if (!source.ok) return source
  const { exhibitionId } = source.value
  const taken = await takeRows(services, { key, mapping, upload: upload.value, source: source.value })
  if (!taken.ok) return taken
  const begin = withTransaction(pool, async (tx): Promise<Result<null, MappingRefusal>> => {
    const name = String(form.get('name') ?? '')
      .replaceAll('\0', '')
      .trim()
      .slice(0, 60)
    if (name) await saveOrderMapping(tx, clock.now(), { name, columns: mapping })
    const { total, problems } = taken.value
    const written = await tx.$executeRaw`
      UPDATE platform_import SET status = 'running', sha256 = ${upload.value.sha256}, file_name = ${upload.value.name},
        file_key = ${key}, exhibition_id = ${exhibitionId}::int, columns = ${JSON.stringify({ headings, mapping })}::jsonb, total_rows = ${total}::int,
        faulty_rows = ${problems.length}::int, problems = ${JSON.stringify(problems.slice(0, mostProblems))}::jsonb
      WHERE id = ${id}::uuid AND status = 'mapping'`
    if (written === 0) return failure('not-ready')
    await audit(tx, clock.now(), scope, id, upload.value.name)
    return success(null)
  })
  const begun = await orRemoveRows(services, key, begin)
  if (!begun.ok) await removeRows(services.env.DATA_DIR, key)
  return begun
}

/** Rows that no import came to name would lie there for ever. */
async function orRemoveRows<T>({ env }: Importing, key: string, writing: Promise<T>): Promise<T> {
  return await writing.catch(async (error: unknown) => {
    await removeRows(env.DATA_DIR, key)
    throw error
  })
}

/** What stopped on the way goes on with the rows that are left. */
export async function resumePlatformImport(
  { pool, clock }: Importing,
  scope: OrganizerScope,
  id: string,
): Promise<Result<null, MappingRefusal>> {
  const job = await readPlatformImport(sqlOn(pool), id)
  if (!job) return failure('not-found')
  return await withTransaction(pool, async (tx) => {
    const resumed = await tx.$executeRaw`
      UPDATE platform_import SET status = 'running', failure = NULL, leased_until = NULL
      WHERE id = ${id}::uuid AND status = 'failed'`
    if (resumed === 0) return failure('not-ready')
    await audit(tx, clock.now(), scope, id, job.fileName)
    return success(null)
  })
}

async function readUpload(file: File | undefined): Promise<Result<Upload, UploadRefusal>> {
  if (!file) return failure('no-file')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const rows = await readSheet(bytes, { most: mostRows, hasTimes: true })
  if (!rows.ok) return rows
  return success({ name: safeName(file.name), sha256: hash('sha256', bytes), rows: rows.value })
}

type Draft = { key: string; mapping: HeadingMap; upload: Upload; source: OrderSource }
type Taken = { total: number; problems: ReturnType<typeof readOrders>['problems'] }
const noRows: Taken = { total: 0, problems: [] }

/** Kept before the import is written: one without its rows could not go on. */
async function takeRows(
  { pool, env }: Importing,
  { key, mapping, upload, source }: Draft,
): Promise<Result<Taken, Failure<'no-orders' | 'fair-needed'>>> {
  const districts = await sqlOn(pool).$queryRaw<
    Array<{ name: string; code: string }>
  >`SELECT name, code FROM district`
  const { rows, problems } = readOrders(
    upload.rows,
    mapping,
    new Map(districts.map(({ name, code }) => [name, code])),
  )
  if (rows.length === 0 && problems.length === 0) return failure('no-orders')
  if (await needsFair(sqlOn(pool), source, rows)) return failure('fair-needed')
  await keepRows(env.DATA_DIR, key, rows)
  return success({ total: rows.length, problems })
}

async function writeImport(
  { pool, clock }: Importing,
  scope: OrganizerScope,
  draft: Draft &
    Taken & {
      id: string
      headings: Array<string>
      status: 'running' | 'mapping'
    },
): Promise<void> {
  const { id, key, headings, mapping, upload, problems, source } = draft
  const now = clock.now()
  await withTransaction(pool, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO platform_import (id, exhibition_id, enterprise_id, staff_id, file_name, file_key, sha256, columns, status, total_rows,
        faulty_rows, problems, created_at)
      VALUES (${id}::uuid, ${source.exhibitionId}, ${source.enterpriseId}, ${scope.staff.staffId}::uuid, ${upload.name}, ${key}, ${upload.sha256},
        ${JSON.stringify({ headings, mapping })}::jsonb, ${draft.status}, ${draft.total}, ${problems.length},
        ${JSON.stringify(problems.slice(0, mostProblems))}::jsonb, ${now})`
    await audit(tx, now, scope, id, upload.name)
  })
}

async function audit(tx: Sql, now: Date, scope: OrganizerScope, id: string, file: string): Promise<void> {
  await writeAudit(tx, now, scope, { action: 'start-import', subject: ['import', id], after: { file } })
  await tx.$queryRaw`SELECT pg_notify(${platformImportChannel}, '')`
}

/** As it was said at the upload; the fair may be named now that the days are known. */
async function sourceOf(
  sql: Sql,
  job: OrderSource,
  fair: string,
): Promise<Result<OrderSource, SourceRefusal>> {
  if (fair === '') return success({ exhibitionId: job.exhibitionId, enterpriseId: job.enterpriseId })
  const named = await findSource(sql, { fair, shop: '' })
  return named.ok ? success({ ...named.value, enterpriseId: job.enterpriseId }) : named
}

/** The same bytes, for the same fair and of the same shop, that are imported or on their way. */
async function findRepeated(
  sql: Sql,
  { sha256 }: Upload,
  { exhibitionId, enterpriseId }: OrderSource,
): Promise<string | null> {
  const [found] = await sql.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM platform_import WHERE sha256 = ${sha256} AND status IN ('running', 'done')
      AND exhibition_id IS NOT DISTINCT FROM ${exhibitionId}::int AND enterprise_id IS NOT DISTINCT FROM ${enterpriseId}::int
    ORDER BY created_at DESC LIMIT 1`
  return found?.id ?? null
}
