import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { after } from '#app/kernel/clock.ts'
import { type Failure, type Result, success } from '#app/kernel/result.ts'
import { leaseTime } from '#app/platform/leased-jobs.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { checkedRows, type ImportServices } from './check-import.server.ts'
import { type DrawnPhotos, photoDrawer } from './draw-photos.server.ts'
import { getImportContext, type ImportContext } from './import-context.server.ts'
import type { ImportJob } from './import-job.server.ts'
import { type GroupOutcome, importProduct } from './import-product.server.ts'
import { findKnownGoods } from './known-goods.server.ts'
import { type PlannedGroup, planGroups } from './plan-groups.server.ts'
import { articleNumberOf, groupRows, type ImportedRow, type RowGroup, type RowProblem } from './read-rows.ts'

/** Of so many products at once photos are drawn, while those before them are written, and what is as it was is passed over. */
const batchSize = 8

/**
 * Imports what the dry run found sound, a product a transaction: its listing, its rows and the job's progress are
 * written together or not at all. So it can die anywhere, and be begun again by anybody (T31).
 */
export async function commitImport(
  services: ImportServices,
  scope: EnterpriseScope,
  job: ImportJob,
  stopping?: AbortSignal,
): Promise<void> {
  const { pool, clock, env } = services
  const sql = sqlOn(pool)
  const context = await getImportContext(sql, scope, clock.now())
  const rows = await listWaiting(sql, job)
  const known = await findKnownGoods(sql, scope, rows.map(articleNumberOf))
  const groups = groupRows(rows, (number) => known.listings.get(number))
  const draw = photoDrawer(env.DATA_DIR, job.id)
  const batchFrom = (start: number) => groups.slice(start, start + batchSize)
  let ahead = draw(batchFrom(0))
  for (let start = 0; start < groups.length; start += batchSize) {
    const photos = await ahead
    ahead = draw(batchFrom(start + batchSize))
    // Looked at when its turn comes; until then its failure is nobody's.
    ahead.catch(() => undefined)
    for (const group of await passUnchanged(services, scope, job, batchFrom(start), context, photos)) {
      if (stopping?.aborted) return await release(sql, job)
      await commitGroup(services, scope, job, group, context, photos)
    }
  }
  await sql.$executeRaw`
    UPDATE import_job SET status = 'done', finished_at = ${clock.now()}, leased_until = NULL
    WHERE id = ${job.id}::uuid AND status = 'committing'
      AND NOT EXISTS (SELECT FROM import_row WHERE job_id = ${job.id}::uuid AND outcome = 'waiting')`
}

/**
 * Notes what is already as the file says, which the second time is everything, and gives the others. What somebody
 * changes after this look they change after the import.
 */
async function passUnchanged(
  { pool, clock }: ImportServices,
  scope: EnterpriseScope,
  job: ImportJob,
  groups: ReadonlyArray<RowGroup>,
  context: ImportContext,
  photos: DrawnPhotos,
): Promise<Array<RowGroup>> {
  const sql = sqlOn(pool)
  const numbers = groups.flatMap(({ rows }) => rows.map(articleNumberOf))
  const known = await findKnownGoods(sql, scope, numbers)
  const planned = await planGroups(sql, scope, groups, known, { ...context, findPhoto: photos })
  const isSame = ({ plan, expected }: PlannedGroup) => expected === 'unchanged' && plan.problems.length === 0
  const same = planned.filter(isSame).flatMap(({ group }) => group.rows)
  if (same.length > 0)
    await withTransaction(pool, (tx) => noteOutcome(tx, clock.now(), job, same, 'unchanged'))
  return planned.filter((each) => !isSame(each)).map(({ group }) => group)
}

type Faulty = Failure<'faulty'> & { detail: Array<RowProblem> }

async function commitGroup(
  { pool, clock }: ImportServices,
  scope: EnterpriseScope,
  job: ImportJob,
  group: RowGroup,
  context: ImportContext,
  photos: DrawnPhotos,
): Promise<void> {
  const now = clock.now()
  const done = await withTransaction(pool, async (tx): Promise<Result<null, Faulty>> => {
    if (!(await lockWaiting(tx, scope, job, group))) return success(null)
    const imported = await importProduct(tx, now, scope, job.id, group, { ...context, findPhoto: photos })
    if (!imported.ok) return imported
    await noteOutcome(tx, now, job, group.rows, imported.value)
    return success(null)
  })
  if (!done.ok) await withTransaction(pool, (tx) => noteFaults(tx, now, job, group, done.detail))
}

/**
 * What nobody else has done meanwhile; and one product of an enterprise at a time, or two files would make it twice. No
 * product waits for the disk: should the database fall, the last go with their rows, which are then imported again; what
 * is written last, that all is done, waits for all before it.
 */
async function lockWaiting(
  tx: Sql,
  { enterpriseId }: EnterpriseScope,
  job: ImportJob,
  { rows }: RowGroup,
): Promise<boolean> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtext('import'), ${enterpriseId}::int), set_config('synchronous_commit', 'off', true)`
  const waiting = await tx.$queryRaw<Array<unknown>>`
    SELECT FROM import_row WHERE job_id = ${job.id}::uuid AND row = ANY(${rows.map(({ row }) => row)}::int[])
      AND outcome = 'waiting' FOR UPDATE`
  return waiting.length === rows.length
}

async function noteOutcome(
  tx: Sql,
  now: Date,
  job: ImportJob,
  rows: RowGroup['rows'],
  outcome: GroupOutcome,
): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE import_row SET outcome = ${outcome}
    WHERE job_id = ${job.id}::uuid AND row = ANY(${rows.map(({ row }) => row)}::int[]) AND outcome = 'waiting'`
  await tx.$executeRaw`
    UPDATE import_job SET done_rows = done_rows + ${count}, leased_until = ${after(now, leaseTime)},
      created_rows = created_rows + ${outcome === 'created' ? count : 0},
      changed_rows = changed_rows + ${outcome === 'changed' ? count : 0}
    WHERE id = ${job.id}::uuid`
}

/** What the dry run could not know: sold meanwhile, submitted meanwhile, a photo that is none. */
async function noteFaults(
  tx: Sql,
  now: Date,
  job: ImportJob,
  group: RowGroup,
  problems: ReadonlyArray<RowProblem>,
): Promise<void> {
  for (const { row, problems: own } of checkedRows(group, problems, 'faulty'))
    await tx.$executeRaw`
      UPDATE import_row SET outcome = 'faulty', problems = ${JSON.stringify(own)}::jsonb
      WHERE job_id = ${job.id}::uuid AND row = ${row} AND outcome = 'waiting'`
  await tx.$executeRaw`
    UPDATE import_job SET faulty_rows = faulty_rows + ${group.rows.length}, leased_until = ${after(now, leaseTime)}
    WHERE id = ${job.id}::uuid`
}

async function listWaiting(sql: Sql, { id }: ImportJob): Promise<Array<ImportedRow>> {
  return await sql.$queryRaw<Array<ImportedRow>>`
    SELECT row, value AS cells FROM import_row WHERE job_id = ${id}::uuid AND outcome = 'waiting' ORDER BY row`
}

/** For another process to go on at once. */
async function release(sql: Sql, { id }: ImportJob): Promise<void> {
  await sql.$executeRaw`UPDATE import_job SET leased_until = NULL WHERE id = ${id}::uuid`
}
